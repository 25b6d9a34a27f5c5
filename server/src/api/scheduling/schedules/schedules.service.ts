import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { DoctorSchedule, saveSchedule } from '@yunzhen/shared/scheduling/schedules.contract';
import { initialsOf } from '../../../platform/person-initials.ts';
import { overlapOf, slotsOfDay } from './schedule.ts';
import { AppError, type FieldError } from '@yunzhen/shared/core/errors';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { AppointmentEndings } from '../appointments/appointment-endings.ts';
import type { AppointmentRow } from '../appointments/appointment-view.ts';
import type { Notices } from '../notices.ts';
import { mayPlan } from '../scheduling.policy.ts';
import type { SchedulesRepository, StoredSchedule } from './schedules.repository.ts';
import type { SchedulingPart } from '../scheduling-part.ts';
import { assertCurrent } from '../../core/version.ts';

type Saving = BodyOf<typeof saveSchedule>;

interface SchedulesServiceDeps extends SchedulingPart<'transactions' | 'appointments' | 'desk'> {
  schedules: SchedulesRepository;
  endings: AppointmentEndings;
  notices: Notices;
}

/** Doctors’ weekly hours and exceptions, and the booked appointments that a change leaves without a time. */
export class SchedulesService extends Service<SchedulesServiceDeps> {
  read(context: ActorContext, doctorId: string): Promise<DoctorSchedule> {
    return this.deps.transactions.run(context, async (tx) => {
      const stored = await this.#plan(tx, context, doctorId);
      await tx.audit('schedule.read', { entity: 'practitioner', entityId: doctorId });
      return this.#view(tx, stored);
    });
  }

  /**
   * Replaces the hours, and the exceptions from today on. With `ask`, saves nothing while booked appointments would lose their time, and lists them.
   * Throws `resource.stale`, and `validation.failed` for conflicting hours.
   */
  save(
    context: ActorContext,
    doctorId: string,
    version: number,
    saving: Saving,
  ): Promise<ResponseOf<typeof saveSchedule>> {
    return this.deps.transactions.command(context, 'saveSchedule', async (tx) => {
      const { schedules, endings, appointments } = this.deps;
      await this.#plan(tx, context, doctorId);
      await endings.openCalendars(tx, [doctorId]);
      const before = await this.#plan(tx, context, doctorId);
      assertCurrent(before, version);
      const { departmentIds } = await this.deps.desk.doctor(tx, doctorId);
      assertSound(saving, departmentIds);
      const { timeZone } = await this.deps.desk.hospital(tx);
      const after = replaced(before, saving, dayIn(timeZone, tx.now));
      const booked = await appointments.bookedOf(tx, doctorId);
      const displaced = booked.filter((row) => !fits(after, row, timeZone));
      const named = displaced.map((row) => displacedView(row, context.actor.practitionerId === doctorId));
      if (displaced.length > 0 && saving.displaced === 'ask') {
        const details = { displaced: displaced.length };
        await tx.audit('schedule.read', { entity: 'practitioner', entityId: doctorId, details });
        return { saved: false, schedule: await this.#view(tx, before), displaced: named };
      }
      await schedules.save(tx, after, context.actor.accountId);
      await tx.audit('schedule.saved', {
        entity: 'practitioner',
        entityId: doctorId,
        details: { version: after.version, displaced: displaced.length, what: saving.displaced },
      });
      if (saving.displaced === 'cancel') for (const row of displaced) await this.#cancel(tx, row.id);
      await announceSaved(tx, doctorId, context.actor.accountId);
      return { saved: true, schedule: await this.#view(tx, after), displaced: named };
    });
  }

  async #cancel(tx: Tx, id: string): Promise<void> {
    const row = await this.deps.appointments.lock(tx, id);
    if (row?.status !== 'booked') return;
    const ended = await this.deps.endings.end(tx, row, { as: 'hospital' });
    await this.deps.notices.notify(tx, 'appointment-cancelled-by-hospital', ended);
  }

  /** Loads the hours; throws `resource.not-found` for a doctor whose hours the caller may not plan. */
  async #plan(tx: Tx, context: ActorContext, doctorId: string): Promise<StoredSchedule> {
    await this.deps.desk.doctor(tx, doctorId);
    const stored = (await this.deps.schedules.byDoctors(tx, [doctorId])).get(doctorId);
    if (!stored || !mayPlan(context.actor, doctorId)) throw new AppError('resource.not-found', 'schedule not found');
    return stored;
  }

  async #view(tx: Tx, stored: StoredSchedule): Promise<DoctorSchedule> {
    const { timeZone } = await this.deps.desk.hospital(tx);
    const { name, nameLatin, departmentIds } = await this.deps.desk.doctor(tx, stored.practitionerId);
    const today = dayIn(timeZone, tx.now);
    return {
      doctorId: stored.practitionerId,
      name,
      nameLatin,
      departmentIds,
      version: stored.version,
      timeZone,
      weekly: stored.weekly,
      exceptions: stored.exceptions.filter(({ day }) => day >= today),
    };
  }
}

/** Returns whether the hours still include exactly the appointment’s time. */
function fits(schedule: StoredSchedule, row: AppointmentRow, timeZone: string): boolean {
  return slotsOfDay(schedule, dayIn(timeZone, row.startsAt), timeZone).some(
    (slot) =>
      slot.startsAt === row.startsAt.getTime() &&
      slot.endsAt === row.endsAt.getTime() &&
      slot.departmentId === row.departmentId,
  );
}

function assertSound({ weekly, exceptions }: Saving, departmentIds: readonly string[]): void {
  const fields: FieldError[] = [];
  const foreign = (departmentId: string) => !departmentIds.includes(departmentId);
  for (const [index, { departmentId }] of weekly.entries())
    if (foreign(departmentId)) fields.push({ path: `weekly.${index}.departmentId`, rule: 'not-in-department' });
  for (const [index, exception] of exceptions.entries())
    if (exception.kind !== 'day-off' && foreign(exception.departmentId))
      fields.push({ path: `exceptions.${index}.departmentId`, rule: 'not-in-department' });
  const overlap = overlapOf(weekly);
  if (overlap) fields.push({ path: `weekly.${overlap[1]}.from`, rule: 'overlap' });
  if (fields.length > 0) throw new AppError('validation.failed', 'hours are not valid', { fields });
}

/** Returns the new hours; exceptions of past days stay. */
function replaced(before: StoredSchedule, { weekly, exceptions }: Saving, today: string): StoredSchedule {
  return {
    practitionerId: before.practitionerId,
    version: before.version + 1,
    weekly,
    exceptions: [
      ...before.exceptions.filter(({ day }) => day < today),
      ...exceptions.filter(({ day }) => day >= today).toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    ],
  };
}

/** Returns an appointment that loses its time; only its doctor sees the patient's full name. */
function displacedView(row: AppointmentRow, full: boolean): ResponseOf<typeof saveSchedule>['displaced'][number] {
  return {
    appointmentId: row.id,
    startsAt: row.startsAt.toISOString(),
    department: row.departmentName,
    patient: full ? row.patientName : initialsOf(row.patientName, row.patientNameLatin),
  };
}

function announceSaved(tx: Tx, doctorId: string, accountId: string): Promise<void> {
  return emitEvent(tx, 'schedule.saved', {
    entityId: doctorId,
    practitionerId: doctorId,
    facts: {},
    changes: [
      { entity: 'schedule', id: doctorId, to: { roles: ['patient', 'administrator'], accountIds: [accountId] } },
    ],
  });
}
