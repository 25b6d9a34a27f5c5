import type { Tx } from '../../platform/db/transaction.ts';
import { patientEntity } from './patient.entity.ts';

/** Writes what other areas change of a patient. */
export class PatientsRepository {
  /** `at`: when the patient stated that they have no known allergies; null when an allergy is recorded. */
  async setNoKnownAllergies(tx: Tx, patientId: string, at: Date | null): Promise<void> {
    await tx.manager.update(patientEntity, { id: patientId }, { noKnownAllergiesAt: at });
  }
}
