import type { Prescription } from '@yunzhen/shared/contract/prescribing';

type Person = Prescription['doctor'];
export type ProgressKey =
  | 'signed'
  | 'waiting'
  | 'reviewing'
  | 'approved'
  | 'approvedByNobody'
  | 'rejected'
  | 'ready'
  | 'dispensing'
  | 'dispensed'
  | 'cancelled'
  | 'expired';

export interface ProgressStep {
  key: ProgressKey;
  state: 'done' | 'now' | 'open' | 'bad';
  person?: Person;
  at?: string;
}

type Facts = Pick<Prescription, 'status' | 'doctor' | 'pharmacist' | 'signedAt' | 'decidedAt'>;

/** The steps of a prescription that has been signed, as the patient is to see them, in their order. */
export function progressOf({ status, doctor, pharmacist, signedAt, decidedAt }: Facts): ProgressStep[] {
  const signed: ProgressStep = { key: 'signed', state: 'done', person: doctor, ...(signedAt ? { at: signedAt } : {}) };
  const decided = decidedAt ? { at: decidedAt } : {};
  const approved: ProgressStep = pharmacist
    ? { key: 'approved', state: 'done', person: pharmacist, ...decided }
    : { key: 'approvedByNobody', state: 'done', ...decided };
  switch (status) {
    case 'draft':
      return [];
    case 'signed':
      return [signed, { key: 'waiting', state: 'now' }, { key: 'ready', state: 'open' }];
    case 'under-review':
      return [signed, { key: 'reviewing', state: 'now' }, { key: 'ready', state: 'open' }];
    case 'approved':
      return [signed, approved, { key: 'ready', state: 'done' }];
    case 'dispensing':
      return [signed, approved, { key: 'dispensing', state: 'now' }];
    case 'dispensed':
      return [signed, approved, { key: 'dispensed', state: 'done' }];
    case 'rejected':
      return [signed, { key: 'rejected', state: 'bad', ...decided }];
    case 'cancelled':
      return [signed, { key: 'cancelled', state: 'bad' }];
    case 'expired':
      return [signed, { key: 'expired', state: 'bad' }];
  }
}
