import type { DoctorDay } from '@yunzhen/shared/visits/day.contract';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { endOfDay } from '@yunzhen/shared/core/time/wall-clock';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { type SchedulingArea, freeOn } from '../../scheduling/index.ts';
import type { DayRepository } from './day.repository.ts';
import { practitionerOf } from '../../core/actor.ts';

interface DayServiceDeps {
  transactions: Transactions;
  day: DayRepository;
  hospital: (tx: Tx) => Promise<{ timeZone: string }>;
  calendar: SchedulingArea['calendar'];
}

/** Shows a doctor’s day: booked and free times, walk-ins and pauses. */
export class DayService extends Service<DayServiceDeps> {
  /** Returns the doctor’s own day; the default is today in the hospital’s calendar. */
  read(context: ActorContext, wanted: string | undefined): Promise<DoctorDay> {
    return this.deps.transactions.run(context, async (tx) => {
      const practitionerId = practitionerOf(context.actor);
      const { timeZone } = await this.deps.hospital(tx);
      const day = wanted ?? dayIn(timeZone, tx.now);
      const [from, until] = [endOfDay(timeZone, shiftDay(day, -1)), endOfDay(timeZone, day)];
      const appointments = await this.deps.day.appointments(tx, practitionerId, from, until);
      const walkIns = await this.deps.day.walkIns(tx, practitionerId, from, until);
      const pauses = await this.deps.day.pauses(tx, practitionerId, from, until);
      const calendar = await this.deps.calendar(tx, practitionerId, day);
      const where = { departmentId: null, timeZone, now: tx.now };
      const free = calendar ? freeOn(calendar, day, where) : [];
      const names = new Map(calendar?.departments.map(({ id, name }) => [id, name]));
      const about = { entity: 'practitioner', entityId: practitionerId };
      const details = { day, appointments: appointments.length, walkIns: walkIns.length };
      const patients = [...appointments, ...walkIns].map(({ patient }) => patient.id);
      await tx.auditShown('schedule.day-read', { ...about, details }, patients);
      return {
        day,
        timeZone,
        appointments: appointments.map((entry) => ({
          ...entry,
          startsAt: entry.startsAt.toISOString(),
          endsAt: entry.endsAt.toISOString(),
        })),
        walkIns: walkIns.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
        pauses: pauses.map((entry) => ({ ...entry, from: entry.from.toISOString(), until: entry.until.toISOString() })),
        free: free.map(({ slot, free: places }) => ({
          startsAt: slot.from,
          endsAt: slot.until,
          department: names.get(slot.departmentId) ?? { en: '', zh: '' },
          free: places,
        })),
      };
    });
  }
}
