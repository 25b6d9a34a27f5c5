import { describe, expect, it } from 'vitest';
import { nameAsked } from './name-asked.ts';

describe('the name in a search for a doctor', () => {
  it.each([
    ['Wang Wei', 'Wang Wei'],
    ['dr wang', 'wang'],
    ['Dr. Li skin', 'Li'],
    ['chen paediatrician', 'chen'],
    ['Prof Zhao heart', 'Zhao'],
    ['王', '王'],
    ['王医生', '王'],
    ['找李主任', '李'],
    ['刘教授 心内', '刘'],
    ['王建国副主任医师', '王建国'],
    ['姓张的女医生', '张'],
    ['陈静', '陈静'],
    ['doctor', 'doctor'],
    ['', ''],
  ])('in %s is %s', (typed, name) => {
    expect(nameAsked(typed)).toBe(name);
  });

  it('is empty when only a task is named', () => {
    expect(nameAsked('上次那个医生')).toBe('上次那个医生');
  });
});
