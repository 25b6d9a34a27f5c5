// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { appTexts } from '../../../app/texts/texts.ts';
import { evidenceWords } from './evidence-words.ts';

afterEach(() => setLocale('en'));

it('says grades and advice in the reader’s language, and leaves amounts and names as they are', async () => {
  provideTexts(appTexts);
  await needTexts();
  await setLocale('en');
  expect(evidenceWords('probable')).toBe('probable');
  expect(evidenceWords('avoid-3rd, trimester 2')).toBe('avoid in the third trimester; now trimester 2');
  expect(evidenceWords('contraindicated')).toBe('must not be used');
  expect(evidenceWords('Penicillin (unknown) · amoxicillin')).toBe('Penicillin (Severity unknown) · amoxicillin');
  expect(evidenceWords('4000 mg > 1000 mg × 3')).toBe('4000 mg > 1000 mg × 3');
  await setLocale('zh-CN');
  expect(evidenceWords('avoid-3rd, trimester 2')).toBe('妊娠晚期避免使用（现为第 2 孕期）');
  expect(evidenceWords('青霉素 (severe) · amoxicillin')).toBe('青霉素（重度） · amoxicillin');
  expect(evidenceWords('eGFR 28')).toBe('eGFR 28');
});
