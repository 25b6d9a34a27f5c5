import { AppError } from '@yunzhen/shared/core/errors';
import type { PrescriptionRow } from '../../prescribing/index.ts';

/** Throws a specific error for a prescription that can’t be claimed now. Nothing is dispensed before the pharmacist’s review. */
export function assertClaimable(row: PrescriptionRow, now: Date): void {
  switch (row.status) {
    case 'dispensed':
      throw new AppError('dispensing.used', 'all of it was handed out');
    case 'cancelled':
      throw new AppError('dispensing.cancelled', 'withdrawn by the doctor');
    case 'expired':
      throw new AppError('dispensing.expired', 'its days are over');
    case 'approved':
      return assertInTime(row, now);
    case 'dispensing':
      throw new AppError('dispensing.claimed-by-another', 'another pharmacy holds it');
    default:
      throw new AppError('dispensing.not-approved', 'not reviewed, or refused', { facts: { state: row.status } });
  }
}

/** Throws when the prescription has expired, because a claim does not extend it. */
export function assertInTime(row: Pick<PrescriptionRow, 'validUntil'>, now: Date): void {
  if (!row.validUntil || row.validUntil <= now) throw new AppError('dispensing.expired', 'its days are over');
}
