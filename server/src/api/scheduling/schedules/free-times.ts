import { slotsOfDay, type Slot } from './schedule.ts';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { Tx } from '../../../platform/db/transaction.ts';
import { freeOn, type FreeTime } from './free-on.ts';
import { firstFree } from './next-free.ts';
import type { DoctorCalendar, SchedulesRepository } from './schedules.repository.ts';

/** Which times can be had: derived from the hours and from what is taken, never stored. */
export class FreeTimes {
  readonly #schedules: SchedulesRepository;

  constructor(schedules: SchedulesRepository) {
    this.#schedules = schedules;
  }

  /** The time that begins then, as the doctor’s hours have it; null where they have none, and for a doctor who is gone. */
  async slotAt(tx: Tx, practitionerId: string, startsAt: Date, timeZone: string): Promise<Slot | null> {
    const schedule = (await this.#schedules.byDoctors(tx, [practitionerId])).get(practitionerId);
    if (!schedule || schedule.gone) return null;
    const slots = slotsOfDay(schedule, dayIn(timeZone, startsAt), timeZone);
    return slots.find((slot) => slot.startsAt === startsAt.getTime()) ?? null;
  }

  /** A doctor’s hours and what is taken from now on, or to the end of a day; null for somebody who is no doctor. One who is gone has none. */
  calendar(tx: Tx, practitionerId: string, lastDay?: string): Promise<DoctorCalendar | null> {
    // A day later than the zone furthest west has it.
    const until = lastDay === undefined ? 'infinity' : `${shiftDay(lastDay, 2)}T00:00:00Z`;
    return this.#schedules.calendar(tx, practitionerId, until);
  }

  /** Free times of each of some days, and the first free one from now to the last day that may be booked. */
  ofDays(
    calendar: DoctorCalendar,
    query: {
      days: readonly string[];
      departmentId: string | null;
      timeZone: string;
      today: string;
      lastDay: string;
      now: Date;
    },
  ): { days: { day: string; slots: FreeTime[] }[]; nextFreeAt: Date | null } {
    const { lastDay } = query;
    return {
      days: query.days.map((day) => ({ day, slots: day > lastDay ? [] : freeOn(calendar, day, query) })),
      nextFreeAt: firstFree(calendar, { ...query, last: lastDay }),
    };
  }
}
