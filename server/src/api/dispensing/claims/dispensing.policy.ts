import { AppError } from '@yunzhen/shared/core/errors';
import type { PrescriptionRow } from '../../prescribing/index.ts';

/** Throws a specific error for a prescription that can’t be claimed now. Nothing is dispensed before the pharmacist’s review. */
export function assertClaimable(row: PrescriptionRow, now: Date): void {
  switch (row.status) {
    case 'dispensed':
      throw new AppError('dispensing.used', 'prescription is already fully dispensed');
    case 'cancelled':
      throw new AppError('dispensing.cancelled', 'prescription was cancelled by the doctor');
    case 'expired':
      throw new AppError('dispensing.expired', 'prescription has expired');
    case 'approved':
      return assertInTime(row, now);
    case 'dispensing':
      throw new AppError('dispensing.claimed-by-another', 'prescription is claimed by another pharmacy');
    default:
      throw new AppError('dispensing.not-approved', 'prescription is not approved', { facts: { state: row.status } });
  }
}

/** Throws when the prescription has expired, because a claim does not extend it. */
export function assertInTime(row: Pick<PrescriptionRow, 'validUntil'>, now: Date): void {
  if (!row.validUntil || row.validUntil <= now) throw new AppError('dispensing.expired', 'prescription has expired');
}
