import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';
import type { AppointmentStatus } from '@yunzhen/shared/scheduling/appointment';
import { asOfArrival } from '@yunzhen/shared/intake/answers/arrived-draft';
import type { IntakeSubject } from '@yunzhen/shared/intake/forms/form';
import { intakeCatalogue } from '@yunzhen/shared/intake/forms/form-catalogue';
import { ageInYears, type Sex } from '@yunzhen/shared/core/patient';
import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { intakeDraftEntity, type IntakeDraftRow } from './intake-draft.entity.ts';
import { intakePictureEntity } from './intake-picture.entity.ts';
import { columnsOf } from '../../platform/db/table.ts';
import { insertUnlessThere } from '../../platform/db/insert-unless-there.ts';

/** A draft; its content is null before the first save. */
export interface DraftRow extends Omit<IntakeDraftRow, 'hospitalId'> {
  visitStatus: VisitStatus | null;
  appointmentStatus: AppointmentStatus | null;
  complaint: string;
  /** The patient facts that decide the questions, as of the visit request or, before it, today. */
  subject: IntakeSubject;
  /** The hospital’s calendar day (ISO). */
  today: string;
}

type Found = Omit<DraftRow, 'subject' | 'today'> & { sex: Sex; born: string; timeZone: string; askedAt: Date | null };

const columns = columnsOf(intakeDraftEntity, 'd', [
  'id',
  'patientId',
  'visitId',
  'appointmentId',
  'version',
  'content',
  'updatedAt',
]);
const draftSql = `SELECT ${columns}, v.status AS "visitStatus", a.status AS "appointmentStatus", coalesce(v.complaint, a.reason, '') AS complaint,
    p.sex, p.birth_date::text AS born, h.time_zone AS "timeZone", v.created_at AS "askedAt"
  FROM intake_draft d
  JOIN patient p ON p.id = d.patient_id
  JOIN hospital h ON h.id = d.hospital_id
  LEFT JOIN visit v ON v.id = d.visit_id
  LEFT JOIN appointment a ON a.id = d.appointment_id`;

/** Stores drafts of intake answers as plain text, like drafts of notes, under the same row-level security as the visit. */
export class DraftsRepository {
  async find(tx: Tx, id: string): Promise<DraftRow | null> {
    return this.#one(tx, 'd.id = $1', id);
  }

  /** Returns the draft, locked until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<DraftRow | null> {
    return this.#one(tx, 'd.id = $1', id, 'FOR UPDATE OF d');
  }

  /**
   * Returns the visit’s draft, locked. Adopts the draft of its appointment with the answers that are still valid on arrival. This creates a new
   * version, so that an open page merges it.
   */
  async lockOfVisit(tx: Tx, visitId: string): Promise<DraftRow | null> {
    const own = await this.#one(tx, 'd.visit_id = $1', visitId, 'FOR UPDATE OF d');
    if (own) return own;
    const ahead = await this.#one(
      tx,
      'd.visit_id IS NULL AND d.appointment_id = (SELECT id FROM appointment WHERE visit_id = $1)',
      visitId,
      'FOR UPDATE OF d',
    );
    if (!ahead) return null;
    await tx.manager.update(intakeDraftEntity, { id: ahead.id }, { visitId });
    const { content, version } = ahead;
    if (content) {
      const form = content.form && intakeCatalogue.find(content.form.id, content.form.version);
      await this.save(tx, ahead.id, version + 1, asOfArrival(content, form));
    }
    return this.#one(tx, 'd.visit_id = $1', visitId, 'FOR UPDATE OF d');
  }

  /** Returns the drafts that the patient may still answer: of planned visits and booked appointments. */
  async openOf(tx: Tx, patientId: string): Promise<Pick<DraftRow, 'visitId' | 'appointmentId' | 'content'>[]> {
    return tx.query(
      `SELECT d.visit_id AS "visitId", d.appointment_id AS "appointmentId", d.content FROM intake_draft d
         LEFT JOIN visit v ON v.id = d.visit_id LEFT JOIN appointment a ON a.id = d.appointment_id
       WHERE d.patient_id = $1 AND CASE WHEN d.visit_id IS NULL THEN a.status = 'booked' ELSE v.status = 'planned' END
       ORDER BY d.updated_at DESC, d.id LIMIT 50`,
      [patientId],
    );
  }

  async ofAppointment(tx: Tx, appointmentId: string): Promise<DraftRow | null> {
    return this.#one(tx, 'd.appointment_id = $1', appointmentId);
  }

  /** Creates the draft unless it exists; concurrent pages share one draft. */
  async begin(tx: Tx, of: { patientId: string; visitId: string | null; appointmentId: string | null }): Promise<void> {
    const draft = { ...of, id: newId(), hospitalId: tx.hospitalId, version: 0, updatedAt: tx.now };
    await insertUnlessThere(tx, intakeDraftEntity, draft);
  }

  async save(tx: Tx, id: string, version: number, content: IntakeDraftContent): Promise<void> {
    await tx.manager.update(intakeDraftEntity, { id }, { version, content, updatedAt: tx.now });
  }

  /** Deletes the draft and its pictures. */
  async remove(tx: Tx, id: string): Promise<void> {
    await tx.manager.delete(intakePictureEntity, { draftId: id });
    await tx.manager.delete(intakeDraftEntity, { id });
  }

  /** Returns the patient and status of an appointment; null when there is none. */
  async appointment(tx: Tx, id: string): Promise<{ patientId: string; status: AppointmentStatus } | null> {
    const [row] = await tx.query<{ patientId: string; status: AppointmentStatus }>(
      'SELECT patient_id AS "patientId", status FROM appointment WHERE id = $1',
      [id],
    );
    return row ?? null;
  }

  /**
   * Returns drafts that were not changed since the given time, and those of ended visits and appointments, oldest first, up to `most`. Drafts of
   * future appointments stay, however far ahead.
   */
  leftLying(tx: Tx, before: Date, most: number): Promise<{ id: string; patientId: string }[]> {
    return tx.query(
      `SELECT d.id, d.patient_id AS "patientId" FROM intake_draft d
         LEFT JOIN visit v ON v.id = d.visit_id LEFT JOIN appointment a ON a.id = d.appointment_id
       WHERE (d.updated_at < $1 AND NOT (d.visit_id IS NULL AND a.status = 'booked'))
         OR v.status <> 'planned' OR a.status IN ('cancelled', 'noshow', 'fulfilled')
       ORDER BY d.updated_at LIMIT $2 FOR UPDATE OF d SKIP LOCKED`,
      [before, most],
    );
  }

  async #one(tx: Tx, where: string, value: string, locking = ''): Promise<DraftRow | null> {
    const [row] = await tx.query<Found>(`${draftSql} WHERE ${where} ${locking}`, [value]);
    if (!row) return null;
    const { sex, born, timeZone, askedAt, ...rest } = row;
    const today = dayIn(timeZone, tx.now);
    const age = ageInYears(born, askedAt ? dayIn(timeZone, askedAt) : today);
    return { ...rest, subject: { sex, age }, today };
  }
}
