import { describe, expect, it } from 'vitest';
import { ageInYears } from './patient.ts';

describe('ageInYears', () => {
  it('counts a year from the birthday on', () => {
    expect(ageInYears('1998-11-30', '2026-11-29')).toBe(27);
    expect(ageInYears('1998-11-30', '2026-11-30')).toBe(28);
    expect(ageInYears('1998-09-30', '2026-10-01')).toBe(28);
    expect(ageInYears('2026-01-31', '2026-11-30')).toBe(0);
  });

  it('counts a year from 1 March on for a person born on 29 February', () => {
    expect(ageInYears('2004-02-29', '2023-02-28')).toBe(18);
    expect(ageInYears('2004-02-29', '2023-03-01')).toBe(19);
    expect(ageInYears('2004-02-29', '2024-02-29')).toBe(20);
  });
});
