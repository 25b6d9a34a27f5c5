import type { Doctor } from '@yunzhen/shared/directory/directory.contract';
import { fromMinor, type Currency, type Money } from '@yunzhen/shared/core/money';
import { doctorUnseenSeconds } from '@yunzhen/shared/visits/waiting-room';
import type { VisitKind } from '@yunzhen/shared/administration/visit-kind';
import type { Tx } from '../../../platform/db/transaction.ts';
import { visitPriceSql } from '../../administration/index.ts';
import { practitionerEntity, type PractitionerRow } from './practitioner.entity.ts';

export type { PractitionerRow };

export interface DoctorFilter {
  departmentId: string | null;
  /** This doctor alone. */
  doctorId: string | null;
  onDuty: boolean | null;
  /** Part of a name in either script, with or without spaces and in either order, or its initials; empty for all. */
  name: string;
  /** Code of a language that the doctor speaks. */
  language: string | null;
  /** A day in the hospital’s time zone, to exclude expired licences. */
  today: string;
}

/** A doctor as read by the statement; scheduling reads `calendar`, `portrait` is the digest of the picture. */
export type ListedDoctor = Omit<Doctor, 'nextFreeAt' | 'rating' | 'advisesOnly' | 'waitMinutes'> & {
  ratings: number;
  points: number;
  calendar: unknown;
  inCall: boolean;
  /** Of the department’s recent consultations; null when there were none. */
  medianConsultSeconds: number | null;
};

const maxDoctors = 200;
/** Days after which consultations are too old to estimate today’s pace, as in the waiting room. */
const paceDays = 30;

interface StoredPrice {
  minor: number;
  currency: Currency;
}

const moneyOf = (price: StoredPrice | null): Money | null =>
  price && { amount: fromMinor(price.minor, price.currency), currency: price.currency };

/** The price of that kind of visit with doctor p at $7, in department $2 or else the doctor’s first. */
const priceSql = (kind: VisitKind) =>
  visitPriceSql({
    department: `coalesce($2::uuid, (
      SELECT pd.department_id FROM practitioner_department pd JOIN department d ON d.id = pd.department_id
      WHERE pd.practitioner_id = p.id ORDER BY d.position, d.id LIMIT 1))`,
    kind: `'${kind}'`,
    at: '$7',
  });

/** The median consultation of each department (of $2 only, when given), once per statement: the last ten of each doctor, as in the waiting room. */
const paceSql = `SELECT m.department_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM r.ended_at - r.admitted_at)) AS seconds
  FROM practitioner_department m CROSS JOIN LATERAL (
    SELECT e.ended_at, e.admitted_at FROM visit e
    WHERE e.practitioner_id = m.practitioner_id AND e.department_id = m.department_id
      AND e.status = 'completed' AND e.created_at > $7::timestamptz - interval '${paceDays} days'
    ORDER BY e.created_at DESC LIMIT 10) r
  WHERE $2::uuid IS NULL OR m.department_id = $2 GROUP BY m.department_id`;

/** SQL conditions for the doctor `p`: listed with a valid licence at `today`, in a visit or with a connected page at `now`, on a break at `now`. */
const listedSql = (today: string) => `p.kind = 'doctor' AND p.licence_valid_until >= ${today}::date
  AND EXISTS (SELECT 1 FROM account a WHERE a.id = p.account_id AND a.status = 'active' AND 'doctor' = ANY (a.roles))`;
const connectedSql = (
  now: string,
) => `(EXISTS (SELECT 1 FROM visit c WHERE c.practitioner_id = p.id AND c.status = 'in-progress')
  OR NOT EXISTS (SELECT 1 FROM practitioner_presence s WHERE s.practitioner_id = p.id
    AND s.unseen_since <= ${now}::timestamptz - interval '${doctorUnseenSeconds} seconds'))`;
const pauseSql = (now: string) => `practitioner_pause b WHERE b.practitioner_id = p.id AND b.ended_at IS NULL
  AND b.from_at <= ${now} AND b.until_at > ${now}`;

export class PractitionersRepository {
  /** Returns how many doctors of each department can see a patient now: on duty, connected and not on a break. */
  async availableByDepartment(tx: Tx, today: string): Promise<Map<string, number>> {
    const rows = await tx.query<{ departmentId: string; doctors: number }>(
      `SELECT pd.department_id AS "departmentId", count(*)::int AS doctors
       FROM practitioner_department pd JOIN practitioner p ON p.id = pd.practitioner_id
       WHERE p.on_duty AND ${listedSql('$1')} AND ${connectedSql('$2')} AND NOT EXISTS (SELECT 1 FROM ${pauseSql('$2')})
       GROUP BY pd.department_id`,
      [today, tx.now],
    );
    return new Map(rows.map(({ departmentId, doctors }) => [departmentId, doctors]));
  }

