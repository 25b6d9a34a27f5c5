import { expect, it } from 'vitest';
import { zonedTime } from './zoned-time.ts';

const instant = '2026-11-28T12:57:00.000Z';

it('puts the time zone after the time in both languages', () => {
  expect(zonedTime('zh-CN', 'Asia/Shanghai')(instant)).toBe('2026年11月28日 20:57 GMT+8');
  expect(zonedTime('en', 'Asia/Shanghai')(instant)).toMatch(/2026, 20:57 GMT\+8$/);
});
