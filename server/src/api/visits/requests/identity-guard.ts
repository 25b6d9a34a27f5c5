import { needsRealName } from '@yunzhen/shared/accounts/identity';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Tx } from '../../../platform/db/transaction.ts';

/** Throws `visit.identity-needed` when the rules require a verified identity and the patient has none. */
export async function requireKnownPatient(tx: Tx, patientId: string): Promise<void> {
  const [row] = await tx.query<{ jurisdiction: string; verified: boolean }>(
    `SELECT h.jurisdiction, p.identity_verified_at IS NOT NULL AS verified
     FROM patient p JOIN hospital h ON h.id = p.hospital_id WHERE p.id = $1`,
    [patientId],
  );
  if (row && needsRealName(row.jurisdiction) && !row.verified)
    throw new AppError('visit.identity-needed', 'patient is not verified');
}
