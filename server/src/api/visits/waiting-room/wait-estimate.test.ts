import { describe, expect, it } from 'vitest';
import { estimateMinutes } from './wait-estimate.ts';

describe('wait estimate', () => {
  it('is the place times the median consultation', () => {
    expect(estimateMinutes({ position: 1, doctorOnDuty: true, medianConsultSeconds: 600 })).toBe(10);
    expect(estimateMinutes({ position: 3, doctorOnDuty: true, medianConsultSeconds: 450 })).toBe(23);
  });

  it('counts a pause: the first is seen no sooner than the doctor is back, and everybody behind later', () => {
    const facts = { doctorOnDuty: true, medianConsultSeconds: 600 };
    expect(estimateMinutes({ ...facts, position: 1, pauseSeconds: 1800 })).toBe(30);
    expect(estimateMinutes({ ...facts, position: 3, pauseSeconds: 1800 })).toBe(50);
    // A pause that is over before the present consultation makes nobody wait longer.
    expect(estimateMinutes({ ...facts, position: 2, pauseSeconds: 60 })).toBe(20);
  });

  it('goes by those before who are there, and says nothing of a doctor whom nobody sees', () => {
    const facts = { position: 4, doctorOnDuty: true, medianConsultSeconds: 600 };
    expect(estimateMinutes({ ...facts, absentBefore: 2 })).toBe(20);
    expect(estimateMinutes({ ...facts, doctorGone: true })).toBeNull();
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
