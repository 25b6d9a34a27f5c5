import { expect, it } from 'vitest';
import { followUpDutyOf, icdCategory, isOutdated } from './visit-basis.ts';

it('demands a proven follow-up in China only', () => {
  expect(followUpDutyOf('CN')).toMatchObject({ rule: 'cn.follow-up-only', limitIsRegulated: false });
  expect(followUpDutyOf('CH')).toBeNull();
  expect(followUpDutyOf('')).toBeNull();
});

it('compares diagnoses by the three characters of their category', () => {
  expect(icdCategory('J03.9')).toBe(icdCategory('j03.001'));
  expect(icdCategory('J03.9')).not.toBe(icdCategory('J04.0'));
});

it('counts the age of evidence in calendar days, and rejects a day after today', () => {
  expect(isOutdated('2026-05-30', '2026-11-29', 183)).toBe(false);
  expect(isOutdated('2026-05-29', '2026-11-29', 183)).toBe(true);
  expect(isOutdated('2026-11-29', '2026-11-29', 183)).toBe(false);
  expect(isOutdated('2026-11-30', '2026-11-29', 183)).toBe(true);
});
