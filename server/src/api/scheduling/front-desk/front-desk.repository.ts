import { holdsWords, placeValues, timedBy, type Place } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { appointmentSqlWith, type AppointmentRow } from '../appointments/appointment-view.ts';

export interface DeskRow extends AppointmentRow {
  birthDate: string;
  phone: string | null;
}

const deskSql = appointmentSqlWith(`, p.birth_date::text AS "birthDate", p.phone`);

/** Appointments of all doctors, for the front desk. A place that is only held is no appointment yet. */
export class FrontDeskRepository {
  /** Returns up to one row more than the limit, soonest first. */
  list(
    tx: Tx,
    query: { from: Date; until: Date | null; q: string; after: Place | null; limit: number },
  ): Promise<DeskRow[]> {
    const { from, until, q, after, limit } = query;
    const timed = timedBy('a.starts_at', 'a.id', 'asc', 5);
    return tx.query<DeskRow>(
      `${deskSql} WHERE a.hospital_id = $1 AND a.booked_at IS NOT NULL AND a.starts_at >= $2
         AND ($3::timestamptz IS NULL OR a.starts_at < $3)
         AND ${holdsWords('$4', 'p.name', 'p.name_latin', 'pr.name', 'pr.name_latin')}
         AND ${timed.where} ORDER BY ${timed.order} LIMIT $7`,
      [tx.hospitalId, from, until, q, ...placeValues(after), limit + 1],
    );
  }

  async find(tx: Tx, id: string): Promise<DeskRow | null> {
    const [row] = await tx.query<DeskRow>(`${deskSql} WHERE a.id = $1 AND a.booked_at IS NOT NULL`, [id]);
    return row ?? null;
  }
}
