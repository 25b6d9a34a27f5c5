import { expect, it } from 'vitest';
import { medianSlope, perHour } from '../../bench/soak/trend.ts';

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

it('finds the slope in spite of samples that have nothing to do with it', () => {
  const delays = [0, 0, 0, 100, 100, 100, 400, 400, 400];
  const times = delays.map((delay, index) => [delay, 200 + delay + (index % 3) * 30] as const);
  expect(medianSlope(times)).toBeCloseTo(1, 1);
  expect(medianSlope([...times, [0, 3_500], [400, 6_000]])).toBeCloseTo(1, 0);
  expect(medianSlope([[1, 1]])).toBeNaN();
});
