import type { DoctorSchedule } from '@yunzhen/shared/scheduling/schedules.contract';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { freeOn, type Taken } from './free-on.ts';
import type { KnownHours } from './slot-cache.ts';
import { takenSql } from './taken-sql.ts';

/** A list of doctors looks this far ahead for each one’s next free time. */
const nextFreeDays = 14;

/** What `calendarSql` reads of a doctor who has hours. */
export interface CalendarColumn {
  version: number;
  writer: string;
  weekly: DoctorSchedule['weekly'];
  exceptions: DoctorSchedule['exceptions'];
  taken: Taken;
}

/**
 * A column of a statement over practitioners: their hours and what is taken of the next two weeks, null for who has saved none. `now` is
 * the parameter of the present time, `doctor` the column of the id. One statement, because each further one is a wait in the queue of the connection.
 */
export const calendarSql = (now: string, doctor = 'p.id') => `(
  SELECT json_build_object('version', s.version, 'writer', s.xmin::text, 'weekly', s.weekly, 'exceptions', s.exceptions,
    'taken', ${takenSql(doctor, now, `${now}::timestamptz + interval '${nextFreeDays + 1} days'`)})
  FROM schedule s WHERE s.practitioner_id = ${doctor})`;

/** The doctor’s next free time within two weeks, in one department or any; null without one. */
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

/** The first free time of some days; null without one. */
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
