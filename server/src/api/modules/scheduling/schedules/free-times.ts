import { slotsOfDay, type Slot } from '@yunzhen/shared/domain/schedule';
import { dayIn, shiftDay } from '../../../../platform/clock.ts';
import type { Tx } from '../../../../platform/db/transaction.ts';
import type { AppointmentsRepository } from '../appointments/appointments.repository.ts';
import type { SchedulesRepository, StoredSchedule } from './schedules.repository.ts';

export interface FreeTime extends Slot {
  readonly free: number;
}

type Taken = readonly { startsAt: Date; endsAt: Date }[];

/** Which times can be had: derived from the hours and from what is taken, never stored. */
export class FreeTimes {
  readonly #schedules: SchedulesRepository;
  readonly #appointments: AppointmentsRepository;

  constructor(schedules: SchedulesRepository, appointments: AppointmentsRepository) {
    this.#schedules = schedules;
    this.#appointments = appointments;
  }

  /** The time that begins then, as the doctor’s hours have it; null where they have none, and for a doctor who is gone. */
  async slotAt(tx: Tx, practitionerId: string, startsAt: Date, timeZone: string): Promise<Slot | null> {
    const schedule = (await this.#schedules.byDoctors(tx, [practitionerId])).get(practitionerId);
    if (!schedule || schedule.gone) return null;
    const slots = slotsOfDay(schedule, dayIn(timeZone, startsAt), timeZone);
    return slots.find((slot) => slot.startsAt === startsAt.getTime()) ?? null;
  }

  /** Free times of each of some days, and the first free one from now to the last day that may be booked. */
  async ofDoctor(
    tx: Tx,
    practitionerId: string,
    query: { days: readonly string[]; departmentId: string | null; timeZone: string; lastDay: string },
  ): Promise<{ days: { day: string; slots: FreeTime[] }[]; nextFreeAt: Date | null }> {
    const { timeZone, lastDay, departmentId } = query;
    const schedule = (await this.#schedules.byDoctors(tx, [practitionerId])).get(practitionerId);
    if (!schedule || schedule.gone) return { days: query.days.map((day) => ({ day, slots: [] })), nextFreeAt: null };
    const today = dayIn(timeZone, tx.now);
    const until = new Date(Date.parse(`${shiftDay(lastDay, 2)}T00:00:00Z`));
    const taken = await this.#appointments.taken(tx, [practitionerId], tx.now, until);
    const freeOn = (day: string) =>
      day > lastDay ? [] : freeOf(schedule, taken, { day, departmentId, timeZone, now: tx.now });
    let nextFreeAt: Date | null = null;
    for (let day = today; day <= lastDay && !nextFreeAt; day = shiftDay(day, 1)) {
      const [first] = freeOn(day);
      if (first) nextFreeAt = new Date(first.startsAt);
    }
    return { days: query.days.map((day) => ({ day, slots: freeOn(day) })), nextFreeAt };
  }
}

/** Times of a day that begin after now and have a place left. */
function freeOf(
  schedule: StoredSchedule,
  taken: Taken,
  where: { day: string; departmentId: string | null; timeZone: string; now: Date },
): FreeTime[] {
  return slotsOfDay(schedule, where.day, where.timeZone).flatMap((slot) => {
    if (slot.startsAt <= where.now.getTime()) return [];
    if (where.departmentId !== null && slot.departmentId !== where.departmentId) return [];
    const within = taken.filter(
      ({ startsAt, endsAt }) => startsAt.getTime() < slot.endsAt && slot.startsAt < endsAt.getTime(),
    );
    const free = slot.capacity - within.length;
    return free > 0 ? [{ ...slot, free }] : [];
  });
}
