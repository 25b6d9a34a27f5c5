import type { Appointment } from '@yunzhen/shared/scheduling/appointments.contract';
import type {
  listOrphanedAppointments,
  listOtherTimes,
  moveOrphanedAppointment,
} from '@yunzhen/shared/scheduling/doctor-changes.contract';
import type { QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import { initialsOf } from '../../../platform/person-initials.ts';
import { appointmentMachine } from '@yunzhen/shared/scheduling/appointment';
import { AppError } from '@yunzhen/shared/core/errors';
import { fromMinor, type Money } from '@yunzhen/shared/core/money';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeSortedPlace, sortedPlace } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { aboutAppointment } from '../appointments/appointment-changes.ts';
import type { AppointmentEndings } from '../appointments/appointment-endings.ts';
import { lacksDoctor, toAppointment, type AppointmentRow } from '../appointments/appointment-view.ts';
import type { LeaveVisit } from '../hooks.ts';
import type { Notices } from '../notices.ts';
import { appointmentNotFound, isPatientOf } from '../scheduling.policy.ts';
import { remindersAfterMove } from '../tending/reminders.ts';
import type { DoctorChangesRepository, OtherDoctor } from './doctor-changes.repository.ts';
import type { SchedulingPart } from '../scheduling-part.ts';
import { assertCurrent } from '../../core/version.ts';

/** Maximum number of times offered, also for one doctor. */
const maxOffered = 9;
const maxOfOne = 3;
/** Days searched for times, starting one day before the appointment. */
const daysOffered = 8;

type VisitLeaving = (tx: Tx, visitId: string) => Promise<LeaveVisit | null>;

interface DoctorChangesServiceDeps extends SchedulingPart<
  'transactions' | 'appointments' | 'freeTimes' | 'desk' | 'hooks'
> {
  changes: DoctorChangesRepository;
  endings: AppointmentEndings;
  notices: Notices;
}

interface Wanted {
  id: string;
  version: number;
  doctorId: string;
  startsAt: string;
  /** Returns whether the caller may change this appointment. */
  allowed: (row: AppointmentRow) => boolean;
  /** Whether the patient asked: only those moves count towards the patient’s limit. */
  byPatient: boolean;
}

type Move = Omit<Wanted, 'allowed' | 'byPatient'>;

/**
 * Moves booked appointments whose doctor no longer treats patients: the patient chooses another doctor of the department, or the administrator does.
 * The appointment keeps its id, and with it intake answers and calendar entry.
 * A patient who already waits for that doctor leaves the waiting room in the same transaction.
 */
