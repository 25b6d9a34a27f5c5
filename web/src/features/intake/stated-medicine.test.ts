import { expect, it } from 'vitest';
import { namesBeside } from './stated-medicine.ts';

const amlodipine = { en: 'amlodipine', zh: '氨氯地平' };
const aspirin = { en: 'aspirin', zh: '阿司匹林' };

it('A stated medicine is also named in the language in which it was not written', () => {
  const stated = { text: '氨氯地平片 5 mg', names: [amlodipine] };
  expect(namesBeside(stated, 'en')).toEqual(['amlodipine']);
  expect(namesBeside(stated, 'zh-CN')).toEqual([]);
  expect(namesBeside({ text: 'Amlodipine, 阿司匹林', names: [amlodipine, aspirin] }, 'en')).toEqual(['aspirin']);
  expect(namesBeside({ text: 'Amlodipine, 阿司匹林', names: [amlodipine, aspirin] }, 'zh-CN')).toEqual(['氨氯地平']);
});

it('A stated medicine that was not recognised has no other name', () => {
  expect(namesBeside({ text: 'a white pill', names: [] }, 'en')).toEqual([]);
});
