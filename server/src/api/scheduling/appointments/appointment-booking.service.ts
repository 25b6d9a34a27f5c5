import type { BodyOf, QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type {
  Appointment,
  bookAppointment,
  holdAppointment,
  listAppointments,
  listSlots,
} from '@yunzhen/shared/scheduling/appointments.contract';
import { appointmentMachine, isLateNow, maxAppointmentChanges } from '@yunzhen/shared/scheduling/appointment';
import { AppError } from '@yunzhen/shared/core/errors';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeCursor } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { Notices } from '../notices.ts';
import { appointmentNotFound, isPatientOf } from '../scheduling.policy.ts';
import { patientOf } from '../../core/actor.ts';
import { aboutAppointment } from './appointment-changes.ts';
import type { AppointmentMoves } from './appointment-moves.ts';
import type { AppointmentEndings } from './appointment-endings.ts';
import { hasRunOut, toAppointment, type AppointmentRow } from './appointment-view.ts';
import type { SchedulingPart } from '../scheduling-part.ts';

interface AppointmentBookingServiceDeps extends SchedulingPart<
  'transactions' | 'appointments' | 'waitlist' | 'freeTimes' | 'desk' | 'hooks'
> {
  endings: AppointmentEndings;
  moves: AppointmentMoves;
  notices: Notices;
}

/** Patients' access to a doctor’s calendar: free times, holding one, booking, moving and cancelling. */
export class AppointmentBookingService extends Service<AppointmentBookingServiceDeps> {
  /** Free times reveal nothing about patients, so reading them is not audited. */
  slots(
    context: ActorContext,
    doctorId: string,
    query: QueryOf<typeof listSlots>,
  ): Promise<ResponseOf<typeof listSlots>> {
    const { desk, freeTimes } = this.deps;
    return this.deps.transactions.run(context, async (tx) => {
      const { today, lastDay, timeZone } = await desk.bookableDays(tx);
      const calendar = await freeTimes.calendar(tx, doctorId);
      if (!calendar) throw new AppError('resource.not-found', 'doctor not found');
      const last = lastDay < calendar.licenceValidUntil ? lastDay : calendar.licenceValidUntil;
      const from = query.from && query.from > today ? query.from : today;
      const days = Array.from({ length: query.days }, (_, index) => shiftDay(from, index));
      const departmentId = query.departmentId ?? null;
      const found = freeTimes.ofDays(calendar, { days, departmentId, timeZone, today, lastDay: last, now: tx.now });
      return {
        timeZone,
        from,
        lastDay: last,
        nextFreeAt: found.nextFreeAt?.toISOString() ?? null,
        days: found.days.map(({ day, slots }) => ({
          day,
          slots: slots.map(({ slot, free }) => ({
            startsAt: slot.from,
            endsAt: slot.until,
            departmentId: slot.departmentId,
            free,
          })),
        })),
      };
    });
  }

