import { expect, it } from 'vitest';
import { saysOf } from './rule-words.ts';

it('A row of limits is stated in words, with ages in years where these are whole', () => {
  const band = { ingredient: 'ibuprofen', fromMonths: '6', belowMonths: '144', unit: 'mg', perDose: '200' };
  expect(saysOf(band)).toEqual({
    en: 'From age: 6 months; below age: 12 years; max. per dose: 200 mg',
    zh: '年龄不小于：6 个月；年龄小于：12 岁；每次上限：200 mg',
  });
  expect(saysOf({ ingredient: 'rifabutin', adultPerDay: '450', unit: 'mg', minAgeMonths: '0' })).toEqual({
    en: 'Adults, max. per day: 450 mg; minimum age without a specialist: none',
    zh: '成人每日上限：450 mg；非专科使用的最小年龄：无',
  });
  expect(saysOf({ ingredient: 'amoxicillin', fromMonths: '0', belowMonths: '1' })).toEqual({
    en: 'Below age: 1 month',
    zh: '年龄小于：1 个月',
  });
});
