import { describe, expect, it } from 'vitest';
import { ckdEpi2021 } from './kidney-function.ts';

describe('ckdEpi2021', () => {
  // Calculated by hand from the published constants.
  it.each([
    // 0.9 mg/dL, 55, female: 142 × (0.9/0.7)^-1.2 × 0.9938^55 × 1.012
    [0.9 * 88.4, 55, 'female', 75],
    // 1.0 mg/dL, 50, male: 142 × (1/0.9)^-1.2 × 0.9938^50
    [88.4, 50, 'male', 92],
    // Below κ the other exponent applies: 0.6 mg/dL, 30, male.
    [0.6 * 88.4, 30, 'male', 133],
    [3 * 88.4, 70, 'male', 22],
  ] as const)('calculates the eGFR for %d µmol/L at %d, %s as %d', (creatinine, age, sex, expected) => {
    expect(ckdEpi2021(creatinine, age, sex)?.value).toBe(expected);
  });

  it('returns its calculation', () => {
    expect(ckdEpi2021(0.9 * 88.4, 55, 'female')?.arithmetic).toBe(
      '142 × (0.90/0.7)^-1.200 × 0.9938^55 × 1.012 = 75 (CKD-EPI 2021)',
    );
  });

  it('returns null when the equation does not apply', () => {
    expect(ckdEpi2021(60, 17, 'female')).toBeNull();
    expect(ckdEpi2021(60, 40, 'other')).toBeNull();
    expect(ckdEpi2021(60, 40, 'unknown')).toBeNull();
    expect(ckdEpi2021(0, 40, 'male')).toBeNull();
  });
});
