import { describe, expect, it } from 'vitest';
import { columnsFor } from './choice-columns.ts';

const of = (...labels: string[]) => columnsFor(labels.map((label) => ({ label })));

describe('The columns of choices', () => {
  it('are two or three where every label is short, in both languages', () => {
    expect(of('Yes', 'No', 'I am not sure')).toBe('grid-cols-2');
    expect(of('Yes', 'No', 'Not sure')).toBe('grid-cols-3');
    expect(of('是', '否', '不确定')).toBe('grid-cols-3');
    expect(of('几天', '几周', '几个月', '更久')).toBe('grid-cols-2');
  });

  it('are reduced to one where a label or a hint needs the width', () => {
    expect(of('Yes', 'Mostly, but I missed some')).toBe('grid-cols-1');
    expect(of('一侧肢体无力麻木')).toBe('grid-cols-1');
    expect(columnsFor([{ label: 'Yes', hint: 'Since Monday' }, { label: 'No' }])).toBe('grid-cols-1');
  });
});