export class DoctorChangesService extends Service<DoctorChangesServiceDeps> {
  /** Lists free times. They reveal nothing about patients, but the caller must own the appointment. */
  times(context: ActorContext, id: string): Promise<ResponseOf<typeof listOtherTimes>> {
    return this.deps.transactions.run(context, async (tx) => {
      const row = await this.deps.appointments.find(tx, id);
      if (!row || !isPatientOf(context.actor, row)) throw appointmentNotFound();
      return { items: await this.#times(tx, row) };
    });
  }

  timesForAdministrator(context: ActorContext, id: string): Promise<ResponseOf<typeof listOtherTimes>> {
    return this.deps.transactions.run(context, async (tx) => {
      const row = await this.deps.appointments.find(tx, id);
      if (!row || !isOrphaned(row, tx.now)) throw appointmentNotFound();
      return { items: await this.#times(tx, row) };
    });
  }

  list(
    context: ActorContext,
    { cursor, ...query }: QueryOf<typeof listOrphanedAppointments>,
  ): Promise<ResponseOf<typeof listOrphanedAppointments>> {
    return this.deps.transactions.run(context, async (tx) => {
      const { changes } = this.deps;
      const rows = await changes.orphaned(tx, { ...query, after: decodeSortedPlace(cursor) });
      const page = cutPage(rows, query.limit, sortedPlace, (row) => ({
        appointmentId: row.id,
        version: row.version,
        startsAt: row.startsAt.toISOString(),
        department: row.departmentName,
        doctor: doctorOf(row),
        patient: initialsOf(row.patientName, row.patientNameLatin),
        toldAt: row.doctorGoneToldAt?.toISOString() ?? null,
      }));
      await tx.audit('schedule.read', {
        entity: 'appointment-list',
        entityId: null,
        details: { orphaned: page.items.length },
      });
      return { ...page, total: await changes.count(tx, query.q) };
    });
  }

  /** Moves on the patient’s behalf; throws as `#move`. */
  change(context: ActorContext, wanted: Move): Promise<Appointment> {
    return this.deps.transactions.command(context, 'changeDoctor', async (tx) => {
      const allowed = (row: AppointmentRow) => isPatientOf(context.actor, row);
      const moved = await this.#move(tx, { ...wanted, allowed, byPatient: true }, this.deps.hooks.onVisitLeaving.ask);
      return toAppointment(moved, await this.deps.desk.policy(tx), tx.now);
    });
  }

  /** Moves on the administrator’s behalf, without showing more of the patient. */
  moveByAdministrator(context: ActorContext, wanted: Move): Promise<ResponseOf<typeof moveOrphanedAppointment>> {
    return this.deps.transactions.command(context, 'moveOrphanedAppointment', async (tx) => {
      const moved = await this.#move(tx, { ...wanted, allowed: () => true, byPatient: false }, nobodyLeaves);
      return { appointmentId: moved.id, doctor: doctorOf(moved), startsAt: moved.startsAt.toISOString() };
    });
  }

  /** Throws `resource.stale`, `appointment.transition-refused` when the appointment is over or has its doctor, and the errors of a booking. */
  async #move(
    tx: Tx,
    { id, version, doctorId, startsAt: startsAtText, allowed, byPatient }: Wanted,
    leaving: VisitLeaving,
  ): Promise<AppointmentRow> {
    const { appointments, desk, endings, notices } = this.deps;
    const startsAt = new Date(startsAtText);
    const seen = await appointments.find(tx, id);
    if (!seen || !allowed(seen)) throw appointmentNotFound();
    // Calendars, visit, appointment: every transaction locks in this order.
    await endings.openCalendars(tx, [seen.practitionerId, doctorId]);
    const leave = seen.visitId === null ? null : await leaving(tx, seen.visitId);
    const row = await appointments.lock(tx, id);
    if (!row || !allowed(row)) throw appointmentNotFound();
    assertCurrent(row, version);
    const begun = leave && row.doctorGone ? appointmentMachine.next(row.status, 'postpone') : null;
    if (!begun && !isOrphaned(row, tx.now)) {
      throw new AppError(
        'appointment.transition-refused',
        'only a future appointment that has lost its doctor can change doctors',
        {
          facts: { state: row.status, command: 'change-doctor' },
        },
      );
    }
    if (await this.deps.changes.isSelf(tx, doctorId, row.patientId)) {
      throw new AppError('validation.failed', 'doctor cannot be their own patient', {
        fields: [{ path: 'doctorId', rule: 'own-visit' }],
      });
    }
    const slot = await desk.bookable(tx, doctorId, row.departmentId, startsAt);
    const times = { startsAt, endsAt: new Date(slot.endsAt) };
    if (await appointments.patientHas(tx, row.patientId, times.startsAt, times.endsAt, id))
      throw new AppError('appointment.overlapping', 'patient has another appointment at this time');
    const place = await desk.freePlace(tx, doctorId, slot, id);
    if (place === null) throw new AppError('appointment.slot-taken', 'appointment time is already taken');
    await appointments.update(tx, id, {
      ...times,
      place,
      practitionerId: doctorId,
      doctorGoneToldAt: null,
      lateToldAt: null,
      sequence: row.sequence + 1,
      moves: byPatient ? row.moves + 1 : row.moves,
      ...remindersAfterMove(startsAt, tx.now),
      ...(begun && { status: begun, visitId: null }),
    });
    const moved = await appointments.find(tx, id);
    if (!moved) throw appointmentNotFound();
    await tx.audit('appointment.doctor-changed', {
      entity: 'appointment',
      entityId: id,
      patientId: row.patientId,
      details: { from: row.practitionerId, to: doctorId, before: row.startsAt.toISOString(), at: startsAtText },
    });
    await emitEvent(tx, 'appointment.doctor-changed', { ...aboutAppointment(moved), facts: {} });
    await notices.notify(tx, 'appointment-other-doctor', moved, row.startsAt);
    await leave?.(id);
    return moved;
  }

  /** Returns the times closest to the appointment’s own first. */
  async #times(tx: Tx, row: AppointmentRow): Promise<ResponseOf<typeof listOtherTimes>['items']> {
    const { changes, freeTimes, desk } = this.deps;
    if (!lacksDoctor(row, tx.now)) return [];
    const { today, lastDay, timeZone } = await desk.bookableDays(tx);
    const dayBefore = shiftDay(dayIn(timeZone, row.startsAt), -1);
    const from = dayBefore > today ? dayBefore : today;
    const days = Array.from({ length: daysOffered }, (_, index) => shiftDay(from, index));
    const distance = ({ startsAt }: { startsAt: number }) => Math.abs(startsAt - row.startsAt.getTime());
    const offered = [];
    for (const { licenceValidUntil, price, ...doctor } of await changes.othersOf(tx, row.departmentId, row.patientId)) {
      const last = lastDay < licenceValidUntil ? lastDay : licenceValidUntil;
      const calendar = await freeTimes.calendar(tx, doctor.id);
      const query = { days, departmentId: row.departmentId, timeZone, today, lastDay: last, now: tx.now };
      const free = calendar ? freeTimes.ofDays(calendar, query).days.flatMap(({ slots }) => slots) : [];
      const nearest = free.toSorted((a, b) => distance(a.slot) - distance(b.slot)).slice(0, maxOfOne);
      offered.push(...nearest.map(({ slot }) => ({ doctor, slot, price: moneyOf(price) })));
    }
    return offered
      .toSorted((a, b) => distance(a.slot) - distance(b.slot))
      .slice(0, maxOffered)
      .map(({ doctor, slot, price }) => ({
        doctor,
        startsAt: slot.from,
        endsAt: slot.until,
        price,
      }));
  }
}

const moneyOf = (price: OtherDoctor['price']): Money | null =>
  price && { amount: fromMinor(price.minor, price.currency), currency: price.currency };

function isOrphaned(row: AppointmentRow, now: Date): boolean {
  return row.status === 'booked' && lacksDoctor(row, now);
}

const nobodyLeaves: VisitLeaving = () => Promise.resolve(null);

function doctorOf({ practitionerId, doctorName, doctorNameLatin }: AppointmentRow) {
  return { id: practitionerId, name: doctorName, nameLatin: doctorNameLatin };
}
