import type { DangerPageAbout } from '@yunzhen/shared/visits/danger-page.contract';
import { ageInMonths, type DangerSubject } from './shown-items.ts';
import type { Sex } from '@yunzhen/shared/core/patient';
import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { Tx } from '../../../platform/db/transaction.ts';
import { columnsOf } from '../../../platform/db/table.ts';
import { dangerAnswerEntity, type DangerAnswerRow } from './danger-answer.entity.ts';

/** A tick counts for a day, whatever is answered after it: it is dismissed by a statement and never by another answer. */
const tickDays = 1;
/** No pregnancy lasts longer than this from the day on which it was stated. */
const pregnancyWeeks = 42;

const columns = columnsOf(dangerAnswerEntity, 'a');

export class DangerAnswersRepository {
  async insert(tx: Tx, row: Omit<DangerAnswerRow, 'hospitalId' | 'answeredAt'>): Promise<void> {
    await tx.manager.insert(dangerAnswerEntity, { ...row, hospitalId: tx.hospitalId, answeredAt: tx.now });
  }

  /** The answers that count, oldest first: of this visit, or since the last request to have the prescription again. */
  counting(tx: Tx, patientId: string, about: DangerPageAbout): Promise<DangerAnswerRow[]> {
    const since = new Date(tx.now.getTime() - tickDays * DAY_MS);
    const [of, id] =
      'visitId' in about
        ? ['a.visit_id = $1', about.visitId]
        : [
            `a.prescription_id = $1 AND a.answered_at >
               coalesce((SELECT max(r.asked_at) FROM repeat_request r WHERE r.prescription_id = $1), '-infinity')`,
            about.prescriptionId,
          ];
    return tx.query<DangerAnswerRow>(
      `SELECT ${columns} FROM danger_answer a WHERE ${of} AND a.patient_id = $2 AND a.answered_at > $3
       ORDER BY a.answered_at, a.id`,
      [id, patientId, since],
    );
  }

  /** What decides which items are shown, by the record as it is now; null for an unknown patient. */
  async subject(tx: Tx, patientId: string): Promise<DangerSubject | null> {
    const stated = new Date(tx.now.getTime() - pregnancyWeeks * 7 * DAY_MS);
    const [row] = await tx.query<{ born: string; sex: Sex; timeZone: string; pregnant: boolean }>(
      `SELECT p.birth_date::text AS born, p.sex, h.time_zone AS "timeZone",
         coalesce((SELECT s.pregnancy = 'pregnant' AND s.recorded_at > $2 FROM pregnancy_statement s
           WHERE s.patient_id = p.id AND s.retracted_at IS NULL ORDER BY s.recorded_at DESC, s.id DESC LIMIT 1), false) AS pregnant
       FROM patient p JOIN hospital h ON h.id = p.hospital_id WHERE p.id = $1`,
      [patientId, stated],
    );
    if (!row) return null;
    const { born, sex, timeZone, pregnant } = row;
    return { sex, pregnant, ageMonths: ageInMonths(born, dayIn(timeZone, tx.now)) };
  }

  /** Whether the patient may ask for this prescription again: it is theirs, and signed. */
  async ownsPrescription(tx: Tx, patientId: string, prescriptionId: string): Promise<boolean> {
    const rows = await tx.query(
      'SELECT 1 FROM prescription WHERE id = $1 AND patient_id = $2 AND signed_at IS NOT NULL',
      [prescriptionId, patientId],
    );
    return rows.length > 0;
  }
}
