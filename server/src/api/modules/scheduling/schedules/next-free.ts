import type { DoctorSchedule } from '@yunzhen/shared/contract/schedules';
import { slotsOfDay, type Slot } from '@yunzhen/shared/domain/schedule';
import { dayIn, shiftDay } from '../../../../platform/clock.ts';

/** A list of doctors looks this far ahead for each one’s next free time. */
const nextFreeDays = 14;

/** What `calendarSql` reads of a doctor who has hours. Times in milliseconds. */
export interface CalendarColumn {
  version: number;
  weekly: DoctorSchedule['weekly'];
  exceptions: DoctorSchedule['exceptions'];
  taken: readonly [startsAt: number, endsAt: number][];
}

/**
 * A column of a statement over practitioners `p`: their hours and what is taken of the next two weeks, null for who has saved none. `now`
 * is the parameter of the present time. One statement, because each further one is a wait in the queue of the connection.
 */
export const calendarSql = (now: string) => `(
  SELECT json_build_object('version', s.version, 'weekly', s.weekly, 'exceptions', s.exceptions, 'taken', (
    SELECT coalesce(json_agg(json_build_array(round(extract(epoch FROM a.starts_at) * 1000), round(extract(epoch FROM a.ends_at) * 1000))), '[]')
    FROM appointment a WHERE a.practitioner_id = p.id AND a.starts_at < ${now}::timestamptz + interval '${nextFreeDays + 1} days'
      AND a.starts_at > ${now}::timestamptz - interval '4 hours' AND a.ends_at > ${now}
      AND a.status IN ('proposed', 'booked', 'checked-in') AND (a.status <> 'proposed' OR a.hold_until > ${now})))
  FROM schedule s WHERE s.practitioner_id = p.id)`;

/** Times of a day by the hours that they come from: the same for as long as these are not saved anew. */
const slots = new Map<string, readonly Slot[]>();
const mostKept = 20_000;

function slotsOf(
  doctor: { id: string; departmentIds: readonly string[]; calendar: CalendarColumn },
  day: string,
  timeZone: string,
): readonly Slot[] {
  const { id, departmentIds, calendar } = doctor;
  const key = `${id} ${calendar.version} ${departmentIds.join()} ${timeZone} ${day}`;
  const known = slots.get(key);
  if (known) return known;
  const made = slotsOfDay(
    {
      // Only in departments that the doctor works in now.
      weekly: calendar.weekly.filter(({ departmentId }) => departmentIds.includes(departmentId)),
      exceptions: calendar.exceptions.filter(
        (exception) => exception.kind === 'day-off' || departmentIds.includes(exception.departmentId),
      ),
    },
    day,
    timeZone,
  );
  if (slots.size >= mostKept) slots.clear();
  slots.set(key, made);
  return made;
}

/** The doctor’s next free time within two weeks, in one department or any; null without one. */
export function nextFreeOf(
  doctor: { id: string; departmentIds: readonly string[]; calendar: CalendarColumn | null },
  where: { departmentId: string | null; timeZone: string; now: Date },
): Date | null {
  const { calendar } = doctor;
  if (!calendar || (calendar.weekly.length === 0 && calendar.exceptions.length === 0)) return null;
  const now = where.now.getTime();
  const today = dayIn(where.timeZone, where.now);
  for (let ahead = 0; ahead < nextFreeDays; ahead++) {
    for (const slot of slotsOf({ ...doctor, calendar }, shiftDay(today, ahead), where.timeZone)) {
      if (slot.startsAt <= now || (where.departmentId !== null && slot.departmentId !== where.departmentId)) continue;
      let free = slot.capacity;
      for (const [startsAt, endsAt] of calendar.taken) if (startsAt < slot.endsAt && slot.startsAt < endsAt) free -= 1;
      if (free > 0) return new Date(slot.startsAt);
    }
  }
  return null;
}
