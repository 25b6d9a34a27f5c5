import { DAY_MS } from '../core/time/duration.ts';
import { describe, expect, it } from 'vitest';
import { dayOfFullAge, isMinor } from './guardianship.ts';

describe('coming of age', () => {
  it.each([
    ['2008-11-25', '2026-11-25'],
    ['2008-02-29', '2026-03-01'],
    ['2007-12-31', '2025-12-31'],
  ])('a person born on %s is of age on %s', (birth, day) => {
    expect(dayOfFullAge(birth)).toBe(day);
    expect(isMinor(birth, day)).toBe(false);
    const eve = new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
    expect(isMinor(birth, eve)).toBe(true);
  });
});
