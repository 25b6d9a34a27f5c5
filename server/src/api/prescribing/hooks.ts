import type { DispensingSummary } from '@yunzhen/shared/prescribing/dispensing-state.schemas';
import type { Tx } from '../../platform/db/transaction.ts';
import { askHook, hook } from '../core/hook.ts';
import type { PrescriptionRow } from './prescription.entity.ts';

export type PrescribingHooks = ReturnType<typeof prescribingHooks>;

/** How far the dispensing of these prescriptions has come; those without an entry have not been approved. */
export type DispensingView = (
  tx: Tx,
  prescriptions: readonly PrescriptionRow[],
) => Promise<Map<string, DispensingSummary>>;

/**
 * Where other areas join in what happens to a prescription: the pharmacist’s review begins with the signature or not at all, and
 * nothing goes on with what has ended.
 */
export const prescribingHooks = () => ({
  onSigned: hook<[prescription: PrescriptionRow]>(),
  onCancelled: hook<[prescription: PrescriptionRow]>(),
  /** The doctor wants to withdraw what a pharmacy has claimed: the pharmacy is asked, and the prescription stays as it is. */
  onCancelAsked: hook<[prescription: PrescriptionRow, reason: string]>(),
  /** Its last day is over. */
  onExpired: hook<[prescription: PrescriptionRow]>(),
  onDispensingAsked: askHook<DispensingView>(),
});
