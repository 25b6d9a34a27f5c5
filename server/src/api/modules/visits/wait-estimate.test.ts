import { describe, expect, it } from 'vitest';
import { estimateMinutes } from './wait-estimate.ts';

describe('wait estimate', () => {
  it('is the place times the median consultation', () => {
    expect(estimateMinutes({ position: 1, doctorOnDuty: true, medianConsultSeconds: 600 })).toBe(10);
    expect(estimateMinutes({ position: 3, doctorOnDuty: true, medianConsultSeconds: 450 })).toBe(23);
  });

  it('adds nothing: very short consultations may round to no wait at all', () => {
    expect(estimateMinutes({ position: 1, doctorOnDuty: true, medianConsultSeconds: 20 })).toBe(0);
  });

  it('is unknown where there is nothing to estimate from', () => {
    expect(estimateMinutes({ position: null, doctorOnDuty: true, medianConsultSeconds: 600 })).toBeNull();
    expect(estimateMinutes({ position: 1, doctorOnDuty: false, medianConsultSeconds: 600 })).toBeNull();
    expect(estimateMinutes({ position: 1, doctorOnDuty: true, medianConsultSeconds: null })).toBeNull();
  });
});
