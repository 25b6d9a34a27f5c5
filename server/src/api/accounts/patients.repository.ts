import type { Tx } from '../../platform/db/transaction.ts';

/** Writes what other areas change of a patient. */
export class PatientsRepository {
  /** `at`: when the patient stated that they have no known allergies; null when an allergy is recorded. */
  async setNoKnownAllergies(tx: Tx, patientId: string, at: Date | null): Promise<void> {
    await tx.query('UPDATE patient SET no_known_allergies_at = $2 WHERE id = $1', [patientId, at]);
  }
}
