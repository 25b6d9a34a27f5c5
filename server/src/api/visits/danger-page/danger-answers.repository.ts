import type { DangerPageAbout } from '@yunzhen/shared/visits/danger-page.contract';
import { ageInMonths, type DangerSubject } from './shown-items.ts';
import type { Sex } from '@yunzhen/shared/core/patient';
import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { Tx } from '../../../platform/db/transaction.ts';
import { columnsOf } from '../../../platform/db/table.ts';
import { dangerAnswerEntity, type DangerAnswerRow } from './danger-answer.entity.ts';

/** Days for which a tick counts. Neither a later answer nor another visit removes it; only a statement that it is no emergency does. */
const tickDays = 1;
/** The longest possible pregnancy, in weeks from the day on which it was stated. */
const pregnancyWeeks = 42;

const columns = columnsOf(dangerAnswerEntity, 'a');

export class DangerAnswersRepository {
  async insert(tx: Tx, row: Omit<DangerAnswerRow, 'hospitalId' | 'answeredAt'>): Promise<void> {
    await tx.manager.insert(dangerAnswerEntity, { ...row, hospitalId: tx.hospitalId, answeredAt: tx.now });
  }

  /** Returns the answers that count, oldest first: those of this visit, or those since the last request for the prescription. */
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

  /** Returns the answers with ticks that reached no doctor, oldest first: their visit was not checked in, or their request was not sent. */
  unseen(tx: Tx, patientId: string): Promise<DangerAnswerRow[]> {
    const since = new Date(tx.now.getTime() - tickDays * DAY_MS);
    return tx.query<DangerAnswerRow>(
      `SELECT ${columns} FROM danger_answer a LEFT JOIN visit v ON v.id = a.visit_id
       WHERE a.patient_id = $1 AND a.answered_at > $2 AND cardinality(a.ticked) > 0 AND v.danger_answer IS NULL
         AND NOT EXISTS (SELECT 1 FROM repeat_request r WHERE r.prescription_id = a.prescription_id AND r.asked_at >= a.answered_at)
       ORDER BY a.answered_at, a.id`,
      [patientId, since],
    );
  }

  /** Returns the current facts that decide which items are shown; null for an unknown patient. */
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

  /** Returns whether the prescription is signed and belongs to the patient, so that the patient may request it again. */
  async ownsPrescription(tx: Tx, patientId: string, prescriptionId: string): Promise<boolean> {
    const rows = await tx.query(
      'SELECT 1 FROM prescription WHERE id = $1 AND patient_id = $2 AND signed_at IS NOT NULL',
      [prescriptionId, patientId],
    );
    return rows.length > 0;
  }
}