  /**
   * Holds a time for the hospital’s number of minutes, and releases the patient's earlier hold.
   * Throws `appointment.not-offered`, `appointment.slot-taken`, `appointment.overlapping`, `appointment.too-many`, `appointment.too-many-changes`.
   */
  hold(context: ActorContext, wanted: BodyOf<typeof holdAppointment>): Promise<Appointment> {
    return this.deps.transactions.command(context, 'holdAppointment', async (tx) => {
      const { appointments, desk, endings } = this.deps;
      const patientId = patientOf(context.actor);
      if (context.actor.practitionerId === wanted.doctorId) {
        throw new AppError('validation.failed', 'doctor cannot be their own patient', {
          fields: [{ path: 'doctorId', rule: 'own-visit' }],
        });
      }
      const startsAt = new Date(wanted.startsAt);
      const seen = await desk.bookable(tx, wanted.doctorId, wanted.departmentId, startsAt);
      const own = await appointments.holdsOf(tx, patientId);
      if (own.length === 0 && (await desk.looksFull(tx, wanted.doctorId, seen)))
        throw new AppError('appointment.slot-taken', 'appointment time is already taken');
      await appointments.lockPatient(tx, patientId);
      const before = await appointments.holdsOf(tx, patientId);
      await endings.openCalendars(tx, [wanted.doctorId, ...before.map(({ practitionerId }) => practitionerId)]);
      const slot = await desk.bookable(tx, wanted.doctorId, wanted.departmentId, startsAt);
      for (const { id } of before.filter((row) => !row.offered && !hasRunOut(row, tx.now))) {
        const held = await appointments.lock(tx, id);
        // Another tab of the same patient may have booked it.
        if (held?.status !== 'proposed') continue;
        if (held.practitionerId === wanted.doctorId && held.startsAt.getTime() === slot.startsAt)
          return this.#view(tx, held);
        await endings.end(tx, held, { as: 'patient' });
      }
      const policy = await desk.policy(tx);
      if ((await appointments.openCount(tx, patientId)) >= policy.mostOpen) {
        throw new AppError('appointment.too-many', 'patient has the maximum number of open appointments', {
          facts: { most: policy.mostOpen },
        });
      }
      const dayBefore = new Date(tx.now.getTime() - DAY_MS);
      if ((await appointments.heldSince(tx, patientId, dayBefore)) >= maxAppointmentChanges.holdsADay)
        throw new AppError('appointment.too-many-changes', 'patient has reached the daily limit of holds');
      const times = { startsAt, endsAt: new Date(slot.endsAt) };
      await this.#assertPatientFree(tx, patientId, times, null);
      const place = await desk.freePlace(tx, wanted.doctorId, slot, null);
      if (place === null) throw new AppError('appointment.slot-taken', 'appointment time is already taken');
      const id = newId();
      const inserted = await appointments.insert(tx, {
        id,
        patientId,
        practitionerId: wanted.doctorId,
        departmentId: wanted.departmentId,
        place,
        offered: false,
        ...times,
        holdUntil: new Date(tx.now.getTime() + policy.holdMinutes * MINUTE_MS),
      });
      if (!inserted) throw new AppError('appointment.overlapping', 'patient has another appointment at this time');
      const row = await this.#find(tx, id);
      await tx.audit('appointment.held', { entity: 'appointment', entityId: id, patientId });
      await emitEvent(tx, 'appointment.held', { ...aboutAppointment(row), facts: {} });
      return this.#view(tx, row);
    });
  }

  /** Extends a hold once by the same duration. Throws `appointment.hold-expired` and `appointment.extended-already`. */
  extend(context: ActorContext, id: string): Promise<Appointment> {
    return this.deps.transactions.command(context, 'extendHold', async (tx) => {
      const row = await this.#own(tx, context, id);
      if (row.status !== 'proposed') return this.#view(tx, row);
      if (hasRunOut(row, tx.now)) throw new AppError('appointment.hold-expired', 'hold has expired');
      if (row.extended || row.offered)
        throw new AppError('appointment.extended-already', 'hold has already been extended');
      const { holdMinutes } = await this.deps.desk.policy(tx);
      const from = Math.max(row.holdUntil?.getTime() ?? 0, tx.now.getTime());
      await this.deps.appointments.update(tx, id, {
        holdUntil: new Date(from + holdMinutes * MINUTE_MS),
        extended: true,
      });
      const extended = await this.#find(tx, id);
      await tx.audit('appointment.extended', { entity: 'appointment', entityId: id, patientId: row.patientId });
      await emitEvent(tx, 'appointment.extended', { ...aboutAppointment(extended), facts: {} });
      return this.#view(tx, extended);
    });
  }

  /** Throws `appointment.hold-expired` when the hold has expired, and what the `onReasonGiven` hook throws. */
  book(
    context: ActorContext,
    id: string,
    { reason, dismissedFlags }: BodyOf<typeof bookAppointment>,
  ): Promise<Appointment> {
    return this.deps.transactions.command(context, 'bookAppointment', async (tx) => {
      const row = await this.#own(tx, context, id);
      if (appointmentMachine.isDone(row.status, 'book')) return this.#view(tx, row);
      if (hasRunOut(row, tx.now) || row.endedAs === 'expired')
        throw new AppError('appointment.hold-expired', 'hold has expired');
      const status = appointmentMachine.next(row.status, 'book');
      const { patientId } = row;
      await this.deps.hooks.onReasonGiven.run(tx, { appointmentId: id, patientId, reason, dismissed: dismissedFlags });
      await this.deps.appointments.update(tx, id, { status, reason, bookedAt: tx.now });
      if (row.offered) await this.deps.waitlist.settle(tx, id, 'filled');
      const booked = await this.#find(tx, id);
      await tx.audit('appointment.booked', { entity: 'appointment', entityId: id, patientId: row.patientId });
      const leadHours = Math.floor((row.startsAt.getTime() - tx.now.getTime()) / HOUR_MS);
      const facts = { offered: row.offered, leadHours };
      await emitEvent(tx, 'appointment.booked', { ...aboutAppointment(booked), facts });
      await this.deps.notices.notify(tx, 'appointment-booked', booked);
      return this.#view(tx, booked);
    });
  }

