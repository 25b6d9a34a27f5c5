import { IsNull } from 'typeorm';
import type { Allergy, MedicationStatement } from '@yunzhen/shared/contract/chart';
import type { Tx } from '../../../../platform/db/transaction.ts';
import { allergyEntity, type AllergyRow } from './allergy.entity.ts';
import { medicationStatementEntity, type MedicationStatementRow } from './medication-statement.entity.ts';

/** Allergies and medicines as they were stated, oldest first, without those taken back. */
export class StatementsRepository {
  async allergies(tx: Tx, patientId: string): Promise<Allergy[]> {
    const rows = await tx.manager.getRepository(allergyEntity).find({
      where: { patientId, retractedAt: IsNull() },
      order: { recordedAt: 'ASC', id: 'ASC' },
    });
    return rows.map(toAllergy);
  }

  async medicines(tx: Tx, patientId: string): Promise<MedicationStatement[]> {
    const rows = await tx.manager.getRepository(medicationStatementEntity).find({
      where: { patientId, retractedAt: IsNull() },
      order: { recordedAt: 'ASC', id: 'ASC' },
    });
    return rows.map(toMedicationStatement);
  }

  /** That allergy of that patient, taken back or not. */
  allergy(tx: Tx, patientId: string, id: string): Promise<AllergyRow | null> {
    return tx.manager.getRepository(allergyEntity).findOne({ where: { id, patientId } });
  }

  medicine(tx: Tx, patientId: string, id: string): Promise<MedicationStatementRow | null> {
    return tx.manager.getRepository(medicationStatementEntity).findOne({ where: { id, patientId } });
  }

  async insertAllergy(tx: Tx, row: AllergyRow): Promise<void> {
    await tx.manager.getRepository(allergyEntity).insert(row);
  }

  async insertMedicine(tx: Tx, row: MedicationStatementRow): Promise<void> {
    await tx.manager.getRepository(medicationStatementEntity).insert(row);
  }

  async retractAllergy(tx: Tx, id: string, by: string): Promise<void> {
    const change = { retractedAt: tx.now, retractedByAccountId: by };
    await tx.manager.getRepository(allergyEntity).update({ id }, change);
  }

  async retractMedicine(tx: Tx, id: string, by: string): Promise<void> {
    const change = { retractedAt: tx.now, retractedByAccountId: by };
    await tx.manager.getRepository(medicationStatementEntity).update({ id }, change);
  }
}

export function toAllergy(row: AllergyRow): Allergy {
  const { id, substance, substanceCode, category, reaction, severity, recordedBy } = row;
  return {
    id,
    substance,
    substanceCode,
    category,
    reaction,
    severity,
    recordedBy,
    recordedAt: row.recordedAt.toISOString(),
  };
}

export function toMedicationStatement(row: MedicationStatementRow): MedicationStatement {
  const { id, productId, text, dosage, recordedBy } = row;
  return { id, productId, text, dosage, recordedBy, recordedAt: row.recordedAt.toISOString() };
}
