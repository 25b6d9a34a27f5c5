import { slotsOfDay, type Slot } from './schedule.ts';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { freeOn, type FreeTime } from './free-on.ts';
import { firstFree } from './next-free.ts';
import type { DoctorCalendar, SchedulesRepository } from './schedules.repository.ts';

interface FreeTimesDeps {
  schedules: SchedulesRepository;
}

/** Computes bookable times from the hours and the taken times; they are never stored. */
export class FreeTimes extends Service<FreeTimesDeps> {
  /** Returns the slot of the doctor’s hours that starts then; null without one, and for a doctor who is gone. */
  async slotAt(tx: Tx, practitionerId: string, startsAt: Date, timeZone: string): Promise<Slot | null> {
    const schedule = (await this.deps.schedules.byDoctors(tx, [practitionerId])).get(practitionerId);
    if (!schedule || schedule.gone) return null;
    const slots = slotsOfDay(schedule, dayIn(timeZone, startsAt), timeZone);
    return slots.find((slot) => slot.startsAt === startsAt.getTime()) ?? null;
  }

  /**
   * Returns a doctor’s hours and taken times, from now on or to the end of a day; null when the id is no doctor’s. A doctor who is gone has no hours.
   */
  calendar(tx: Tx, practitionerId: string, lastDay?: string): Promise<DoctorCalendar | null> {
    // One day later than in the westernmost time zone.
    const until = lastDay === undefined ? 'infinity' : `${shiftDay(lastDay, 2)}T00:00:00Z`;
    return this.deps.schedules.calendar(tx, practitionerId, until);
  }

  /** Returns free times for each of some days, and the first free one up to the last bookable day. */
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
