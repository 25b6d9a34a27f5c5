import { IsNull, Not } from 'typeorm';
import { placeValues, timedBy, type Place } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { appointmentSql, type AppointmentRow } from './appointment-view.ts';
import { appointmentEntity, type AppointmentRow as StoredAppointment } from './appointment.entity.ts';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';

/** States in which an appointment keeps its place and its patient’s time. */
const holding = `a.status IN ('proposed', 'booked', 'checked-in')`;

export type NewAppointment = Pick<
  StoredAppointment,
  'id' | 'patientId' | 'practitionerId' | 'departmentId' | 'startsAt' | 'endsAt' | 'place' | 'offered'
> & { holdUntil: Date };

/** What a change writes; what is not named stays as it is. */
export type AppointmentChange = Partial<
  Omit<
    StoredAppointment,
    'id' | 'hospitalId' | 'patientId' | 'version' | 'offered' | 'createdAt' | 'createdByAccountId'
  >
>;

export class AppointmentsRepository {
  /**
   * Holds the calendars of doctors until the transaction ends, always in the same order: whoever takes or gives back a place of theirs
   * waits. Visits and charts of the doctor are not held up by it.
   */
  async lockCalendars(tx: Tx, practitionerIds: readonly string[]): Promise<void> {
    await tx.query('SELECT id FROM practitioner WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE', [practitionerIds]);
  }

  /** One patient’s commands, one after the other. */
  async lockPatient(tx: Tx, patientId: string): Promise<void> {
    await tx.query('SELECT id FROM patient WHERE id = $1 FOR NO KEY UPDATE', [patientId]);
  }

  async find(tx: Tx, id: string): Promise<AppointmentRow | null> {
    const [row] = await tx.query<AppointmentRow>(`${appointmentSql} WHERE a.id = $1`, [id]);
    return row ?? null;
  }

  async lock(tx: Tx, id: string): Promise<AppointmentRow | null> {
    const [row] = await tx.query<AppointmentRow>(`${appointmentSql} WHERE a.id = $1 FOR UPDATE OF a`, [id]);
    return row ?? null;
  }

  async byVisit(tx: Tx, visitId: string): Promise<AppointmentRow | null> {
    const [row] = await tx.query<AppointmentRow>(`${appointmentSql} WHERE a.visit_id = $1 FOR UPDATE OF a`, [visitId]);
    return row ?? null;
  }

  /** Places of a doctor that are taken within a time, besides that of one appointment. */
  async placesWithin(
    tx: Tx,
    practitionerId: string,
    from: Date,
    until: Date,
    besides: string | null,
  ): Promise<number[]> {
    const rows = await tx.query<{ place: number }>(
      `SELECT a.place FROM appointment a WHERE a.practitioner_id = $1 AND ${holding}
         AND tstzrange(a.starts_at, a.ends_at) && tstzrange($2, $3) AND a.id IS DISTINCT FROM $4::uuid`,
      [practitionerId, from, until, besides],
    );
    return rows.map(({ place }) => place);
  }

  /** Times of doctors that are taken now; a hold that has run out takes none. */
  taken(
    tx: Tx,
    practitionerIds: readonly string[],
    from: Date,
    until: Date,
  ): Promise<{ practitionerId: string; startsAt: Date; endsAt: Date }[]> {
    return tx.query(
      `SELECT a.practitioner_id AS "practitionerId", a.starts_at AS "startsAt", a.ends_at AS "endsAt"
       FROM appointment a WHERE a.practitioner_id = ANY($1) AND a.starts_at < $3 AND a.starts_at > $2::timestamptz - interval '4 hours'
         AND a.ends_at > $2 AND ${holding} AND (a.status <> 'proposed' OR a.hold_until > $4)`,
      [practitionerIds, from, until, tx.now],
    );
  }

  /** False when the patient has something else at that time: the constraint decides. The place was found under the calendar’s lock. */
  insert(tx: Tx, given: NewAppointment): Promise<boolean> {
    const held = {
      status: 'proposed',
      createdAt: tx.now,
      createdByAccountId: tx.context.actor?.accountId ?? null,
    } as const;
    return insertUnlessThere(tx, appointmentEntity, { ...given, ...held, hospitalId: tx.hospitalId });
  }

