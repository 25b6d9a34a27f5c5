import type { DiagnosisList } from '@yunzhen/shared/chart/chart.contract';
import type { Note } from '@yunzhen/shared/chart/notes.contract';
import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';

/**
 * `unknown`: not loaded yet, never treated as done. `not-needed`: no prescription was started. `sent-back`: the pharmacist has rejected the newest
 * one; the doctor may still complete the visit.
 */
export type CompletionNeed =
  | { readonly part: 'note' | 'diagnosis'; readonly state: 'done' | 'left' | 'unknown' }
  | { readonly part: 'prescription'; readonly state: 'done' | 'left' | 'unknown' | 'not-needed' | 'sent-back' };

type PrescriptionState = Extract<CompletionNeed, { part: 'prescription' }>['state'];
type Known<T> = T | undefined;

/**
 * Returns what must be done before a visit can be completed: the note signed, a primary diagnosis, and a started prescription either signed or
 * discarded. A draft without lines does not count as started.
 */
export function completionNeeds(facts: {
  note: Known<Pick<Note, 'status'>>;
  diagnoses: Known<Pick<DiagnosisList, 'items'>>;
  /** Newest first. */
  prescriptions: Known<readonly Pick<Prescription, 'status' | 'items'>[]>;
  /** Lines on the page that the hospital may not have saved yet. */
  unsavedLines: boolean;
}): CompletionNeed[] {
  const { note, diagnoses, prescriptions, unsavedLines } = facts;
  return [
    { part: 'note', state: note ? toState(note.status === 'signed') : 'unknown' },
    { part: 'diagnosis', state: diagnoses ? toState(diagnoses.items.some(({ primary }) => primary)) : 'unknown' },
    { part: 'prescription', state: prescriptions ? prescriptionState(prescriptions, unsavedLines) : 'unknown' },
  ];
}

/** Returns true when nothing is left or unknown. */
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
