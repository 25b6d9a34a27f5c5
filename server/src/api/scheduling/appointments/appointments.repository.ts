import { IsNull, Not } from 'typeorm';
import { placeValues, timedBy, type Order, type Place } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { appointmentSql, type AppointmentRow } from './appointment-view.ts';
import { appointmentEntity, type AppointmentRow as StoredAppointment } from './appointment.entity.ts';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';

/** States in which an appointment occupies its place and its patient’s time. */
const holding = `a.status IN ('proposed', 'booked', 'checked-in')`;

const coming = `((a.status = 'proposed' AND a.hold_until > $2) OR a.status IN ('booked', 'checked-in'))`;
const listSql = (which: string, order: Order) => {
  const timed = timedBy('a.starts_at', 'a.id', order, 3);
  return `${appointmentSql} WHERE a.patient_id = $1 AND ${which} AND ${timed.where} ORDER BY ${timed.order} LIMIT $5`;
};
const ofPatientSql = {
  coming: listSql(coming, 'asc'),
  past: listSql(`NOT ${coming} AND a.booked_at IS NOT NULL`, 'desc'),
};

export type NewAppointment = Pick<
  StoredAppointment,
  'id' | 'patientId' | 'practitionerId' | 'departmentId' | 'startsAt' | 'endsAt' | 'place' | 'offered'
> & { holdUntil: Date };

/** The columns that a change writes; the others stay unchanged. */
export type AppointmentChange = Partial<
  Omit<
    StoredAppointment,
    'id' | 'hospitalId' | 'patientId' | 'version' | 'offered' | 'createdAt' | 'createdByAccountId'
  >
>;

export class AppointmentsRepository {
  /**
   * Locks doctors’ calendars until the transaction ends, always in the same order. Taking and releasing places waits; the doctors’ visits and charts
   * do not.
   */
  async lockCalendars(tx: Tx, practitionerIds: readonly string[]): Promise<void> {
    await tx.query('SELECT id FROM practitioner WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE', [practitionerIds]);
  }

  /** Serialises the commands of one patient. */
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

  /** Returns a doctor’s taken places within a period, except that of one appointment. */
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

  /** Returns doctors’ taken times; an expired hold takes none. */
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

  /**
   * Inserts the appointment; the place was found under the calendar’s lock. Returns false when the patient has another appointment then, by the
   * exclusion constraint.
   */
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

  /** Writes columns that no page shows, without raising the version, so that no page becomes stale. */
  async note(tx: Tx, id: string, change: AppointmentChange): Promise<void> {
    await tx.manager.update(appointmentEntity, { id }, change);
  }

  isSet(tx: Tx, id: string, name: keyof AppointmentChange): Promise<boolean> {
    return tx.manager.existsBy(appointmentEntity, { id, [name]: Not(IsNull()) });
  }

  /** Returns whether the patient has another appointment within the period. */
  async patientHas(tx: Tx, patientId: string, from: Date, until: Date, besides: string | null): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM appointment a WHERE a.patient_id = $1 AND ${holding} AND a.id IS DISTINCT FROM $4::uuid
         AND (a.status <> 'proposed' OR a.hold_until > $5) AND tstzrange(a.starts_at, a.ends_at) && tstzrange($2, $3) LIMIT 1`,
      [patientId, from, until, besides, tx.now],
    );
    return rows.length > 0;
  }

  /** Counts the patient’s upcoming booked appointments. */
  async openCount(tx: Tx, patientId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM appointment WHERE patient_id = $1 AND status = 'booked' AND ends_at > $2`,
      [patientId, tx.now],
    );
    return row?.count ?? 0;
  }

  /** Counts holds that the patient took since then, whatever became of them. */
  async heldSince(tx: Tx, patientId: string, since: Date): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM appointment WHERE patient_id = $1 AND created_at > $2 AND NOT offered',
      [patientId, since],
    );
    return row?.count ?? 0;
  }

  /** Returns the patient’s holds that are not booked. */
  holdsOf(tx: Tx, patientId: string): Promise<AppointmentRow[]> {
    return tx.query(`${appointmentSql} WHERE a.patient_id = $1 AND a.status = 'proposed'`, [patientId]);
  }

  /** Returns expired holds of these doctors. */
  runOut(tx: Tx, practitionerIds: readonly string[]): Promise<AppointmentRow[]> {
    return tx.query(
      `${appointmentSql} WHERE a.practitioner_id = ANY($1) AND a.status = 'proposed' AND a.hold_until <= $2
       ORDER BY a.starts_at FOR UPDATE OF a`,
      [practitionerIds, tx.now],
    );
  }

  /** Returns doctors with expired holds. */
  async doctorsWithRunOut(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT practitioner_id AS id FROM appointment WHERE hospital_id = $1 AND status = 'proposed' AND hold_until <= $2`,
      [tx.hospitalId, tx.now],
    );
    return rows.map(({ id }) => id);
  }

  /** Returns a doctor’s booked appointments from now on. */
  bookedOf(tx: Tx, practitionerId: string): Promise<AppointmentRow[]> {
    return tx.query(
      `${appointmentSql} WHERE a.practitioner_id = $1 AND a.status = 'booked' AND a.starts_at > $2 ORDER BY a.starts_at, a.place`,
      [practitionerId, tx.now],
    );
  }

  /** Upcoming ones next first, past ones latest first. Holds that were never booked are not part of the past. */
  ofPatient(
    tx: Tx,
    patientId: string,
    query: { when: 'coming' | 'past'; after: Place | null; limit: number },
  ): Promise<AppointmentRow[]> {
    const { when, after, limit } = query;
    return tx.query(ofPatientSql[when], [patientId, tx.now, ...placeValues(after), limit + 1]);
  }
}
