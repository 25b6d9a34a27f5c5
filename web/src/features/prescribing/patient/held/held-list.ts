import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { PrescriptionCode } from '@yunzhen/shared/signing/prescription-paper.contract';
import type { Locale } from '@yunzhen/shared/core/locale';
import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { isToBeTaken } from '../prescription-progress.ts';

/** A prescription as it stays on the device; public/offline.js reads this shape too. */
export interface HeldPrescription extends Pick<
  Prescription,
  'id' | 'number' | 'patient' | 'doctor' | 'items' | 'signedAt' | 'validUntil'
> {
  /** Null once it cannot be dispensed any more, or while the code is unknown. */
  code: PrescriptionCode | null;
}

export interface HeldPrescriptions {
  accountId: string;
  patientId: string;
  locale: Locale;
  /** The hospital’s, for the times that the offline page shows. */
  timeZone: string;
  /** Epoch milliseconds of the last answer from the hospital. */
  at: number;
  items: HeldPrescription[];
}

/** Enough for one visit to a pharmacy. */
const most = 5;
/** A device that never goes online again does not show them for longer. */
const longest = 7 * DAY_MS;

/** Returns whether medicines can still be dispensed. */
export const isUsable = ({ status, validUntil }: Pick<Prescription, 'status' | 'validUntil'>, now: number): boolean =>
  ['approved', 'dispensing'].includes(status) && (validUntil === null || Date.parse(validUntil) > now);

/** Returns what the person may read: nothing of another account or patient, and nothing too old. */
export function readable(
  stored: HeldPrescriptions | undefined,
  person: { id: string; patientId: string | null },
  now: number,
): HeldPrescription[] {
  const own = stored?.accountId === person.id && stored.patientId === person.patientId;
  return own && stored.at > now - longest ? stored.items : [];
}

/** Returns the newest prescriptions with those that the hospital has just shown; withdrawn ones go, known codes stay while they can be used. */
export function merged(before: readonly HeldPrescription[], shown: readonly Prescription[], now: number) {
  const others = before.filter(({ id }) => !shown.some((one) => one.id === id));
  const taken = shown
    .filter((one) => one.status !== 'draft' && isToBeTaken(one))
    .map((one) => {
      const { id, number, patient, doctor, items, signedAt, validUntil } = one;
      const known = before.find((held) => held.id === id)?.code ?? null;
      const usable = isUsable(one, now);
      return { id, number, patient, doctor, items, signedAt, validUntil, code: usable ? known : null, usable };
    });
  return [...taken, ...others.map((one) => ({ ...one, usable: false }))]
    .toSorted((a, b) => (b.signedAt ?? '').localeCompare(a.signedAt ?? ''))
    .slice(0, most);
}
