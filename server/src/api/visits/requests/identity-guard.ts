import { needsRealName } from '@yunzhen/shared/accounts/identity';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Tx } from '../../../platform/db/transaction.ts';

/** Where the rules ask for real names nobody comes to a doctor under a name that was not proven. Throws `visit.identity-needed`. */
export async function requireKnownPatient(tx: Tx, patientId: string): Promise<void> {
  const [row] = await tx.query<{ jurisdiction: string; verified: boolean }>(
    `SELECT h.jurisdiction, p.identity_verified_at IS NOT NULL AS verified
     FROM patient p JOIN hospital h ON h.id = p.hospital_id WHERE p.id = $1`,
    [patientId],
  );
  if (row && needsRealName(row.jurisdiction) && !row.verified)
    throw new AppError('visit.identity-needed', 'the patient is not verified');
}
