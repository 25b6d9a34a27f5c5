import { expect, it } from 'vitest';
import { statedDose } from './stated-dose.ts';

it.each([
  ['氨氯地平 5mg 每日1次', '5', 'mg', 1],
  ['二甲双胍片 每次0.5g 一天两次', '0.5', 'g', 2],
  ['amlodipine 5 mg once daily', '5', 'mg', 1],
  ['metformin 500 mg twice daily', '500', 'mg', 2],
  ['左甲状腺素 50微克 每日1次，每次1片', '50', 'ug', 1],
  ['acarbose 50mg tid', '50', 'mg', 3],
])('reads one dose and its frequency in %s', (text, value, unit, timesADay) => {
  expect(statedDose(text)).toMatchObject({ amount: { value, unit }, timesADay });
});

it.each([
  '氨氯地平',
  '氨氯地平 5mg',
  '氨氯地平 每日1次',
  '氨氯地平 5mg 2片 每日1次',
  '氨氯地平 5mg 半片 每日1次',
  'amlodipine 5 mg or 10 mg daily',
  'amlodipine 5 mg once or twice daily',
  'methotrexate 10 mg once a week',
  '甲氨蝶呤 10mg 每周1次',
  'zolpidem 10 mg once daily as needed',
  'amlodipine 5 mg every other day',
  '氨氯地平 5mg 每日12次',
])('reads nothing from %s', (text) => {
  expect(statedDose(text)).toBeUndefined();
});
