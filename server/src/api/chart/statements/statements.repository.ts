import type { Allergy, Condition, MedicationStatement } from '@yunzhen/shared/chart/chart.contract';
import type { Tx } from '../../../platform/db/transaction.ts';
import { authoredColumns, authorJoin, toAuthored, type AuthoredRow } from '../entries/entry-sql.ts';

type Kept<Item> = Omit<Item, 'recordedAt'> & AuthoredRow;

const allergySql = `SELECT e.id, e.substance, e.substance_code AS "substanceCode", e.category, e.reaction, e.severity,
  ${authoredColumns} FROM allergy e ${authorJoin} WHERE e.patient_id = $1`;
const medicineSql = `SELECT e.id, e.product_id AS "productId", e.text, e.dosage, ${authoredColumns}
  FROM medication_statement e ${authorJoin} WHERE e.patient_id = $1`;
const conditionSql = `SELECT e.id, e.code, e.title, e.since::text, e.resolved_at AS "resolvedAt", ${authoredColumns}
  FROM condition e ${authorJoin} WHERE e.patient_id = $1`;
const standing = 'AND e.retracted_at IS NULL ORDER BY e.recorded_at, e.id';

/** Reads allergies, conditions and medicines as stated, oldest first, without retracted ones. */
export class StatementsRepository {
  async allergies(tx: Tx, patientId: string): Promise<Allergy[]> {
    return (await tx.query<Kept<Allergy>>(`${allergySql} ${standing}`, [patientId])).map(toAuthored);
  }

  async medicines(tx: Tx, patientId: string): Promise<MedicationStatement[]> {
    return (await tx.query<Kept<MedicationStatement>>(`${medicineSql} ${standing}`, [patientId])).map(toAuthored);
  }

  /** Includes resolved conditions, because they are part of the history. */
  async conditions(tx: Tx, patientId: string): Promise<Condition[]> {
    return (await tx.query<KeptCondition>(`${conditionSql} ${standing}`, [patientId])).map(toCondition);
  }

  /** Returns the patient’s allergy, retracted or not. */
  async allergy(tx: Tx, patientId: string, id: string): Promise<Allergy | null> {
    const [row] = await tx.query<Kept<Allergy>>(`${allergySql} AND e.id = $2`, [patientId, id]);
    return row ? toAuthored(row) : null;
  }

  async medicine(tx: Tx, patientId: string, id: string): Promise<MedicationStatement | null> {
    const [row] = await tx.query<Kept<MedicationStatement>>(`${medicineSql} AND e.id = $2`, [patientId, id]);
    return row ? toAuthored(row) : null;
  }

  async condition(tx: Tx, patientId: string, id: string): Promise<Condition | null> {
    const [row] = await tx.query<KeptCondition>(`${conditionSql} AND e.id = $2`, [patientId, id]);
    return row ? toCondition(row) : null;
  }
}

type KeptCondition = Kept<Omit<Condition, 'resolvedAt'>> & { resolvedAt: Date | null };

function toCondition(row: KeptCondition): Condition {
  return { ...toAuthored(row), resolvedAt: row.resolvedAt?.toISOString() ?? null };
}
