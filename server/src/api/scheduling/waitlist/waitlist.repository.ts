import type { WaitlistStatus } from '@yunzhen/shared/scheduling/appointment';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Tx } from '../../../platform/db/transaction.ts';
import { waitlistEntryEntity, type WaitlistEntryRow } from './waitlist-entry.entity.ts';
import { waitlistOfferEntity } from './waitlist-offer.entity.ts';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';

/** An entry with the names that pages show. */
export interface WaitlistRow extends Omit<WaitlistEntryRow, 'hospitalId' | 'joinedAt' | 'endedAt'> {
  patientAccountId: string | null;
  departmentName: LocalizedText;
  doctorName: string | null;
  doctorNameLatin: string | null;
  offeredUntil: Date | null;
}

const entrySql = `
  SELECT w.id, w.status, w.patient_id AS "patientId", p.account_id AS "patientAccountId", w.department_id AS "departmentId",
    d.name AS "departmentName", w.practitioner_id AS "practitionerId", pr.name AS "doctorName",
    pr.name_latin AS "doctorNameLatin", w.from_day::text AS "fromDay", w.until_day::text AS "untilDay",
    w.appointment_id AS "appointmentId", a.hold_until AS "offeredUntil"
  FROM waitlist_entry w
  JOIN patient p ON p.id = w.patient_id
  JOIN department d ON d.id = w.department_id
  LEFT JOIN practitioner pr ON pr.id = w.practitioner_id
  LEFT JOIN appointment a ON a.id = w.appointment_id`;

export class WaitlistRepository {
  async find(tx: Tx, id: string): Promise<WaitlistRow | null> {
    const [row] = await tx.query<WaitlistRow>(`${entrySql} WHERE w.id = $1`, [id]);
    return row ?? null;
  }

  async lock(tx: Tx, id: string): Promise<WaitlistRow | null> {
    const [row] = await tx.query<WaitlistRow>(`${entrySql} WHERE w.id = $1 FOR UPDATE OF w`, [id]);
    return row ?? null;
  }

  /** Returns a patient’s open entries whose days are not over. */
  openOf(tx: Tx, patientId: string, today: string): Promise<WaitlistRow[]> {
    return tx.query(
      `${entrySql} WHERE w.patient_id = $1 AND w.status IN ('waiting', 'offered') AND w.until_day >= $2::date ORDER BY w.joined_at`,
      [patientId, today],
    );
  }

  /** Adds an entry. Returns false when the patient already waits for the same, by the unique index. */
  join(
    tx: Tx,
    entry: Pick<WaitlistRow, 'id' | 'patientId' | 'departmentId' | 'practitionerId' | 'fromDay' | 'untilDay'>,
  ): Promise<boolean> {
    const waiting = { hospitalId: tx.hospitalId, status: 'waiting', joinedAt: tx.now } as const;
    return insertUnlessThere(tx, waitlistEntryEntity, { ...entry, ...waiting });
  }

  /** Closes entries whose days are over, so that a new one can be added. */
  async closePast(tx: Tx, patientId: string, today: string): Promise<void> {
    await tx.query(
      `UPDATE waitlist_entry SET status = 'left', ended_at = $3
       WHERE patient_id = $1 AND status = 'waiting' AND until_day < $2::date`,
      [patientId, today, tx.now],
    );
  }

  /**
   * Returns the next entry for a place: the longest-waiting patient who was not offered this time before and has no other appointment then. Skips
   * entries that are locked.
   */
  async nextFor(
    tx: Tx,
    place: { departmentId: string; practitionerId: string; day: string; startsAt: Date; endsAt: Date },
  ): Promise<{ id: string; patientId: string } | null> {
    const [row] = await tx.query<{ id: string; patientId: string }>(
      `SELECT w.id, w.patient_id AS "patientId" FROM waitlist_entry w
       WHERE w.department_id = $1 AND w.status = 'waiting' AND (w.practitioner_id IS NULL OR w.practitioner_id = $2)
         AND $3::date BETWEEN w.from_day AND w.until_day
         AND NOT EXISTS (SELECT 1 FROM waitlist_offer o WHERE o.entry_id = w.id AND o.practitioner_id = $2 AND o.starts_at = $4)
         AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.patient_id = w.patient_id
           AND a.status IN ('proposed', 'booked', 'checked-in') AND tstzrange(a.starts_at, a.ends_at) && tstzrange($4, $5))
       ORDER BY w.joined_at, w.id LIMIT 1 FOR UPDATE OF w SKIP LOCKED`,
      [place.departmentId, place.practitionerId, place.day, place.startsAt, place.endsAt],
    );
    return row ?? null;
  }

  async offer(
    tx: Tx,
    entryId: string,
    offered: { appointmentId: string; practitionerId: string; startsAt: Date },
  ): Promise<void> {
    const { appointmentId, practitionerId, startsAt } = offered;
    await tx.manager.update(waitlistEntryEntity, { id: entryId }, { status: 'offered', appointmentId });
    const offer = { entryId, practitionerId, startsAt, hospitalId: tx.hospitalId, appointmentId, offeredAt: tx.now };
    await tx.manager.insert(waitlistOfferEntity, offer);
  }

  /** Settles an offer: the place was taken (`filled`), the entry was given up (`left`), or the offer expired and the patient keeps waiting. */
  async settle(tx: Tx, appointmentId: string, status: Exclude<WaitlistStatus, 'offered'>): Promise<void> {
    await tx.query(
      `UPDATE waitlist_entry SET status = $2, ended_at = CASE WHEN $2 = 'waiting' THEN NULL ELSE $3::timestamptz END,
         appointment_id = CASE WHEN $2 = 'waiting' THEN NULL ELSE appointment_id END
       WHERE appointment_id = $1 AND status = 'offered'`,
      [appointmentId, status, tx.now],
    );
  }

  async leave(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(waitlistEntryEntity, { id }, { status: 'left', endedAt: tx.now });
  }
}
