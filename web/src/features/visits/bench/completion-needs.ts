import type { DiagnosisList } from '@yunzhen/shared/chart/chart.contract';
import type { VisitBasis } from '@yunzhen/shared/chart/visit-basis.contract';
import type { Note } from '@yunzhen/shared/chart/notes.contract';
import type { ClinicalDocument } from '@yunzhen/shared/documents/documents.contract';
import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { ReviewThread } from '@yunzhen/shared/review/review.contract';

/** Required for completion. `unknown`: not loaded yet, never treated as done. */
export type RequiredNeed =
  | { readonly part: 'note'; readonly state: 'done' | 'left' | 'unknown' }
  /** `first-visit`: stated as one, so the visit ends with a referral, or the statement is withdrawn. */
  | { readonly part: 'diagnosis'; readonly state: 'done' | 'left' | 'unknown' | 'first-visit' }
  | { readonly part: 'prescription'; readonly state: 'done' | 'left' | 'unknown' | 'not-needed' | 'sent-back' };

/** Open tasks that do not prevent completion: the doctor is warned. `count` is their number. */
export interface OpenTask {
  readonly part: 'question' | 'documents';
  readonly state: 'open' | 'unknown';
  readonly count: number;
}

export type CompletionNeed = RequiredNeed | OpenTask;

type PrescriptionState = Extract<RequiredNeed, { part: 'prescription' }>['state'];
type Known<T> = T | undefined;

interface CompletionFacts {
  note: Known<Pick<Note, 'status'>>;
  diagnoses: Known<Pick<DiagnosisList, 'items'>>;
  /** Null where the rules require none. */
  basis: Known<Pick<VisitBasis, 'statement'>> | null;
  /** Newest first. */
  prescriptions: Known<readonly Pick<Prescription, 'status' | 'items'>[]>;
  /** Lines on the page that the hospital may not have saved yet. */
  unsavedLines: boolean;
  threads: Known<readonly Pick<ReviewThread, 'open' | 'messages'>[]>;
  documents: Known<readonly Pick<ClinicalDocument, 'status'>[]>;
}

/**
 * Returns what must be done before a visit can be completed (the note signed, a primary diagnosis, no statement of a first visit, a started prescription signed or discarded), then
 * the open tasks: unanswered questions of a pharmacist and unsigned documents. A draft without lines does not count as started.
 */
export function completionNeeds(facts: CompletionFacts): CompletionNeed[] {
  const { note, diagnoses, basis, prescriptions, unsavedLines, threads, documents } = facts;
  return [
    { part: 'note', state: note ? toState(note.status === 'signed') : 'unknown' },
    { part: 'diagnosis', state: diagnosisState(diagnoses, basis) },
    { part: 'prescription', state: prescriptions ? prescriptionState(prescriptions, unsavedLines) : 'unknown' },
    ...openTask('question', threads?.filter(isUnanswered).length),
    ...openTask('documents', documents?.filter(({ status }) => status === 'draft').length),
  ];
}

/** Returns the first required need that is left or unknown; undefined when the visit can be completed. */
export function firstMissing(needs: readonly CompletionNeed[]): CompletionNeed | undefined {
  return (
    needs.find(({ state }) => state === 'left' || state === 'first-visit') ??
    needs.find((need) => !isOpenTask(need) && need.state === 'unknown')
  );
}

/** Returns true when nothing required is left or unknown. */
export function isComplete(needs: readonly CompletionNeed[]): boolean {
  return firstMissing(needs) === undefined;
}

/** Returns what the doctor should know before completing: open tasks, and a prescription that was returned. */
export function openAtCompletion(needs: readonly CompletionNeed[]): CompletionNeed[] {
  return needs.filter((need) => isOpenTask(need) || need.state === 'sent-back');
}

export function isOpenTask(need: CompletionNeed): need is OpenTask {
  return need.part === 'question' || need.part === 'documents';
}

function openTask(part: OpenTask['part'], count: number | undefined): OpenTask[] {
  if (count === undefined) return [{ part, state: 'unknown', count: 0 }];
  return count > 0 ? [{ part, state: 'open', count }] : [];
}

/** A question is answered by any later message of the doctor. */
function isUnanswered({ open, messages }: Pick<ReviewThread, 'open' | 'messages'>): boolean {
  return open && messages.at(-1)?.side === 'pharmacist';
}

function toState(done: boolean): 'done' | 'left' {
  return done ? 'done' : 'left';
}

function diagnosisState(
  diagnoses: CompletionFacts['diagnoses'],
  basis: CompletionFacts['basis'],
): 'done' | 'left' | 'unknown' | 'first-visit' {
  // A statement of an earlier doctor of the visit does not count.
  if (basis?.statement?.own && basis.statement.verdict === 'first-visit') return 'first-visit';
  if (!diagnoses) return 'unknown';
  if (!diagnoses.items.some(({ primary }) => primary)) return 'left';
  return basis === undefined ? 'unknown' : 'done';
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
