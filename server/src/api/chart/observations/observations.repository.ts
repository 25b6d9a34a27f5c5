import type { PregnancyStatement } from '@yunzhen/shared/chart/observations.contract';
import type { Tx } from '../../../platform/db/transaction.ts';
import { authoredColumns, authorJoin, toAuthored, type AuthoredRow } from '../entries/entry-sql.ts';
import type { ObservationRow as StoredObservation } from './observation.entity.ts';

export type ObservationRow = AuthoredRow &
  Pick<StoredObservation, 'id' | 'kind' | 'value' | 'diastolic' | 'unit' | 'measuredAt'>;

const observationColumns = `e.id, e.kind, trim_scale(e.value)::text AS value, trim_scale(e.diastolic)::text AS diastolic,
  e.unit, e.measured_at AS "measuredAt", ${authoredColumns}`;

/** Number of values per kind, enough for a trend. */
const shownOfEachKind = 12;

/** Stores observations and pregnancy statements. Queries omit retracted ones. */
export class ObservationsRepository {
  /** Returns the latest values of each kind, newest measurement first. */
  recent(tx: Tx, patientId: string): Promise<ObservationRow[]> {
    return tx.query<ObservationRow>(
      `SELECT ${observationColumns} FROM (
         SELECT o.*, row_number() OVER (PARTITION BY kind ORDER BY measured_at DESC, id DESC) AS place
         FROM observation o WHERE patient_id = $1 AND retracted_at IS NULL
       ) e ${authorJoin} WHERE e.place <= ${shownOfEachKind} ORDER BY e.measured_at DESC, e.id DESC`,
      [patientId],
    );
  }

  async find(tx: Tx, patientId: string, id: string): Promise<ObservationRow | null> {
    const [row] = await tx.query<ObservationRow>(
      `SELECT ${observationColumns} FROM observation e ${authorJoin} WHERE e.patient_id = $1 AND e.id = $2`,
      [patientId, id],
    );
    return row ?? null;
  }

  /** Returns the current statement: the newest that was not retracted. */
  async pregnancy(tx: Tx, patientId: string): Promise<PregnancyStatement | null> {
    const [row] = await tx.query<Omit<PregnancyStatement, 'recordedAt'> & AuthoredRow>(
      `SELECT e.id, e.pregnancy, e.trimester, e.due_date::text AS "dueDate", e.lactation, ${authoredColumns}
       FROM pregnancy_statement e ${authorJoin}
       WHERE e.patient_id = $1 AND e.retracted_at IS NULL ORDER BY e.recorded_at DESC, e.id DESC LIMIT 1`,
      [patientId],
    );
    return row ? toAuthored(row) : null;
  }
}
