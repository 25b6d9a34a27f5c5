import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Tx } from '../../../platform/db/transaction.ts';
import { doctorGoneSql } from '../../directory/index.ts';
import type { Taken } from './free-on.ts';
import type { KnownHours } from './slot-cache.ts';
import { takenSql } from './taken-sql.ts';
import { scheduleVersionEntity } from './schedule-version.entity.ts';
import { scheduleEntity, type ScheduleRow } from './schedule.entity.ts';

export type StoredSchedule = Pick<ScheduleRow, 'practitionerId' | 'version' | 'weekly' | 'exceptions'>;

/** Stored hours, and whether their doctor is gone; then none of them is bookable. */
type ReadSchedule = StoredSchedule & { gone: boolean };

/** A doctor’s hours with the taken times. */
export interface DoctorCalendar extends KnownHours {
  /** Last day (ISO date) on which the licence is valid. */
  readonly licenceValidUntil: string;
  readonly departments: readonly { readonly id: string; readonly name: LocalizedText }[];
  readonly taken: Taken;
}

export class SchedulesRepository {
  /** Returns hours as they apply now: only in departments where the doctor works. Without saved hours the version is 0. */
  async byDoctors(tx: Tx, practitionerIds: readonly string[]): Promise<Map<string, ReadSchedule>> {
    const rows = await tx.query<{
      id: string;
      version: number | null;
      weekly: StoredSchedule['weekly'] | null;
      exceptions: StoredSchedule['exceptions'] | null;
      departments: string[];
      gone: boolean;
    }>(
      `SELECT pr.id, s.version, s.weekly, s.exceptions, ${doctorGoneSql} AS gone,
         ARRAY(SELECT pd.department_id::text FROM practitioner_department pd WHERE pd.practitioner_id = pr.id) AS departments
       FROM practitioner pr LEFT JOIN schedule s ON s.practitioner_id = pr.id WHERE pr.id = ANY($1)`,
      [practitionerIds],
    );
    return new Map(
      rows.map(({ id, version, weekly, exceptions, departments, gone }) => [
        id,
        {
          practitionerId: id,
          gone,
          version: version ?? 0,
          weekly: (weekly ?? []).filter(({ departmentId }) => departments.includes(departmentId)),
          exceptions: (exceptions ?? []).filter(
            (exception) => exception.kind === 'day-off' || departments.includes(exception.departmentId),
          ),
        },
      ]),
    );
  }

  /**
   * Returns what a doctor’s free times derive from, with taken ones up to an instant (`infinity`: all); null when the id is no doctor’s. A doctor who
   * is gone has no hours. One statement, because every further one waits in the connection’s queue.
   */
  async calendar(tx: Tx, practitionerId: string, until: string): Promise<DoctorCalendar | null> {
    type Row = Omit<
      DoctorCalendar,
      'practitionerId' | 'departmentIds' | 'version' | 'writer' | 'weekly' | 'exceptions'
    > & {
      [Name in 'version' | 'writer' | 'weekly' | 'exceptions']: DoctorCalendar[Name] | null;
    };
    const [row] = await tx.query<Row>(
      `SELECT pr.licence_valid_until::text AS "licenceValidUntil", s.version, s.xmin::text AS writer, s.weekly, s.exceptions,
         (SELECT coalesce(json_agg(json_build_object('id', d.id, 'name', d.name) ORDER BY d.position, d.id), '[]')
          FROM practitioner_department pd JOIN department d ON d.id = pd.department_id WHERE pd.practitioner_id = pr.id) AS departments,
         ${takenSql('pr.id', '$2', '$3::timestamptz')} AS taken
       FROM practitioner pr LEFT JOIN schedule s ON s.practitioner_id = pr.id AND NOT ${doctorGoneSql}
       WHERE pr.id = $1 AND pr.kind = 'doctor'`,
      [practitionerId, tx.now, until],
    );
    return row
      ? {
          ...row,
          practitionerId,
          departmentIds: row.departments.map(({ id }) => id),
          version: row.version ?? 0,
          writer: row.writer ?? '',
          weekly: row.weekly ?? [],
          exceptions: row.exceptions ?? [],
        }
      : null;
  }

  async save(tx: Tx, schedule: StoredSchedule, accountId: string | null): Promise<void> {
    const { practitionerId, version, weekly, exceptions } = schedule;
    const saved = { hospitalId: tx.hospitalId, savedAt: tx.now, savedByAccountId: accountId };
    const row = { ...saved, practitionerId, version, weekly, exceptions };
    await tx.manager.upsert(scheduleEntity, row, ['practitionerId']);
    await tx.manager.insert(scheduleVersionEntity, row);
  }
}
