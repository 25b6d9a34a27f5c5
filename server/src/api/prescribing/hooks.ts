import type { DispensingSummary } from '@yunzhen/shared/prescribing/dispensing-state.schemas';
import type { Tx } from '../../platform/db/transaction.ts';
import { askHook, hook } from '../core/hook.ts';
import type { PrescriptionRow } from './prescription.entity.ts';

export type PrescribingHooks = ReturnType<typeof prescribingHooks>;

/** Returns the dispensing progress of the given prescriptions; prescriptions that were not approved have no entry. */
export type DispensingView = (
  tx: Tx,
  prescriptions: readonly PrescriptionRow[],
) => Promise<Map<string, DispensingSummary>>;

/**
 * Hooks for other areas. They run in the transaction of the change, so a review starts only with a committed signature and stops when the
 * prescription ends.
 */
export const prescribingHooks = () => ({
  /** A prescription was saved in another state: reviewed, claimed, released or ended. */
  onChanged: hook<[prescription: PrescriptionRow]>(),
  onSigned: hook<[prescription: PrescriptionRow]>(),
  onCancelled: hook<[prescription: PrescriptionRow]>(),
  /** The doctor asks to cancel a prescription that a pharmacy has claimed. The pharmacy decides; the prescription does not change. */
  onCancelAsked: hook<[prescription: PrescriptionRow, reason: string]>(),
  /** The last valid day is over. */
  onExpired: hook<[prescription: PrescriptionRow]>(),
  onDispensingAsked: askHook<DispensingView>(),
});
