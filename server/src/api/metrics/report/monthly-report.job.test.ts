import { describe, expect, it } from 'vitest';
import { monthBefore } from './monthly-report.job.ts';

describe('the month of the monthly report', () => {
  it.each([
    // 06:00 in Shanghai is 22:00 UTC of the day before.
    ['2026-03-31T21:59:00Z', 'Asia/Shanghai', null],
    ['2026-03-31T22:00:00Z', 'Asia/Shanghai', '2026-03-01 2026-03-31'],
    ['2026-03-31T22:00:00Z', 'Europe/Zurich', null],
    ['2026-04-01T04:00:00Z', 'Europe/Zurich', '2026-03-01 2026-03-31'],
    ['2026-01-01T12:00:00Z', 'UTC', '2025-12-01 2025-12-31'],
    ['2028-03-03T12:00:00Z', 'UTC', '2028-02-01 2028-02-29'],
    ['2028-03-04T12:00:00Z', 'UTC', null],
  ])('at %s in %s is %s', (at, zone, expected) => {
    const month = monthBefore(new Date(at), zone);
    expect(month && `${month.from} ${month.to}`).toBe(expected);
  });
});
