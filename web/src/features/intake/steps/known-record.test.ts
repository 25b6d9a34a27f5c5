import { describe, expect, it } from 'vitest';
import { allergiesKnown, isKnown } from './known-record.ts';

const nothing = { allergies: [], allergiesStated: false, medicines: [] };

describe('what the record answers before a visit', () => {
  it('does not take silence about allergies for having none', () => {
    expect(allergiesKnown(nothing)).toBe(false);
    expect(allergiesKnown({ ...nothing, allergiesStated: true })).toBe(true);
  });

  it('is nothing for a new patient', () => {
    expect(isKnown(nothing)).toBe(false);
    expect(isKnown({ ...nothing, medicines: [{} as never] })).toBe(true);
  });
});
