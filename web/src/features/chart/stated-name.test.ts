import { expect, it } from 'vitest';
import { isForeign, shownName } from './stated-name.ts';

const penicillins = { en: 'Penicillins', zh: '青霉素类' };
const amlodipine = { en: 'Amlodipine', zh: '氨氯地平' };
const aspirin = { en: 'Aspirin', zh: '阿司匹林' };

it('A name in another script comes first in the reader’s language, with the original beside it', () => {
  expect(shownName('青霉素', [penicillins], 'en')).toEqual({ title: 'Penicillins', beside: '青霉素' });
  expect(shownName('PCN', [penicillins], 'zh-CN')).toEqual({ title: '青霉素类', beside: 'PCN' });
  const both = shownName('氨氯地平片, aspirin', [amlodipine, aspirin], 'en');
  expect(both).toEqual({ title: 'Amlodipine, Aspirin', beside: '氨氯地平片, aspirin' });
});

it('An original that the reader can read comes first, with names that it does not contain beside it', () => {
  expect(shownName('青霉素', [penicillins], 'zh-CN')).toEqual({ title: '青霉素', beside: '' });
  expect(shownName('Norvasc', [amlodipine], 'en')).toEqual({ title: 'Norvasc', beside: 'Amlodipine' });
  expect(shownName('Amlodipine 5 mg', [amlodipine], 'en')).toEqual({ title: 'Amlodipine 5 mg', beside: '' });
});

it('Nothing is guessed for a name that was not recognised', () => {
  expect(shownName('某种草药', [], 'en')).toEqual({ title: '某种草药', beside: '' });
});

it('Text is foreign by its script, and figures never are', () => {
  expect(isForeign('每日一次', 'en')).toBe(true);
  expect(isForeign('once daily', 'zh-CN')).toBe(true);
  expect(isForeign('once daily', 'en')).toBe(false);
  expect(isForeign('5', 'zh-CN')).toBe(false);
});
