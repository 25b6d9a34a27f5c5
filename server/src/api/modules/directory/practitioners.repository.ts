import type { Doctor } from '@yunzhen/shared/contract/directory';
import type { Tx } from '../../../platform/db/transaction.ts';
import { practitionerEntity, type PractitionerRow } from './practitioner.entity.ts';

export type { PractitionerRow };

export interface DoctorFilter {
  departmentId: string | null;
  onDuty: boolean | null;
  /** Part of a name in either script, with or without spaces and in either order, or its initials; empty for all. */
  name: string;
  /** Day of the hospital’s calendar: whose licence has run out is not offered. */
  today: string;
}

const mostDoctors = 200;

export class PractitionersRepository {
  /** Doctors on duty first, those with the shorter queue before others. */
  listDoctors(tx: Tx, filter: DoctorFilter): Promise<Omit<Doctor, 'nextFreeAt'>[]> {
    const part = filter.name.replace(/[\\%_]/g, '\\$&');
    return tx.query<Omit<Doctor, 'nextFreeAt'>>(
      `SELECT p.id, p.name, p.name_latin AS "nameLatin", p.title, p.bio, p.languages,
         p.years_of_practice AS "yearsOfPractice", p.on_duty AS "onDuty", q.waiting,
         coalesce((SELECT json_agg(pd.department_id ORDER BY d.position) FROM practitioner_department pd
           JOIN department d ON d.id = pd.department_id WHERE pd.practitioner_id = p.id), '[]') AS "departmentIds"
       FROM practitioner p
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS waiting FROM visit v WHERE v.practitioner_id = p.id AND v.status = 'waiting') q
       WHERE p.kind = 'doctor' AND p.licence_valid_until >= $1::date
         AND EXISTS (SELECT 1 FROM account a WHERE a.id = p.account_id AND a.status = 'active' AND 'doctor' = ANY (a.roles))
         AND ($2::uuid IS NULL OR EXISTS (
           SELECT 1 FROM practitioner_department pd WHERE pd.practitioner_id = p.id AND pd.department_id = $2))
         AND ($3::boolean IS NULL OR p.on_duty = $3)
         AND (p.name ILIKE $4 OR p.name_latin ILIKE $4 OR replace(p.name_latin, ' ', '') ILIKE $5
           OR regexp_replace(p.name_latin, '^(\\S+)\\s+(.*)$', '\\2\\1') ILIKE $5
           OR regexp_replace(p.name_latin, '(\\w)\\w*\\s*', '\\1', 'g') ILIKE $6)
       ORDER BY p.on_duty DESC, q.waiting, p.name_latin, p.id LIMIT ${mostDoctors}`,
      [filter.today, filter.departmentId, filter.onDuty, `%${part}%`, `%${part.replaceAll(' ', '')}%`, part],
    );
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

  /** Null when this changed nothing: two pages that ask for the same leave one change. Seconds of the duty that it ended. */
  async setDuty(tx: Tx, practitionerId: string, onDuty: boolean): Promise<{ dutySeconds: number | null } | null> {
    const [changed] = await tx.query<{ dutySeconds: number | null }>(
      `UPDATE practitioner SET on_duty = $2, on_duty_since = CASE WHEN $2 THEN $3::timestamptz END
       WHERE id = $1 AND on_duty <> $2
       RETURNING CASE WHEN NOT $2 THEN greatest(0, round(extract(epoch FROM $3::timestamptz - OLD.on_duty_since)))::int END
         AS "dutySeconds"`,
      [practitionerId, onDuty, tx.now],
    );
    return changed ?? null;
  }
}
