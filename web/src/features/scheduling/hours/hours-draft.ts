import type { BodyInputOf } from '@yunzhen/shared/core/route';
import type { DoctorSchedule, saveSchedule } from '@yunzhen/shared/scheduling/schedules.contract';

type Saving = BodyInputOf<typeof saveSchedule>;
export type WeeklyDraft = Saving['weekly'][number];

/** An exception while it is edited: it has every field, whatever its kind. */
export interface ExceptionDraft {
  kind: Saving['exceptions'][number]['kind'];
  day: string;
  allDay: boolean;
  from: string;
  to: string;
  departmentId: string;
  slotMinutes: number;
  bufferMinutes: number;
  capacity: number;
  note: string;
}

export interface HoursDraft {
  version: number;
  weekly: WeeklyDraft[];
  exceptions: ExceptionDraft[];
}

const usual = { from: '09:00', to: '12:00', slotMinutes: 15, bufferMinutes: 0, capacity: 1 };

/** A time input has no 24:00: midnight as an end is shown as 00:00. */
const shownEnd = (time: string) => (time === '24:00' ? '00:00' : time);
const meantEnd = (time: string) => (time === '00:00' ? '24:00' : time);

/** Returns the draft with its properties in a fixed order, so that two drafts can be compared as text: answers differ in it. */
export function draftOf(schedule: DoctorSchedule): HoursDraft {
  const [departmentId = ''] = schedule.weekly.map((hours) => hours.departmentId);
  return {
    version: schedule.version,
    weekly: schedule.weekly.map(inOrder),
    exceptions: schedule.exceptions.map((exception) => {
      const { kind, day, note, from, to } = exception;
      const begun = { kind, day, note, allDay: from === null, from: from ?? usual.from, to: shownEnd(to ?? usual.to) };
      const { slotMinutes, bufferMinutes, capacity } = kind === 'day-off' ? usual : exception;
      const place = kind === 'day-off' ? departmentId : exception.departmentId;
      return { ...begun, departmentId: place, slotMinutes, bufferMinutes, capacity };
    }),
  };
}

function inOrder(hours: DoctorSchedule['weekly'][number]): WeeklyDraft {
  const { weekday, departmentId, from, to, slotMinutes, bufferMinutes, capacity, validFrom, validUntil } = hours;
  const slots = { slotMinutes, bufferMinutes, capacity };
  return { weekday, departmentId, from, to: shownEnd(to), ...slots, validFrom, validUntil };
}

export function savingOf(draft: HoursDraft, displaced: 'ask' | 'keep' | 'cancel'): Saving {
  return {
    weekly: draft.weekly.map((hours) => ({
      ...hours,
      to: meantEnd(hours.to),
      validUntil: hours.validUntil === '' ? null : hours.validUntil,
    })),
    exceptions: draft.exceptions.map(({ allDay, ...exception }) => {
      const { kind, day, note, from } = exception;
      const to = meantEnd(exception.to);
      if (kind === 'day-off') return { kind, day, note, ...(allDay ? { from: null, to: null } : { from, to }) };
      return { ...exception, kind, to };
    }),
    displaced,
  };
}

/** Returns the next row to fill in: like the last one, a day later. */
export function nextHours(weekly: readonly WeeklyDraft[], departmentId: string, today: string): WeeklyDraft {
  const last = weekly.at(-1);
  if (!last) return { ...usual, weekday: 1, departmentId, validFrom: today, validUntil: null };
  return { ...last, weekday: (last.weekday % 7) + 1 };
}

const week = [1, 2, 3, 4, 5, 6, 7];

/** Returns the hours with those of one day copied to other days, in the place of what these had. */
export function copyDay(weekly: readonly WeeklyDraft[], day: number, to: readonly number[]): WeeklyDraft[] {
  const of = (weekday: number) => weekly.filter((hours) => hours.weekday === weekday);
  return week.flatMap((weekday) =>
    to.includes(weekday) && weekday !== day ? of(day).map((hours) => ({ ...hours, weekday })) : of(weekday),
  );
}

/** Returns the hours with one row moved to another day, after that day’s own rows. */
export function moveToDay(weekly: readonly WeeklyDraft[], index: number, day: number): WeeklyDraft[] {
  const moved = weekly[index];
  if (!moved || moved.weekday === day) return [...weekly];
  const rest = weekly.toSpliced(index, 1);
  return rest.toSpliced(placeOn(rest, day), 0, { ...moved, weekday: day });
}

/** Returns where the next hours of a day belong: after its own and those of earlier days. */
export function placeOn(weekly: readonly WeeklyDraft[], day: number): number {
  return weekly.findLastIndex(({ weekday }) => weekday <= day) + 1;
}

/** Returns the next hours of a day: like its last ones, or those of the row before, from their end on where the day has some. */
export function hoursOn(weekly: readonly WeeklyDraft[], day: number, departmentId: string, today: string): WeeklyDraft {
  const last = weekly.findLast(({ weekday }) => weekday === day);
  const like = last ?? weekly.at(-1);
  if (!like) return { ...nextHours([], departmentId, today), weekday: day };
  return { ...like, weekday: day, ...(last && last.to < '14:00' ? { from: '14:00', to: '17:00' } : {}) };
}

export function nextException(departmentId: string, day: string, note = ''): ExceptionDraft {
  return { ...usual, kind: 'day-off', day, allDay: true, departmentId, note };
}
