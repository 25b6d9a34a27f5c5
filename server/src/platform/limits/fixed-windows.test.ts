import { expect, it } from 'vitest';
import { FixedWindows } from './fixed-windows.ts';

it('counts each key in a window that starts with its first event', () => {
  const windows = new FixedWindows();
  expect(windows.count('a', 60_000, 1_000)).toEqual({ current: 1, ttl: 60_000 });
  expect(windows.count('a', 60_000, 31_000)).toEqual({ current: 2, ttl: 30_000 });
  expect(windows.count('b', 60_000, 31_000)).toEqual({ current: 1, ttl: 60_000 });
  expect(windows.count('a', 60_000, 61_000)).toEqual({ current: 1, ttl: 60_000 });
});

it('drops the oldest windows when there are too many keys', () => {
  const windows = new FixedWindows();
  for (let n = 0; n < 20_001; n++) windows.count(`key ${n}`, 60_000, 0);
  expect(windows.count('key 0', 60_000, 1).current).toBe(1);
  expect(windows.count('key 20000', 60_000, 1).current).toBe(2);
});
