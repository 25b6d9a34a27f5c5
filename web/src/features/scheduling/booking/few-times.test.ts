import { expect, it } from 'vitest';
import { areFewTimes } from './few-times.ts';

it('The waitlist is recommended where a week has fewer than eight free times', () => {
  const slot = { startsAt: '2026-12-01T09:00:00Z', endsAt: '2026-12-01T09:15:00Z', departmentId: 'd', free: 1 };
  const week = (...counts: number[]) => ({
    days: counts.map((count, day) => ({ day: `2026-12-0${day + 1}`, slots: Array<typeof slot>(count).fill(slot) })),
  });
  expect(areFewTimes(week(0, 0))).toBe(true);
  expect(areFewTimes(week(4, 3))).toBe(true);
  expect(areFewTimes(week(4, 4))).toBe(false);
});
