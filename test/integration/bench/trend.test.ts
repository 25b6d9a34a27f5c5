import { expect, it } from 'vitest';
import { perHour } from '../../bench/soak/trend.ts';

it('returns the slope of a line through evenly distributed noise', () => {
  const minutes = Array.from({ length: 60 }, (_, minute) => minute * 60_000);
  expect(perHour(minutes.map((at) => [at, 5]))).toBe(0);
  expect(perHour(minutes.map((at) => [at, at / 3_600_000]))).toBeCloseTo(1);
  const noisy = minutes.map(
    (at, index) => [at, (2 * at) / 3_600_000 + (index % 4 === 0 || index % 4 === 3 ? 1 : -1)] as const,
  );
  expect(perHour(noisy)).toBeCloseTo(2, 1);
  expect([perHour([]), perHour([[0, 1]])]).toEqual([0, 0]);
});
