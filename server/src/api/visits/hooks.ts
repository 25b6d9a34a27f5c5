import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { GivenForm } from '@yunzhen/shared/intake/intake-draft.schemas';
import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import type { PriorEvidence } from '@yunzhen/shared/intake/prior-evidence.schemas';
import type { Intake } from '@yunzhen/shared/visits/visits.contract';
import type { Tx } from '../../platform/db/transaction.ts';
import { askHook, hook } from '../core/hook.ts';
import type { VisitRow } from './visit.entity.ts';

export type VisitsHooks = ReturnType<typeof visitsHooks>;

/** The former and the new doctor of a visit. */
export interface VisitMove {
  visitId: string;
  from: string;
  to: string;
  departmentId: string;
  /** The account of the former doctor. */
  formerAccountId: string;
}

/** The intake answers, taken from the draft. */
export interface TakenAnswers {
  form: GivenForm | null;
  /** Ids of pictures of an earlier diagnosis. */
  evidence: readonly string[];
  /** Danger signs that structured answers name. */
  flags: readonly RedFlagId[];
  /** Free-text answers. */
  words: readonly string[];
}

/** Hooks for other areas. */
export const visitsHooks = () => ({
  /**
   * Runs at check-in and takes the patient’s answers from the draft of this version. Throws `resource.stale` for another version, and
   * `validation.failed` when answers are missing.
   */
  onAnswersAsked: askHook<(tx: Tx, visit: VisitRow, draftVersion: number) => Promise<TakenAnswers>>(),
  /** The patient states evidence of an earlier diagnosis at check-in, with the pictures of its pages. */
  onEvidenceGiven:
    hook<[visit: VisitRow, given: { evidence: PriorEvidence; pages: readonly string[]; accountId: string }]>(),
  /** The patient has checked in; runs in the transaction of the check-in. */
  onCheckedIn: hook<[visitId: string]>(),
  /** Stores the answers for the same appointment at another time. */
  onAnswersKept: hook<[kept: { patientId: string; appointmentId: string; intake: Intake }]>(),
  /** Runs before a visit is completed, under its lock. Handlers refuse by throwing. */
  onCompletion: hook<[visit: VisitRow]>(),
  /** The visit has ended, in any final state. */
  onVisitEnded: hook<[visit: VisitRow, status: VisitStatus]>(),
  /** The visit has another doctor. Handlers move the data that their area stores for the doctor of a visit. */
  onHandedOver: hook<[move: VisitMove]>(),
  /** Runs last in a transaction that changed who may be in the call; the visit’s lock is held. */
  onRoomChanged: hook<[visitId: string]>(),
  /** Returns the names of each allergy in both languages, in input order. */
  onAllergyNamesAsked:
    askHook<
      (tx: Tx, recorded: readonly { substance: string; substanceCode: string | null }[]) => Promise<LocalizedText[][]>
    >(),
  /** Returns the accounts of guests in the call, who receive changes of the visit too. */
  onGuestsAsked: askHook<(tx: Tx, visitId: string) => Promise<readonly { accountId: string }[]>>(),
});
