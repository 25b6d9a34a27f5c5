import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import type { DangerAnswer, DeclaredFlag } from '@yunzhen/shared/intake/danger-page/danger-answer.schemas';
import { flagsOfItems } from '../danger-page/shown-items.ts';
import { findRedFlags } from '../danger-signs/red-flags.ts';
import { ageInYears } from '@yunzhen/shared/core/patient';
import type { VisitPriority } from '@yunzhen/shared/visits/visit';
import { AppError } from '@yunzhen/shared/core/errors';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { Tx } from '../../../platform/db/transaction.ts';

/**
 * Throws `visit.red-flag` with the danger signs in the texts and ticks, except those that the patient declared to be no emergency. Returns these for
 * storage with the visit. What was declared before a tick does not cover it.
 */
export async function assertNoRedFlags(
  tx: Tx,
  patientId: string,
  said: {
    texts: readonly string[];
    /** Signs from structured answers, without free text. */
    named?: readonly RedFlagId[];
    /** Items ticked on the page of danger signs, each with its last time. */
    lastTicked?: DangerAnswer['ticked'];
    dismissed: readonly RedFlagId[];
    before: readonly DeclaredFlag[];
  },
): Promise<DeclaredFlag[]> {
  const ageYears = await ageOf(tx, patientId);
  const inWords = [...new Set(said.texts)].flatMap((text) => findRedFlags(text, { ageYears }));
  const inTicks = (said.lastTicked ?? []).flatMap(({ id, at }) => flagsOfItems([id]).map((flag) => ({ id: flag, at })));
  const found = new Set([...inWords, ...(said.named ?? []), ...inTicks.map(({ id }) => id)]);
  const declared = said.before.filter(({ id, at }) => !inTicks.some((tick) => tick.id === id && tick.at > at));
  const known = new Set(declared.map(({ id }) => id));
  const open = [...found].filter((id) => !known.has(id) && !said.dismissed.includes(id));
  if (open.length > 0) {
    throw new AppError('visit.red-flag', 'complaint names a danger sign', { facts: { flags: open.join(' ') } });
  }
  const at = tx.now.toISOString();
  return [...declared, ...[...found].filter((id) => !known.has(id)).map((id) => ({ id, at }))];
}

/** Audits that a patient declared danger signs to be no emergency. */
export async function auditDeclared(
  tx: Tx,
  declared: readonly DeclaredFlag[],
  about: { entity: 'visit' | 'appointment' | 'prescription'; entityId: string; patientId: string },
): Promise<void> {
  if (declared.length === 0) return;
  await tx.audit('visit.red-flags-dismissed', { ...about, details: { count: declared.length } });
}

/** Returns the priority: visits with a possible danger go first, and the doctor sees the reason. */
export function priorityOf(redFlags: readonly DeclaredFlag[]): VisitPriority {
  return redFlags.length > 0 ? 'urgent' : 'routine';
}

async function ageOf(tx: Tx, patientId: string): Promise<number | null> {
  const [row] = await tx.query<{ born: string; timeZone: string }>(
    `SELECT p.birth_date::text AS born, h.time_zone AS "timeZone" FROM patient p JOIN hospital h ON h.id = p.hospital_id WHERE p.id = $1`,
    [patientId],
  );
  return row ? ageInYears(row.born, dayIn(row.timeZone, tx.now)) : null;
}
