import type { DiagnosisList } from '@yunzhen/shared/chart/chart.contract';
import type { Note } from '@yunzhen/shared/chart/notes.contract';
import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';

/**
 * `unknown`: not read yet, which is never taken for done. `not-needed`: no prescription was begun. `sent-back`: the
 * pharmacist has rejected the newest one; the visit may end all the same, when the doctor says so.
 */
export type CompletionNeed =
  | { readonly part: 'note' | 'diagnosis'; readonly state: 'done' | 'left' | 'unknown' }
  | { readonly part: 'prescription'; readonly state: 'done' | 'left' | 'unknown' | 'not-needed' | 'sent-back' };

type PrescriptionState = Extract<CompletionNeed, { part: 'prescription' }>['state'];
type Known<T> = T | undefined;

/**
 * What is left before a visit can be completed: the note signed, a primary diagnosis, and a prescription that was begun
 * either signed or put away. A draft without a line was not begun.
 */
export function completionNeeds(facts: {
  note: Known<Pick<Note, 'status'>>;
  diagnoses: Known<Pick<DiagnosisList, 'items'>>;
  /** The newest first. */
  prescriptions: Known<readonly Pick<Prescription, 'status' | 'items'>[]>;
  /** Lines that the page holds and the hospital may not have yet. */
  unsavedLines: boolean;
}): CompletionNeed[] {
  const { note, diagnoses, prescriptions, unsavedLines } = facts;
  return [
    { part: 'note', state: note ? toState(note.status === 'signed') : 'unknown' },
    { part: 'diagnosis', state: diagnoses ? toState(diagnoses.items.some(({ primary }) => primary)) : 'unknown' },
    { part: 'prescription', state: prescriptions ? prescriptionState(prescriptions, unsavedLines) : 'unknown' },
  ];
}

/** True when nothing is left or unknown. */
export function isComplete(needs: readonly CompletionNeed[]): boolean {
  return needs.every(({ state }) => state !== 'left' && state !== 'unknown');
}

function toState(done: boolean): 'done' | 'left' {
  return done ? 'done' : 'left';
}

function prescriptionState(
  prescriptions: readonly Pick<Prescription, 'status' | 'items'>[],
  unsavedLines: boolean,
): PrescriptionState {
  if (unsavedLines || prescriptions.some(({ status, items }) => status === 'draft' && items.length > 0)) return 'left';
  const newest = prescriptions.find(({ status }) => status !== 'draft' && status !== 'cancelled');
  if (!newest) return 'not-needed';
  return newest.status === 'rejected' ? 'sent-back' : 'done';
}
