// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { appTexts } from '../../../app/texts/texts.ts';
import { evidenceLabel } from './evidence-label.ts';

afterEach(() => setLocale('en'));

it('Evidence labels are translated for grades and advice, and leave amounts and names unchanged', async () => {
  provideTexts(appTexts);
  await needTexts();
  await setLocale('en');
  expect(evidenceLabel('probable')).toBe('probable');
  expect(evidenceLabel('avoid-3rd, trimester 2')).toBe('avoid in the third trimester; now in the second trimester');
  expect(evidenceLabel('contraindicated')).toBe('contraindicated');
  expect(evidenceLabel('Penicillin (unknown) · amoxicillin')).toBe('Penicillin (Severity unknown) · amoxicillin');
  expect(evidenceLabel('4000 mg > 1000 mg × 3')).toBe('4000 mg > 1000 mg × 3');
  await setLocale('zh-CN');
  expect(evidenceLabel('avoid-3rd, trimester 2')).toBe('妊娠晚期避免使用（现处于孕中期）');
  expect(evidenceLabel('青霉素 (severe) · amoxicillin')).toBe('青霉素（重度） · amoxicillin');
  expect(evidenceLabel('eGFR 28')).toBe('eGFR 28');
});
