import { describe, expect, it } from 'vitest';
import { allergiesKnown, isKnown } from './known-record.ts';

const nothing = { allergies: [], allergiesStated: false, medicines: [] };

describe('Intake answers known from the record', () => {
  it('do not treat missing allergies as none', () => {
    expect(allergiesKnown(nothing)).toBe(false);
    expect(allergiesKnown({ ...nothing, allergiesStated: true })).toBe(true);
  });

  it('are none for a new patient', () => {
    expect(isKnown(nothing)).toBe(false);
    expect(isKnown({ ...nothing, medicines: [{} as never] })).toBe(true);
  });
});
