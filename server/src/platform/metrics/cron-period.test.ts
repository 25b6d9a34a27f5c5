import { expect, it } from 'vitest';
import { cronPeriod } from './cron-period.ts';

it.each([
  ['* * * * *', 60],
  ['*/10 * * * *', 600],
  ['7 * * * *', 3600],
  ['2,32 * * * *', 1800],
  ['5,20 * * * *', 2700],
  ['23 2 * * *', 86_400],
])('reads the period of %s', (cron, seconds) => {
  expect(cronPeriod(cron)).toBe(seconds);
});
