import type { Tx } from '../../platform/db/transaction.ts';

/** What other areas write of a patient. */
export class PatientsRepository {
  /** `at`: when it was stated that the patient has no known allergies; null when an allergy is. */
  async setNoKnownAllergies(tx: Tx, patientId: string, at: Date | null): Promise<void> {
    await tx.query('UPDATE patient SET no_known_allergies_at = $2 WHERE id = $1', [patientId, at]);
  }
}
