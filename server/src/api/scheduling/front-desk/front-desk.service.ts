import type {
  cancelDeskAppointment,
  DeskAppointment,
  listDeskAppointments,
  listDeskTimes,
  moveDeskAppointment,
} from '@yunzhen/shared/scheduling/front-desk.contract';
import { appointmentMachine, isLateNow } from '@yunzhen/shared/scheduling/appointment';
import type { BodyOf, QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import { AppError } from '@yunzhen/shared/core/errors';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { endOfDay } from '@yunzhen/shared/core/time/wall-clock';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeCursor } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { AppointmentEndings } from '../appointments/appointment-endings.ts';
import type { AppointmentMoves } from '../appointments/appointment-moves.ts';
import type { Notices } from '../notices.ts';
import { appointmentNotFound } from '../scheduling.policy.ts';
import type { SchedulingPart } from '../scheduling-part.ts';
import type { DeskRow, FrontDeskRepository } from './front-desk.repository.ts';
import { assertCurrent } from '../../core/version.ts';

/** Days of one answer with times. */
const daysOffered = 14;

interface FrontDeskServiceDeps extends SchedulingPart<'transactions' | 'appointments' | 'freeTimes' | 'desk'> {
  rows: FrontDeskRepository;
  endings: AppointmentEndings;
  moves: AppointmentMoves;
  notices: Notices;
}

/**
 * The front desk answers callers: it finds appointments of all doctors by name and moves or cancels them. It sees no reason, no chart and no call.
 * Each patient shown is audited.
 */
export class FrontDeskService extends Service<FrontDeskServiceDeps> {
  list(
    context: ActorContext,
    { cursor, limit, day, q }: QueryOf<typeof listDeskAppointments>,
  ): Promise<ResponseOf<typeof listDeskAppointments>> {
    return this.deps.transactions.run(context, async (tx) => {
      const { timeZone } = await this.deps.desk.hospital(tx);
      if (day && day < shiftDay(dayIn(timeZone, tx.now), -1))
        throw new AppError('validation.failed', 'day is before yesterday', {
          fields: [{ path: 'day', rule: 'date-before-yesterday' }],
        });
      const [from, until] = day ? [endOfDay(timeZone, shiftDay(day, -1)), endOfDay(timeZone, day)] : [tx.now, null];
      const found = await this.deps.rows.list(tx, { from, until, q, after: decodeCursor(cursor), limit });
      const page = cutPage(
        found,
        limit,
        ({ startsAt, id }) => ({ at: startsAt, id }),
        (row) => toDeskAppointment(row, tx.now),
      );
      await tx.auditShown(
        'appointment.read',
        { entity: 'appointment-list', entityId: null, details: { count: page.items.length } },
        page.items.map(({ patient }) => patient.id),
      );
      return page;
    });
  }

  times(
    context: ActorContext,
    id: string,
    query: QueryOf<typeof listDeskTimes>,
  ): Promise<ResponseOf<typeof listDeskTimes>> {
    const { desk, freeTimes } = this.deps;
    return this.deps.transactions.run(context, async (tx) => {
      const row = await this.#find(tx, id);
      const { today, lastDay, timeZone } = await desk.bookableDays(tx);
      const wanted = query.from ?? dayIn(timeZone, row.startsAt);
      const from = wanted > today ? wanted : today;
      const calendar = isOpen(row, tx.now) ? await freeTimes.calendar(tx, row.practitionerId) : null;
      if (!calendar) return { from, lastDay, items: [] };
      const last = lastDay < calendar.licenceValidUntil ? lastDay : calendar.licenceValidUntil;
      const days = Array.from({ length: daysOffered }, (_, index) => shiftDay(from, index));
      const asked = { days, departmentId: row.departmentId, timeZone, today, lastDay: last, now: tx.now };
      const slots = freeTimes.ofDays(calendar, asked).days.flatMap((each) => each.slots);
      return { from, lastDay: last, items: slots.map(({ slot }) => ({ startsAt: slot.from, endsAt: slot.until })) };
    });
  }

  /** Throws as `AppointmentMoves.move`. A patient who waits already moves the appointment from the waiting room. */
  move(
    context: ActorContext,
    id: string,
    version: number,
    { startsAt, askedBy }: BodyOf<typeof moveDeskAppointment>,
  ): Promise<DeskAppointment> {
    return this.deps.transactions.command(context, 'moveDeskAppointment', async (tx) => {
      await this.#find(tx, id);
      const by = { desk: true, askedBy };
      await this.deps.moves.move(tx, { id, version, startsAt, by, allowed: () => true, leaving: null });
      return this.#shown(tx, id);
    });
  }

  /** Throws `resource.stale`, and `appointment.transition-refused` once the visit has begun or the time has passed. */
  cancel(
    context: ActorContext,
    id: string,
    version: number,
    { askedBy, reason }: BodyOf<typeof cancelDeskAppointment>,
  ): Promise<DeskAppointment> {
    const { appointments, endings, desk, notices } = this.deps;
    return this.deps.transactions.command(context, 'cancelDeskAppointment', async (tx) => {
      await endings.openCalendars(tx, [(await this.#find(tx, id)).practitionerId]);
      const row = await appointments.lock(tx, id);
      if (!row) throw appointmentNotFound();
      if (appointmentMachine.isDone(row.status, 'cancel')) return this.#shown(tx, id);
      assertCurrent(row, version);
      if (!isOpen(row, tx.now))
        throw new AppError('appointment.transition-refused', 'only a booked future appointment can be cancelled', {
          facts: { state: row.status, command: 'cancel' },
        });
      const late = askedBy === 'patient' && !row.doctorGone && isLateNow(row.startsAt, tx.now, await desk.policy(tx));
      const ended = await endings.end(tx, row, { as: askedBy, reason, late });
      await notices.notify(tx, `appointment-cancelled-by-${askedBy}`, ended);
      return this.#shown(tx, id);
    });
  }

  /** Returns the appointment for an answer, audited as a look also where the command changed nothing. */
  async #shown(tx: Tx, id: string): Promise<DeskAppointment> {
    const row = await this.#find(tx, id);
    await tx.auditShown('appointment.read', { entity: 'appointment', entityId: id }, [row.patientId]);
    return toDeskAppointment(row, tx.now);
  }

  async #find(tx: Tx, id: string): Promise<DeskRow> {
    const row = await this.deps.rows.find(tx, id);
    if (!row) throw appointmentNotFound();
    return row;
  }
}

/** Returns whether it is booked, upcoming and not begun. */
const isOpen = (row: Pick<DeskRow, 'status' | 'visitId' | 'startsAt'>, now: Date): boolean =>
  row.status === 'booked' && row.visitId === null && row.startsAt > now;

function toDeskAppointment(row: DeskRow, now: Date): DeskAppointment {
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    department: row.departmentName,
    doctor: { id: row.practitionerId, name: row.doctorName, nameLatin: row.doctorNameLatin },
    doctorGone: row.doctorGone,
    patient: {
      id: row.patientId,
      name: row.patientName,
      nameLatin: row.patientNameLatin,
      birthDate: row.birthDate,
      phone: row.phone,
    },
    open: isOpen(row, now),
  };
}
