import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';

type Person = Prescription['doctor'];
export type ProgressKey =
  | 'signed'
  | 'waiting'
  | 'reviewing'
  | 'approved'
  | 'approvedByNobody'
  | 'rejected'
  | 'ready'
  | 'partly'
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

type Facts = Pick<Prescription, 'status' | 'doctor' | 'pharmacist' | 'signedAt' | 'decidedAt' | 'dispensing'>;

/** Returns whether some of it was dispensed, whatever happened to the prescription afterwards. */
const handedOut = ({ dispensing }: Pick<Prescription, 'dispensing'>): boolean =>
  (dispensing?.dispenses.length ?? 0) > 0;

/** Returns false where no medicine should be taken: withdrawn, rejected or expired before anything was dispensed. */
export function isToBeTaken(prescription: Pick<Prescription, 'status' | 'dispensing'>): boolean {
  return !['rejected', 'cancelled', 'expired'].includes(prescription.status) || handedOut(prescription);
}

/** Returns whether the patient may request a repeat: not before the pharmacist has decided. */
export const isRepeatable = (prescription: Pick<Prescription, 'status' | 'dispensing'>): boolean =>
  ['approved', 'dispensing', 'dispensed', 'expired'].includes(prescription.status) || handedOut(prescription);

/** Returns the steps of a signed prescription for the patient, in order. */
export function progressOf(prescription: Facts): ProgressStep[] {
  const { status, doctor, pharmacist, signedAt, decidedAt } = prescription;
  const signed: ProgressStep = { key: 'signed', state: 'done', person: doctor, ...(signedAt ? { at: signedAt } : {}) };
  const decided = decidedAt ? { at: decidedAt } : {};
  const approved: ProgressStep = pharmacist
    ? { key: 'approved', state: 'done', person: pharmacist, ...decided }
    : { key: 'approvedByNobody', state: 'done', ...decided };
  const latest = prescription.dispensing?.dispenses.at(-1);
  const partly: ProgressStep[] = latest ? [{ key: 'partly', state: 'done', at: latest.at }] : [];
  switch (status) {
    case 'draft':
      return [];
    case 'signed':
      return [signed, { key: 'waiting', state: 'now' }, { key: 'ready', state: 'open' }];
    case 'under-review':
      return [signed, { key: 'reviewing', state: 'now' }, { key: 'ready', state: 'open' }];
    case 'approved':
      return [signed, approved, ...partly, { key: 'ready', state: 'done' }];
    case 'dispensing':
      return [signed, approved, ...partly, { key: 'dispensing', state: 'now' }];
    case 'dispensed':
      return [signed, approved, { key: 'dispensed', state: 'done' }];
    case 'rejected':
      return [signed, { key: 'rejected', state: 'bad', ...decided }];
    case 'cancelled':
      return [signed, ...partly, { key: 'cancelled', state: 'bad' }];
    case 'expired':
      return [signed, ...partly, { key: 'expired', state: 'bad' }];
  }
}
