import { IsNull } from 'typeorm';
import type { Tx } from '../../platform/db/transaction.ts';
import { readableNumber } from '../../platform/ids.ts';
import { patientEntity } from './patient.entity.ts';

/** Writes what other areas change of a patient. */
export class PatientsRepository {
  /** `at`: when the patient stated that they have no known allergies; null when an allergy is recorded. */
  async setNoKnownAllergies(tx: Tx, patientId: string, at: Date | null): Promise<void> {
    await tx.manager.update(patientEntity, { id: patientId }, { noKnownAllergiesAt: at });
  }

  /** Gives the patient’s outpatient record a number, unless it has one. It never changes. `today` is the hospital’s calendar day. */
  async numberRecord(tx: Tx, patientId: string, today: string): Promise<void> {
    const unnumbered = { id: patientId, recordNumber: IsNull() };
    await tx.manager.update(patientEntity, unnumbered, { recordNumber: readableNumber(today) });
  }
}
