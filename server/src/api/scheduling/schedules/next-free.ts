import type { DoctorSchedule } from '@yunzhen/shared/scheduling/schedules.contract';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { freeOn, type Taken } from './free-on.ts';
import type { KnownHours } from './slot-cache.ts';
import { takenSql } from './taken-sql.ts';

/** Days that a list of doctors searches for each next free time. */
const nextFreeDays = 14;

/** What `calendarSql` reads for a doctor who has hours. */
export interface CalendarColumn {
  version: number;
  writer: string;
  weekly: DoctorSchedule['weekly'];
  exceptions: DoctorSchedule['exceptions'];
  taken: Taken;
}

/**
 * A column for a statement over practitioners: their hours and the taken times of the next two weeks, null without saved hours. `now` is the
 * parameter of the present time, `doctor` the id column. Part of one statement, because every further one waits in the connection’s queue.
 */
export const calendarSql = (now: string, doctor = 'p.id') => `(
  SELECT json_build_object('version', s.version, 'writer', s.xmin::text, 'weekly', s.weekly, 'exceptions', s.exceptions,
    'taken', ${takenSql(doctor, now, `${now}::timestamptz + interval '${nextFreeDays + 1} days'`)})
  FROM schedule s WHERE s.practitioner_id = ${doctor})`;

/** Returns the doctor’s next free time within two weeks, in one department or any; null without one. */
export function nextFreeOf(
  doctor: { id: string; departmentIds: readonly string[]; calendar: CalendarColumn | null },
  where: { departmentId: string | null; timeZone: string; now: Date },
): Date | null {
  const { id, departmentIds, calendar } = doctor;
  if (!calendar) return null;
  const today = dayIn(where.timeZone, where.now);
  const last = shiftDay(today, nextFreeDays - 1);
  return firstFree({ ...calendar, practitionerId: id, departmentIds }, { ...where, today, last });
}

/** Returns the first free time of some days; null without one. */
export function firstFree(
  calendar: KnownHours & { readonly taken: Taken },
  where: { today: string; last: string; departmentId: string | null; timeZone: string; now: Date },
): Date | null {
  if (calendar.weekly.length === 0 && calendar.exceptions.length === 0) return null;
  for (let day = where.today; day <= where.last; day = shiftDay(day, 1)) {
    const [first] = freeOn(calendar, day, { ...where, most: 1 });
    if (first) return new Date(first.slot.startsAt);
  }
  return null;
}
