import { describe, expect, it } from 'vitest';
import { prescriptionStatuses } from '@yunzhen/shared/prescribing/prescription';
import { isToBeTaken, progressOf } from './prescription-progress.ts';

const facts = {
  doctor: { id: 'd', name: '陈静', nameLatin: 'Chen Jing' },
  pharmacist: { id: 'p', name: '王芳', nameLatin: 'Wang Fang' },
  signedAt: '2026-11-24T08:00:00Z',
  decidedAt: '2026-11-24T08:05:00Z',
  dispensing: null,
};

describe('what a patient sees of a prescription', () => {
  it('never shows a draft', () => {
    expect(progressOf({ ...facts, status: 'draft' })).toEqual([]);
  });

  it('starts with the signature for every other status', () => {
    for (const status of prescriptionStatuses.filter((each) => each !== 'draft')) {
      const [first] = progressOf({ ...facts, status });
      expect(first).toEqual({ key: 'signed', state: 'done', person: facts.doctor, at: facts.signedAt });
    }
  });

  it('says ready only after the pharmacist has approved', () => {
    const ready = (status: 'signed' | 'under-review' | 'approved') =>
      progressOf({ ...facts, status }).find(({ key }) => key === 'ready')?.state;
    expect([ready('signed'), ready('under-review'), ready('approved')]).toEqual(['open', 'open', 'done']);
  });

  it('does not invent a pharmacist', () => {
    const steps = progressOf({ ...facts, pharmacist: null, decidedAt: null, status: 'approved' });
    expect(steps[1]).toEqual({ key: 'approvedByNobody', state: 'done' });
  });

  it('ends a rejected one without a way to the pharmacy', () => {
    expect(progressOf({ ...facts, status: 'rejected' }).map(({ key }) => key)).toEqual(['signed', 'rejected']);
  });

  it('says that a part was given out, whatever comes after it', () => {
    const given = (at: string) => ({ id: at, number: 'n', at, pharmacy: { en: '', zh: '' }, by: '', lines: [] });
    const dispenses = [given('2026-11-24T09:00:00Z'), given('2026-11-24T10:00:00Z')];
    const dispensing = { heldBy: null, lines: [], dispenses, cancellation: null };
    for (const status of ['approved', 'dispensing', 'cancelled', 'expired'] as const) {
      const partly = progressOf({ ...facts, dispensing, status }).find(({ key }) => key === 'partly');
      expect(partly?.at).toBe('2026-11-24T10:00:00Z');
      expect(isToBeTaken({ dispensing, status })).toBe(true);
      expect(isToBeTaken({ dispensing: null, status })).toBe(status === 'approved' || status === 'dispensing');
    }
    expect(progressOf({ ...facts, dispensing, status: 'dispensed' }).map(({ key }) => key)).not.toContain('partly');
    expect(isToBeTaken({ dispensing: null, status: 'rejected' })).toBe(false);
  });
});
