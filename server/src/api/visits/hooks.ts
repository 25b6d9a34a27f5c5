import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import type { GivenForm } from '@yunzhen/shared/intake/intake-draft.schemas';
import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import type { Intake } from '@yunzhen/shared/visits/visits.contract';
import type { Tx } from '../../platform/db/transaction.ts';
import { askHook, hook } from '../core/hook.ts';
import type { VisitRow } from './visit.entity.ts';

export type VisitsHooks = ReturnType<typeof visitsHooks>;

/** Who was and who is the doctor of a visit. */
export interface VisitMove {
  visitId: string;
  from: string;
  to: string;
  departmentId: string;
  /** The account of the former doctor. */
  formerAccountId: string;
}

/** What was answered before the visit, taken out of its draft. */
export interface TakenAnswers {
  form: GivenForm | null;
  /** Ids of pictures of an earlier diagnosis. */
  evidence: readonly string[];
  /** Danger signs that answers name. */
  flags: readonly RedFlagId[];
  /** What was answered in words. */
  words: readonly string[];
}

/** Where other areas join in what happens to a visit. */
export const visitsHooks = () => ({
  /**
   * At check-in: takes what the patient answered in a draft of this version into the visit. Throws `resource.stale` for another version,
   * and `validation.failed` where answers are missing.
   */
  onAnswersAsked: askHook<(tx: Tx, visit: VisitRow, draftVersion: number) => Promise<TakenAnswers>>(),
  /** The patient comes to the same appointment at another time: the answers are kept for it. */
  onAnswersKept: hook<[kept: { patientId: string; appointmentId: string; intake: Intake }]>(),
  /** Before a visit is completed, under its lock. Refuses by throwing. */
  onCompletion: hook<[visit: VisitRow]>(),
  /** The visit has come to an end, whichever. */
  onVisitEnded: hook<[visit: VisitRow, status: VisitStatus]>(),
  /** The visit is another doctor’s now. What an area stores for the doctor of a visit goes with it. */
  onHandedOver: hook<[move: VisitMove]>(),
  /** Last in a transaction that changed who may be in the call of the visit; its lock is held. */
  onRoomChanged: hook<[visitId: string]>(),
  /** The accounts of guests in the call of the visit, to whom its changes are published too. */
  onGuestsAsked: askHook<(tx: Tx, visitId: string) => Promise<readonly { accountId: string }[]>>(),
});
