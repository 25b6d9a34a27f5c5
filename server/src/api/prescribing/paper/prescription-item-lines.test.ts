import { expect, it } from 'vitest';
import { taperInOneLine } from './prescription-item-lines.ts';
import { samplePrescription } from './sample-prescription.ts';

it("ends each step of a taper with its own punctuation, so that doses and days can't be confused", () => {
  const [item] = samplePrescription.items;
  if (!item) throw new Error('sample prescription has no item');
  const steps = [
    { en: 'Day 1–2: 4 tablets once a day', zh: '第1–2天：每次4片，每日1次' },
    { en: 'Day 3–4: 2 tablets once a day', zh: '第3–4天：每次2片，每日1次' },
  ];
  const taper = { ...item, days: 4, steps };
  // A non-breaking space joins each number with its unit.
  const read = (locale: 'en' | 'zh-CN') => taperInOneLine(taper, steps, locale).replaceAll('\u00a0', ' ');
  expect(read('en')).toBe('by mouth, for 4 days. Day 1–2: 4 tablets once a day. Day 3–4: 2 tablets once a day.');
  expect(taperInOneLine(taper, steps, 'en')).toContain('4\u00a0tablets once');
  expect(read('zh-CN')).toBe('口服，共 4 天。第1–2天：每次4片，每日1次。第3–4天：每次2片，每日1次。');
});
