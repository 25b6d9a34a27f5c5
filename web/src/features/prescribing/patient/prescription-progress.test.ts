import { describe, expect, it } from 'vitest';
import { prescriptionStatuses } from '@yunzhen/shared/prescribing/prescription';
import { isRepeatable, isToBeTaken, progressOf } from './prescription-progress.ts';

const facts = {
  doctor: { id: 'd', name: '陈静', nameLatin: 'Chen Jing' },
  pharmacist: { id: 'p', name: '王芳', nameLatin: 'Wang Fang' },
  signedAt: '2026-11-24T08:00:00Z',
  decidedAt: '2026-11-24T08:05:00Z',
  dispensing: null,
};

describe('A prescription’s progress for the patient', () => {
  it('never includes a draft', () => {
    expect(progressOf({ ...facts, status: 'draft' })).toEqual([]);
  });

  it('starts with the signature for every other status', () => {
    for (const status of prescriptionStatuses.filter((each) => each !== 'draft')) {
      const [first] = progressOf({ ...facts, status });
      expect(first).toEqual({ key: 'signed', state: 'done', person: facts.doctor, at: facts.signedAt });
    }
  });

  it('is ready only after the pharmacist’s approval', () => {
    const ready = (status: 'signed' | 'under-review' | 'approved') =>
      progressOf({ ...facts, status }).find(({ key }) => key === 'ready')?.state;
    expect([ready('signed'), ready('under-review'), ready('approved')]).toEqual(['open', 'open', 'done']);
  });

  it('does not show a pharmacist that does not exist', () => {
    const steps = progressOf({ ...facts, pharmacist: null, decidedAt: null, status: 'approved' });
    expect(steps[1]).toEqual({ key: 'approvedByNobody', state: 'done' });
  });

  it('ends for a rejected prescription without a step to the pharmacy', () => {
    expect(progressOf({ ...facts, status: 'rejected' }).map(({ key }) => key)).toEqual(['signed', 'rejected']);
  });

  it('can be repeated once the pharmacist has approved it, not while a decision is pending', () => {
    const repeatable = (status: (typeof prescriptionStatuses)[number]) => isRepeatable({ dispensing: null, status });
    expect(prescriptionStatuses.filter(repeatable)).toEqual(['approved', 'dispensing', 'dispensed', 'expired']);
  });

  it('shows a partial dispense, whatever happens afterwards', () => {
    const given = (at: string) => ({
      id: at,
      number: 'n',
      at,
      pharmacy: { en: '', zh: '' },
      by: '',
      byLatin: '',
      lines: [],
      corrections: [],
    });
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
