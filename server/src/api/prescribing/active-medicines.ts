import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { daysOfQuantity } from '@yunzhen/shared/prescribing/dose/course';
import type { ActiveMedicine } from '@yunzhen/shared/prescribing/active-medicine.schemas';
import type { PrescriptionItem } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { PrescriptionRow } from './prescription.entity.ts';

/** Returns the latest end of a line’s course, counted from the last day on which it could be dispensed. */
function endOf(
  { validUntil, signedAt }: PrescriptionRow,
  { durationDays }: Pick<PrescriptionItem, 'durationDays'>,
  at: Date,
): Date {
  return new Date((validUntil ?? signedAt ?? at).getTime() + durationDays * DAY_MS);
}

/**
 * Returns for how many days a line lasts from now, if taken as planned; null as needed, and when its quantity was changed and cannot be compared with
 * the dose.
 */
export function supplyDaysOf(row: PrescriptionRow, item: PrescriptionItem, at: Date): number | null {
  if (item.asNeeded !== null) return null;
  const lasts = daysOfQuantity(item.quantity, item);
  if (lasts === undefined && item.quantity.manual) return null;
  const end = endOf(row, { durationDays: Math.max(item.durationDays, lasts ?? 0) }, at);
  return Math.ceil((end.getTime() - at.getTime()) / DAY_MS);
}

/** Returns the lines whose course is not over. */
export function stillTaken(row: PrescriptionRow, at: Date): PrescriptionItem[] {
  return row.items.filter((item) => endOf(row, item, at) > at);
}

/** Returns the lines of these prescriptions that the patient may still take, as the chart shows them. */
export function activeMedicinesOf(rows: readonly PrescriptionRow[], at: Date): ActiveMedicine[] {
  return rows.flatMap((row) =>
    stillTaken(row, at).map((item) => ({
      id: item.id,
      prescriptionId: row.id,
      visitId: row.visitId,
      status: row.status,
      name: item.productName,
      strength: item.strength,
      instruction: item.instruction,
      signedAt: (row.signedAt ?? at).toISOString(),
      until: endOf(row, item, at).toISOString(),
    })),
  );
}
