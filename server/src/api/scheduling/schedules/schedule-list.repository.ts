import { everyText } from '../../../platform/db/every-text.ts';
import type { scheduleSorts, scheduleStates } from '@yunzhen/shared/scheduling/schedules.constants';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { holdsWords, nameKey, placeValues, sortedBy, timeKey, type SortedFilter } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { doctorGoneSql } from '../../directory/index.ts';
import { calendarSql, type CalendarColumn } from './next-free.ts';

export interface ScheduleFilter extends SortedFilter<(typeof scheduleSorts)[number]> {
  hours: (typeof scheduleStates)[number] | null;
}

export interface PlannedDoctorRow {
  id: string;
  name: string;
  nameLatin: string;
  title: LocalizedText;
  /** Last day (ISO date) on which the licence is valid. */
  licenceValidUntil: string;
  departmentIds: string[];
  departments: LocalizedText[];
  savedAt: Date | null;
  calendar: CalendarColumn | null;
  sortValue: string;
}

const keys: Record<ScheduleFilter['sort'], string> = {
  name: nameKey('pr.name', 'pr.name_latin'),
  // Doctors without hours sort first.
  saved: timeKey('s.saved_at'),
};

/** Doctors whose hours the administrator plans: those who treat patients here, whatever their licence. */
export class ScheduleListRepository {
  /** Returns up to one row more than the limit. */
  list(tx: Tx, filter: ScheduleFilter): Promise<PlannedDoctorRow[]> {
    const sorted = sortedBy(keys[filter.sort], 'pr.id', filter.order, 6);
    return tx.query<PlannedDoctorRow>(
      `SELECT pr.id, pr.name, pr.name_latin AS "nameLatin", pr.title, pr.licence_valid_until::text AS "licenceValidUntil",
         w.ids AS "departmentIds", w.names AS departments, s.saved_at AS "savedAt", ${calendarSql('$2', 'pr.id')} AS calendar,
         ${sorted.key} AS "sortValue"
       FROM practitioner pr LEFT JOIN schedule s ON s.practitioner_id = pr.id
       CROSS JOIN LATERAL (
         SELECT coalesce(json_agg(d.id ORDER BY d.position, d.id), '[]') AS ids,
           coalesce(json_agg(d.name ORDER BY d.position, d.id), '[]') AS names,
           string_agg(concat_ws(' ', ${everyText('d.name')}), ' ') AS words
         FROM practitioner_department pd JOIN department d ON d.id = pd.department_id WHERE pd.practitioner_id = pr.id) w
       WHERE pr.hospital_id = $1 AND pr.kind = 'doctor' AND NOT ${doctorGoneSql}
         AND ($3::text IS NULL OR ($3 = 'saved') = (s.practitioner_id IS NOT NULL))
         AND ${holdsWords('$4', 'pr.name', 'pr.name_latin', 'w.words')}
         AND ${sorted.where} ORDER BY ${sorted.order} LIMIT $5`,
      [tx.hospitalId, tx.now, filter.hours, filter.q, filter.limit + 1, ...placeValues(filter.after)],
    );
  }
}
