import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import { findRedFlags } from '../danger-signs/red-flags.ts';
import { ageInYears } from '@yunzhen/shared/core/patient';
import type { VisitPriority } from '@yunzhen/shared/visits/visit';
import { AppError } from '@yunzhen/shared/core/errors';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { Tx } from '../../../platform/db/transaction.ts';

/** A danger sign found in the patient’s text, which the patient declared to be no emergency. */
export interface DismissedFlag {
  id: RedFlagId;
  /** When the patient declared it. */
  at: string;
}

/**
 * Throws `visit.red-flag` with the danger signs in the texts, except those that the patient declared to be no emergency. Returns these for storage
 * with the visit.
 */
export async function assertNoRedFlags(
  tx: Tx,
  patientId: string,
  said: {
    texts: readonly string[];
    /** Signs from structured answers, without free text. */
    named?: readonly RedFlagId[];
    dismissed: readonly RedFlagId[];
    before: readonly DismissedFlag[];
  },
): Promise<DismissedFlag[]> {
  const ageYears = await ageOf(tx, patientId);
  const inWords = said.texts.flatMap((text) => findRedFlags(text, { ageYears }));
  const found = new Set([...inWords, ...(said.named ?? [])]);
  const known = new Set(said.before.map(({ id }) => id));
  const open = [...found].filter((id) => !known.has(id) && !said.dismissed.includes(id));
  if (open.length > 0) {
    throw new AppError('visit.red-flag', 'complaint names a danger sign', { facts: { flags: open.join(' ') } });
  }
  const at = tx.now.toISOString();
  return [...said.before, ...[...found].filter((id) => !known.has(id)).map((id) => ({ id, at }))];
}

/** Returns the priority: visits with a possible danger go first, and the doctor sees the reason. */
export function priorityOf(redFlags: readonly DismissedFlag[]): VisitPriority {
  return redFlags.length > 0 ? 'urgent' : 'routine';
}

async function ageOf(tx: Tx, patientId: string): Promise<number | null> {
  const [row] = await tx.query<{ born: string; timeZone: string }>(
    `SELECT p.birth_date::text AS born, h.time_zone AS "timeZone" FROM patient p JOIN hospital h ON h.id = p.hospital_id WHERE p.id = $1`,
    [patientId],
  );
  return row ? ageInYears(row.born, dayIn(row.timeZone, tx.now)) : null;
}
