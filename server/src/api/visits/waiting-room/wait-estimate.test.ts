import { describe, expect, it } from 'vitest';
import { estimateMinutes, waitForDoctor } from './wait-estimate.ts';

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

describe('waitForDoctor', () => {
  const now = new Date('2026-03-02T09:00:00.000Z');
  const doctor = { connected: true, inCall: false, waiting: 0, pausedUntil: null, medianConsultSeconds: 600 };

  it('is zero for a free doctor, and otherwise what the waiting room would show to the last patient', () => {
    expect(waitForDoctor({ ...doctor, medianConsultSeconds: null }, now)).toBe(0);
    expect(waitForDoctor({ ...doctor, inCall: true }, now)).toBe(10);
    expect(waitForDoctor({ ...doctor, inCall: true, waiting: 2 }, now)).toBe(30);
    expect(waitForDoctor({ ...doctor, pausedUntil: '2026-03-02T09:25:00.000Z' }, now)).toBe(25);
  });

  it('is unknown for a doctor who is not connected, and without recent consultations', () => {
    expect(waitForDoctor({ ...doctor, connected: false }, now)).toBeNull();
    expect(waitForDoctor({ ...doctor, waiting: 1, medianConsultSeconds: null }, now)).toBeNull();
  });
});