  async update(tx: Tx, id: string, change: AppointmentChange): Promise<void> {
    await tx.manager.update(appointmentEntity, { id }, { ...change, version: () => 'version + 1' });
  }

  /** Writes what no page shows: the version stays, so that nobody’s page is stale for it. */
  async note(tx: Tx, id: string, change: AppointmentChange): Promise<void> {
    await tx.manager.update(appointmentEntity, { id }, change);
  }

  isSet(tx: Tx, id: string, name: keyof AppointmentChange): Promise<boolean> {
    return tx.manager.existsBy(appointmentEntity, { id, [name]: Not(IsNull()) });
  }

  /** Another appointment of the patient that lies within the time. */
  async patientHas(tx: Tx, patientId: string, from: Date, until: Date, besides: string | null): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM appointment a WHERE a.patient_id = $1 AND ${holding} AND a.id IS DISTINCT FROM $4::uuid
         AND (a.status <> 'proposed' OR a.hold_until > $5) AND tstzrange(a.starts_at, a.ends_at) && tstzrange($2, $3) LIMIT 1`,
      [patientId, from, until, besides, tx.now],
    );
    return rows.length > 0;
  }

  /** The patient’s booked appointments that are still to come. */
  async openCount(tx: Tx, patientId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM appointment WHERE patient_id = $1 AND status = 'booked' AND ends_at > $2`,
      [patientId, tx.now],
    );
    return row?.count ?? 0;
  }

  /** Appointments that the patient took a hold of since then, whatever became of them. */
  async heldSince(tx: Tx, patientId: string, since: Date): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM appointment WHERE patient_id = $1 AND created_at > $2 AND NOT offered',
      [patientId, since],
    );
    return row?.count ?? 0;
  }

  /** What a patient holds without having booked it. */
  holdsOf(tx: Tx, patientId: string): Promise<AppointmentRow[]> {
    return tx.query(`${appointmentSql} WHERE a.patient_id = $1 AND a.status = 'proposed'`, [patientId]);
  }

  /** Holds of these doctors that have run out. */
  runOut(tx: Tx, practitionerIds: readonly string[]): Promise<AppointmentRow[]> {
    return tx.query(
      `${appointmentSql} WHERE a.practitioner_id = ANY($1) AND a.status = 'proposed' AND a.hold_until <= $2
       ORDER BY a.starts_at FOR UPDATE OF a`,
      [practitionerIds, tx.now],
    );
  }

  /** Doctors some of whose holds have run out. */
  async doctorsWithRunOut(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT practitioner_id AS id FROM appointment WHERE hospital_id = $1 AND status = 'proposed' AND hold_until <= $2`,
      [tx.hospitalId, tx.now],
    );
    return rows.map(({ id }) => id);
  }

  /** Booked appointments of a doctor from now on. */
  bookedOf(tx: Tx, practitionerId: string): Promise<AppointmentRow[]> {
    return tx.query(
      `${appointmentSql} WHERE a.practitioner_id = $1 AND a.status = 'booked' AND a.starts_at > $2 ORDER BY a.starts_at, a.place`,
      [practitionerId, tx.now],
    );
  }

  /** To come: the next first. Past: the last first. Holds that nobody booked are no part of the past. */
  ofPatient(
    tx: Tx,
    patientId: string,
    query: { when: 'coming' | 'past'; after: Place | null; limit: number },
  ): Promise<AppointmentRow[]> {
    const { when, after, limit } = query;
    const timed = timedBy('a.starts_at', 'a.id', when === 'coming' ? 'asc' : 'desc', 3);
    const coming = `((a.status = 'proposed' AND a.hold_until > $2) OR a.status IN ('booked', 'checked-in'))`;
    return tx.query(
      `${appointmentSql} WHERE a.patient_id = $1 AND ${when === 'coming' ? coming : `NOT ${coming} AND a.booked_at IS NOT NULL`}
         AND ${timed.where} ORDER BY ${timed.order} LIMIT $5`,
      [patientId, tx.now, ...placeValues(after), limit + 1],
    );
  }
}
