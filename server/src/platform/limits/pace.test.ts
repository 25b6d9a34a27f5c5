import { expect, it } from 'vitest';
import { Pace } from './pace.ts';

it('spreads turns that are asked for at once, and gives a later one at once', () => {
  const pace = new Pace();
  expect([pace.take(5, 100), pace.take(5, 100), pace.take(5, 101), pace.take(20, 101)]).toEqual([0, 5, 9, 14]);
  expect(pace.take(5, 120)).toBe(15);
  expect(pace.take(5, 1_000)).toBe(0);
});
