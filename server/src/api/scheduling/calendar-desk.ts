import { appointmentPolicyOf, type AppointmentPolicy } from '@yunzhen/shared/scheduling/appointment';
import type { Slot } from './schedules/schedule.ts';
import { AppError } from '@yunzhen/shared/core/errors';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { Tx } from '../../platform/db/transaction.ts';
import { Service } from '../../platform/service.ts';
import type { Hospital } from '../administration/index.ts';
import type { DirectoryArea } from '../directory/index.ts';
import type { AppointmentsRepository } from './appointments/appointments.repository.ts';
import type { FreeTimes } from './schedules/free-times.ts';

interface CalendarDeskDeps {
  directory: DirectoryArea;
  freeTimes: FreeTimes;
  appointments: AppointmentsRepository;
}

/** Finds places under the lock of the doctor’s calendar: what the hours offer, what is bookable, what is free. */
export class CalendarDesk extends Service<CalendarDeskDeps> {
  hospital(tx: Tx): Promise<Hospital> {
    return this.deps.directory.hospital(tx);
  }

  async policy(tx: Tx): Promise<AppointmentPolicy> {
    return appointmentPolicyOf((await this.hospital(tx)).settings);
  }

  department(tx: Tx, departmentId: string) {
    return this.deps.directory.department(tx, departmentId);
  }

  doctor(tx: Tx, practitionerId: string) {
    return this.deps.directory.doctor(tx, practitionerId);
  }

  /** Returns today and the last bookable day, in the hospital’s time zone. */
  async bookableDays(tx: Tx): Promise<{ today: string; lastDay: string; timeZone: string }> {
    const { timeZone, settings } = await this.hospital(tx);
    const today = dayIn(timeZone, tx.now);
    return { today, timeZone, lastDay: shiftDay(today, appointmentPolicyOf(settings).horizonDays) };
  }

  async slotAt(tx: Tx, practitionerId: string, startsAt: Date): Promise<Slot | null> {
    return this.deps.freeTimes.slotAt(tx, practitionerId, startsAt, (await this.hospital(tx)).timeZone);
  }

  /**
   * Returns the time as a bookable slot. Throws `resource.not-found` for a doctor or department that this hospital does not have.
   * Throws `appointment.not-offered` when the hours, the licence or the bookable days do not include it, or the doctor is gone.
   */
  async bookable(tx: Tx, practitionerId: string, departmentId: string, startsAt: Date): Promise<Slot> {
    await this.deps.directory.department(tx, departmentId);
    const doctor = await this.deps.directory.doctor(tx, practitionerId);
    const { timeZone, lastDay } = await this.bookableDays(tx);
    const day = dayIn(timeZone, startsAt);
    const slot = await this.slotAt(tx, practitionerId, startsAt);
    const offered =
      slot?.departmentId === departmentId && startsAt > tx.now && day <= lastDay && day <= doctor.licenceValidUntil;
    if (!slot || !offered) throw new AppError('appointment.not-offered', 'appointment time is not offered');
    return slot;
  }

  /**
   * Returns whether every place of the time seems taken. Reads without the calendar’s lock, so that many patients need not queue for one full time.
   */
  async looksFull(tx: Tx, practitionerId: string, slot: Slot): Promise<boolean> {
    const [from, until] = [new Date(slot.startsAt), new Date(slot.endsAt)];
    return (await this.deps.appointments.taken(tx, [practitionerId], from, until)).length >= slot.capacity;
  }

  /** Returns the lowest free place of the time, ignoring the appointment `besides` that is about to move; null when all are taken. */
  async freePlace(tx: Tx, practitionerId: string, slot: Slot, besides: string | null): Promise<number | null> {
    const [from, until] = [new Date(slot.startsAt), new Date(slot.endsAt)];
    const taken = await this.deps.appointments.placesWithin(tx, practitionerId, from, until, besides);
    // After a change of hours more appointments may overlap than the time has places; then it is full.
    if (taken.length >= slot.capacity) return null;
    for (let place = 1; place <= slot.capacity; place++) if (!taken.includes(place)) return place;
    return null;
  }
}
