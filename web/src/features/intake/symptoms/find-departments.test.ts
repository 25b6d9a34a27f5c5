import { describe, expect, it } from 'vitest';
import { findDepartments, generalDepartments } from './find-departments.ts';

const names: readonly (readonly [code: string, en: string, zh: string, pinyin: string])[] = [
  ['general-practice', 'General Practice', '全科', 'quan ke'],
  ['dermatology', 'Dermatology', '皮肤科', 'pi fu ke'],
  ['b12', 'Children’s Clinic', '儿科', 'er ke'],
  ['cardiology', 'Cardiology', '心血管内科', 'xin xue guan nei ke'],
  ['neurology', 'Neurology', '神经内科', 'shen jing nei ke'],
  ['urology', 'Urology', '泌尿外科', 'mi niao wai ke'],
  ['gynaecology', 'Gynaecology', '妇科', 'fu ke'],
];
const all = names.map(([code, en, zh, pinyin]) => ({
  code,
  name: { en, zh },
  description: { en: '', zh: '' },
  pinyin,
  doctorsOnDuty: code === 'urology' ? 1 : 0,
}));
const first = (words: string) => findDepartments(words, all)[0]?.code;

describe('Departments for a patient’s search', () => {
  it.each([
    ['skin doctor', 'dermatology'],
    ['dermatolgist', 'dermatology'],
    ['皮夫科', 'dermatology'],
    ['heart specialist', 'cardiology'],
    ['心内', 'cardiology'],
    ['my toddler has a cough', 'b12'],
    ['小朋友头疼', 'b12'],
    ['trying for a baby', 'gynaecology'],
    ['fuke', 'gynaecology'],
    ['头疼挂什么科', 'neurology'],
    ['prostate', 'urology'],
    ['不知道挂什么科', 'general-practice'],
  ])('are found for %s: %s', (words, code) => {
    expect(first(words)).toBe(code);
  });

  it('do not confuse heart and ear, or neurologist and urologist', () => {
    expect(findDepartments('neurologist', all).map(({ code }) => code)).not.toContain('urology');
  });

  it('are all listed before anything is typed, those on duty first', () => {
    expect(findDepartments(' ', all).map(({ code }) => code)).toHaveLength(all.length);
    expect(first('')).toBe('urology');
  });

  it('are empty for unknown words, which leaves the general departments', () => {
    expect(findDepartments('zzzz', all)).toEqual([]);
    expect(generalDepartments(all).map(({ code }) => code)).toEqual(['general-practice']);
  });
});