  /** Throws as `AppointmentMoves.move`. */
  reschedule(context: ActorContext, id: string, version: number, startsAt: string): Promise<Appointment> {
    return this.deps.transactions.command(context, 'rescheduleAppointment', async (tx) => {
      const allowed = (row: AppointmentRow) => isPatientOf(context.actor, row);
      const leaving = this.deps.hooks.onVisitLeaving.ask;
      const itself = { desk: false, askedBy: 'patient' } as const;
      return this.#view(tx, await this.deps.moves.move(tx, { id, version, startsAt, by: itself, allowed, leaving }));
    });
  }

  /** Cancels until check-in; a late cancellation is recorded as late. */
  cancel(context: ActorContext, id: string, reason: string): Promise<Appointment> {
    return this.deps.transactions.command(context, 'cancelAppointment', async (tx) => {
      await this.deps.endings.openCalendars(tx, [(await this.#seen(tx, context, id)).practitionerId]);
      const row = await this.#own(tx, context, id);
      if (appointmentMachine.isDone(row.status, 'cancel')) return this.#view(tx, row);
      // A visit that has begun is left or cancelled as a visit, which also ends the appointment.
      if (row.visitId !== null || row.status === 'checked-in') {
        throw new AppError('appointment.transition-refused', 'visit of the appointment has already started', {
          facts: { state: row.status, command: 'cancel' },
        });
      }
      const excused = row.status !== 'booked' || row.doctorGone;
      const late = !excused && isLateNow(row.startsAt, tx.now, await this.deps.desk.policy(tx));
      const ended = await this.deps.endings.end(tx, row, { as: 'patient', reason, late });
      // A confirmation, and a warning to a patient whose appointment someone else cancelled. A released hold needs none.
      if (row.status === 'booked') await this.deps.notices.notify(tx, 'appointment-cancelled-by-patient', ended);
      return this.#view(tx, ended);
    });
  }

  read(context: ActorContext, id: string): Promise<Appointment> {
    return this.deps.transactions.run(context, async (tx) => {
      const row = await this.#seen(tx, context, id);
      await tx.audit('appointment.read', { entity: 'appointment', entityId: id, patientId: row.patientId });
      return this.#view(tx, row);
    });
  }

  list(context: ActorContext, query: QueryOf<typeof listAppointments>): Promise<ResponseOf<typeof listAppointments>> {
    return this.deps.transactions.run(context, async (tx) => {
      const patientId = patientOf(context.actor);
      const { when, limit } = query;
      const after = decodeCursor(query.cursor);
      const rows = await this.deps.appointments.ofPatient(tx, patientId, { when, limit, after });
      const policy = await this.deps.desk.policy(tx);
      const page = cutPage(
        rows,
        limit,
        ({ startsAt, id }) => ({ at: startsAt, id }),
        (row) => toAppointment(row, policy, tx.now),
      );
      const details = { count: page.items.length };
      await tx.audit('appointment.read', { entity: 'appointment-list', entityId: null, patientId, details });
      return page;
    });
  }

  async #assertPatientFree(
    tx: Tx,
    patientId: string,
    { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
    besides: string | null,
  ): Promise<void> {
    if (await this.deps.appointments.patientHas(tx, patientId, startsAt, endsAt, besides))
      throw new AppError('appointment.overlapping', 'patient has another appointment at this time');
  }

  /** Reads without a lock: calendars are locked before appointments, to prevent deadlocks. */
  async #seen(tx: Tx, context: ActorContext, id: string): Promise<AppointmentRow> {
    const row = await this.deps.appointments.find(tx, id);
    if (!row || !isPatientOf(context.actor, row)) throw appointmentNotFound();
    return row;
  }

  async #own(tx: Tx, context: ActorContext, id: string): Promise<AppointmentRow> {
    const row = await this.deps.appointments.lock(tx, id);
    if (!row || !isPatientOf(context.actor, row)) throw appointmentNotFound();
    return row;
  }

  async #find(tx: Tx, id: string): Promise<AppointmentRow> {
    const row = await this.deps.appointments.find(tx, id);
    if (!row) throw appointmentNotFound();
    return row;
  }

  async #view(tx: Tx, row: AppointmentRow): Promise<Appointment> {
    return toAppointment(row, await this.deps.desk.policy(tx), tx.now);
  }
}