  /**
   * Returns doctors on duty first, those without a connected page after the others, then by queue length. `calendarSql` is a column over p, at $7.
   */
  async listDoctors(tx: Tx, filter: DoctorFilter, calendarSql = 'NULL'): Promise<ListedDoctor[]> {
    type Row = Omit<ListedDoctor, 'price' | 'pausedUntil'> & {
      pausedUntil: Date | null;
      price: Record<VisitKind, StoredPrice | null>;
    };
    const part = filter.name.replace(/[\\%_]/g, '\\$&');
    const rows = await tx.query<Row>(
      `WITH pace AS (${paceSql})
       SELECT p.id, p.name, p.name_latin AS "nameLatin", p.title, p.bio, p.languages,
         p.years_of_practice AS "yearsOfPractice", p.licence_number AS "licenceNumber", p.on_duty AS "onDuty", q.waiting, q."inCall",
         p.on_duty AND ${connectedSql('$7')} AS connected,
         (SELECT w.seconds FROM pace w JOIN department d ON d.id = w.department_id JOIN practitioner_department pd
            ON pd.department_id = d.id AND pd.practitioner_id = p.id ORDER BY d.position, d.id LIMIT 1) AS "medianConsultSeconds",
         (SELECT max(b.until_at) FROM ${pauseSql('$7')} AND p.on_duty) AS "pausedUntil",
         coalesce((SELECT json_agg(pd.department_id ORDER BY d.position) FROM practitioner_department pd
           JOIN department d ON d.id = pd.department_id WHERE pd.practitioner_id = p.id), '[]') AS "departmentIds",
         json_build_object('walk-in', ${priceSql('walk-in')}, 'booked', ${priceSql('booked')}) AS price,
         ph.sha256 AS portrait, coalesce(r.ratings, 0) AS ratings, coalesce(r.points, 0) AS points, ${calendarSql} AS calendar
       FROM practitioner p
       LEFT JOIN practitioner_portrait ph ON ph.practitioner_id = p.id
       LEFT JOIN practitioner_rating r ON r.practitioner_id = p.id
       CROSS JOIN LATERAL (
         SELECT (count(*) FILTER (WHERE v.status = 'waiting'))::int AS waiting, count(*) FILTER (WHERE v.status = 'in-progress') > 0 AS "inCall"
         FROM visit v WHERE v.practitioner_id = p.id AND v.status IN ('waiting', 'in-progress')) q
       WHERE ${listedSql('$1')}
         AND ($2::uuid IS NULL OR EXISTS (
           SELECT 1 FROM practitioner_department pd WHERE pd.practitioner_id = p.id AND pd.department_id = $2))
         AND ($3::boolean IS NULL OR p.on_duty = $3)
         AND ($9::uuid IS NULL OR p.id = $9)
         AND ($8::text IS NULL OR EXISTS (SELECT 1 FROM unnest(p.languages) spoken WHERE split_part(spoken, '-', 1) = $8))
         AND (p.name ILIKE $4 OR p.name_latin ILIKE $4 OR replace(p.name_latin, ' ', '') ILIKE $5
           OR regexp_replace(p.name_latin, '^(\\S+)\\s+(.*)$', '\\2\\1') ILIKE $5
           OR regexp_replace(p.name_latin, '(\\w)\\w*\\s*', '\\1', 'g') ILIKE $6)
       ORDER BY p.on_duty DESC, connected DESC, q.waiting, p.name_latin, p.id LIMIT ${maxDoctors}`,
      [
        filter.today,
        filter.departmentId,
        filter.onDuty,
        `%${part}%`,
        `%${part.replaceAll(' ', '')}%`,
        part,
        tx.now,
        filter.language,
        filter.doctorId,
      ],
    );
    return rows.map(({ price, pausedUntil, ...doctor }) => ({
      ...doctor,
      pausedUntil: pausedUntil?.toISOString() ?? null,
      price: { 'walk-in': moneyOf(price['walk-in']), booked: moneyOf(price.booked) },
    }));
  }

  byId(tx: Tx, id: string): Promise<PractitionerRow | null> {
    return tx.manager.findOneBy(practitionerEntity, { id });
  }

  async departmentIdsOf(tx: Tx, practitionerId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT pd.department_id AS id FROM practitioner_department pd JOIN department d ON d.id = pd.department_id
       WHERE pd.practitioner_id = $1 ORDER BY d.position`,
      [practitionerId],
    );
    return rows.map(({ id }) => id);
  }

  /** Sets the duty. Returns null when nothing changed, so that two equal requests make one change; else the seconds of the duty that ended. */
  async setDuty(tx: Tx, practitionerId: string, onDuty: boolean): Promise<{ dutySeconds: number | null } | null> {
    const [changed] = await tx.query<{ dutySeconds: number | null }>(
      `UPDATE practitioner p SET on_duty = $2, on_duty_since = CASE WHEN $2 THEN $3::timestamptz END,
         off_duty_since = CASE WHEN NOT $2 THEN $3::timestamptz END
       FROM (SELECT id, on_duty_since FROM practitioner WHERE id = $1 AND on_duty <> $2 FOR UPDATE) was
       WHERE p.id = was.id
       RETURNING CASE WHEN NOT $2 THEN greatest(0, round(extract(epoch FROM $3::timestamptz - was.on_duty_since)))::int END
         AS "dutySeconds"`,
      [practitionerId, onDuty, tx.now],
    );
    return changed ?? null;
  }
}
