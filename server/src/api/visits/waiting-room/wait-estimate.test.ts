import { describe, expect, it } from 'vitest';
import { estimateMinutes } from './wait-estimate.ts';

describe('estimateMinutes', () => {
  it('multiplies the position by the median consultation time', () => {
    expect(estimateMinutes({ position: 1, doctorOnDuty: true, medianConsultSeconds: 600 })).toBe(10);
    expect(estimateMinutes({ position: 3, doctorOnDuty: true, medianConsultSeconds: 450 })).toBe(23);
  });

  it('adds a pause: the first patient waits until the doctor returns, and all others shift with it', () => {
    const facts = { doctorOnDuty: true, medianConsultSeconds: 600 };
    expect(estimateMinutes({ ...facts, position: 1, pauseSeconds: 1800 })).toBe(30);
    expect(estimateMinutes({ ...facts, position: 3, pauseSeconds: 1800 })).toBe(50);
    // A pause that ends before the current consultation adds no wait.
    expect(estimateMinutes({ ...facts, position: 2, pauseSeconds: 60 })).toBe(20);
  });

  it('counts only present patients ahead, and returns null when the doctor is absent', () => {
    const facts = { position: 4, doctorOnDuty: true, medianConsultSeconds: 600 };
    expect(estimateMinutes({ ...facts, absentBefore: 2 })).toBe(20);
    expect(estimateMinutes({ ...facts, doctorGone: true })).toBeNull();
  });

  it('adds no minimum: very short consultations may round to zero', () => {
    expect(estimateMinutes({ position: 1, doctorOnDuty: true, medianConsultSeconds: 20 })).toBe(0);
  });

  it('returns null when there is nothing to estimate from', () => {
    expect(estimateMinutes({ position: null, doctorOnDuty: true, medianConsultSeconds: 600 })).toBeNull();
    expect(estimateMinutes({ position: 1, doctorOnDuty: false, medianConsultSeconds: 600 })).toBeNull();
    expect(estimateMinutes({ position: 1, doctorOnDuty: true, medianConsultSeconds: null })).toBeNull();
  });
});
