import { appointmentMachine } from '@yunzhen/shared/scheduling/appointment';
import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import { systemContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { runEach, runSteps } from '../../../platform/run-each.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { aboutAppointment } from '../appointments/appointment-changes.ts';
import type { AppointmentEndings } from '../appointments/appointment-endings.ts';
import type { AppointmentRow } from '../appointments/appointment-view.ts';
import type { AppointmentChange } from '../appointments/appointments.repository.ts';
import type { AppointmentNotice, Notices } from '../notices.ts';
import type { DueRepository } from './due.repository.ts';
import { dayBeforeMinutes, hourBeforeMinutes } from './reminders.ts';
import type { SchedulingPart } from '../scheduling-part.ts';

/** Minutes after its start at which an absent patient is notified. */
const lateAfterMinutes = 2;

interface TendingServiceDeps extends SchedulingPart<'transactions' | 'appointments' | 'desk' | 'hooks'> {
  due: DueRepository;
  endings: AppointmentEndings;
  notices: Notices;
}

/** Acts on the passing of time: expired holds, reminders, late and missing patients. */
export class TendingService extends Service<TendingServiceDeps> {
  /** Runs each step in a transaction of its own, so that a failure does not affect the others. `cause` takes the place of a request id. */
  async tend(hospitalId: string, cause: string): Promise<void> {
    const { transactions, appointments, due, desk } = this.deps;
    const run = <Value>(work: (tx: Tx) => Promise<Value>) => transactions.run(systemContext(hospitalId, cause), work);
    const each = async (find: (tx: Tx) => Promise<string[]>, work: (tx: Tx, id: string) => Promise<void>) => {
      await runEach(await run(find), (id) => run((tx) => work(tx, id)));
    };
    const { graceMinutes } = await run((tx) => desk.policy(tx));

    await runSteps({
      'run-out holds': () =>
        each(
          (tx) => appointments.doctorsWithRunOut(tx),
          (tx, id) => this.deps.endings.openCalendars(tx, [id]),
        ),
      'missed appointments': () =>
        each(
          (tx) => due.missed(tx, graceMinutes),
          (tx, id) => this.#miss(tx, id, graceMinutes),
        ),
      'doctors who are gone': () => this.notifyOfGoneDoctors(hospitalId, cause),
      'late patients': () =>
        each(
          (tx) => due.late(tx, lateAfterMinutes),
          (tx, id) => this.#notify(tx, id, 'appointment-late', { lateToldAt: tx.now }),
        ),
      'reminders of the hour': () =>
        each(
          (tx) => due.reminder(tx, 'hour_reminder_at', hourBeforeMinutes),
          // The hour’s reminder replaces the day’s.
          (tx, id) => this.#notify(tx, id, 'appointment-soon', { hourReminderAt: tx.now, dayReminderAt: tx.now }),
        ),
      'reminders of the day': () =>
        each(
          (tx) => due.reminder(tx, 'day_reminder_at', dayBeforeMinutes),
          (tx, id) => this.#notify(tx, id, 'appointment-tomorrow', { dayReminderAt: tx.now }),
        ),
    });
  }

  /** Notifies each patient whose booked doctor is gone, once. Runs when an account is closed, and every minute for those it missed. */
  async notifyOfGoneDoctors(hospitalId: string, cause: string): Promise<void> {
    const { transactions, due, appointments, notices } = this.deps;
    const run = <Value>(work: (tx: Tx) => Promise<Value>) => transactions.run(systemContext(hospitalId, cause), work);
    const notify = async (tx: Tx, id: string) => {
      const row = await appointments.lock(tx, id);
      // Cancelled, moved or begun since, or the doctor is back.
      if (row?.status !== 'booked' || !row.doctorGone || row.visitId !== null || row.doctorGoneToldAt) return;
      await appointments.update(tx, id, { doctorGoneToldAt: tx.now });
      const marked = (await appointments.find(tx, id)) ?? row;
      await tx.audit('appointment.doctor-gone', { entity: 'appointment', entityId: id, patientId: row.patientId });
      await emitEvent(tx, 'appointment.doctor-gone', { ...aboutAppointment(marked), facts: {} });
      await notices.notify(tx, 'appointment-doctor-gone', marked);
    };
    await runEach(await run((tx) => due.doctorGone(tx)), (id) => run((tx) => notify(tx, id)));
  }

  async #notify(tx: Tx, id: string, notice: AppointmentNotice, sent: AppointmentChange): Promise<void> {
    const row = await this.deps.appointments.lock(tx, id);
    const [already] = Object.keys(sent) as (keyof AppointmentChange)[];
    if (
      row?.status !== 'booked' ||
      row.doctorGone ||
      (already && (await this.deps.appointments.isSet(tx, id, already)))
    )
      return;
    await this.deps.appointments.note(tx, id, sent);
    await this.deps.notices.notify(tx, notice, row);
  }

  async #miss(tx: Tx, id: string, graceMinutes: number): Promise<void> {
    const row = await this.deps.appointments.lock(tx, id);
    if (!row || !appointmentMachine.can(row.status, 'miss') || !isOver(row, tx.now, graceMinutes)) return;
    // A patient cannot miss a doctor who was not there.
    if (row.doctorGone && row.visitId === null) {
      const ended = await this.deps.endings.endWithoutOffer(tx, row, { as: 'hospital' });
      return this.deps.notices.notify(tx, 'appointment-cancelled-by-hospital', ended);
    }
    await this.deps.appointments.update(tx, id, {
      status: appointmentMachine.next(row.status, 'miss'),
      endedAt: tx.now,
    });
    const missed = (await this.deps.appointments.find(tx, id)) ?? row;
    await tx.audit('appointment.missed', { entity: 'appointment', entityId: id, patientId: row.patientId });
    await emitEvent(tx, 'appointment.no-show', { ...aboutAppointment(missed), facts: {} });
    if (row.visitId !== null) await this.deps.hooks.onVisitMissed.run(tx, row.visitId);
    await this.deps.notices.notify(tx, 'appointment-missed', missed);
  }
}

function isOver(row: AppointmentRow, now: Date, graceMinutes: number): boolean {
  return row.startsAt.getTime() + graceMinutes * MINUTE_MS < now.getTime();
}
