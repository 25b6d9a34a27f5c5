import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import { appointmentMachine, isLateNow } from '@yunzhen/shared/scheduling/appointment';
import { AppError } from '@yunzhen/shared/core/errors';
import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { appointmentNotFound, isPatientOf } from '../scheduling.policy.ts';
import { aboutAppointment } from './appointment-changes.ts';
import type { AppointmentEndings } from './appointment-endings.ts';
import type { SchedulingPart } from '../scheduling-part.ts';

interface ArrivalServiceDeps extends SchedulingPart<'transactions' | 'appointments' | 'desk' | 'hooks'> {
  endings: AppointmentEndings;
}

/** Connects an appointment to its visit: arriving opens the visit; check-in and end of the visit update the appointment. */
export class ArrivalService extends Service<ArrivalServiceDeps> {
  /**
   * Opens the visit, once. Throws `appointment.too-early` before check-in opens, `appointment.missed` after the grace period, and
   * `visit.already-open` when the patient is in another visit.
   */
  open(context: ActorContext, id: string): Promise<{ visitId: string }> {
    return this.deps.transactions.command(context, 'openAppointment', async (tx) => {
      const row = await this.deps.appointments.lock(tx, id);
      if (!row || !isPatientOf(context.actor, row)) throw appointmentNotFound();
      if (row.visitId !== null && !appointmentMachine.isFinal(row.status)) return { visitId: row.visitId };
      if (row.status === 'noshow') throw new AppError('appointment.missed', 'appointment was missed');
      // The transition table decides whether the patient may still check in.
      appointmentMachine.next(row.status, 'check-in');
      const policy = await this.deps.desk.policy(tx);
      const minutes = (tx.now.getTime() - row.startsAt.getTime()) / MINUTE_MS;
      if (minutes < -policy.checkInMinutes) throw new AppError('appointment.too-early', 'check-in is not open yet');
      if (minutes > policy.graceMinutes)
        throw new AppError('appointment.missed', 'appointment was missed: the grace period is over');
      const visitId = await this.deps.hooks.onVisitAsked.ask(tx, row);
      await this.deps.appointments.update(tx, id, { visitId });
      await tx.audit('appointment.opened', {
        entity: 'appointment',
        entityId: id,
        patientId: row.patientId,
        details: { visitId },
      });
      return { visitId };
    });
  }

  /** Marks the appointment when its patient enters the waiting room. */
  async checkedIn(tx: Tx, visitId: string): Promise<void> {
    const row = await this.deps.appointments.byVisit(tx, visitId);
    if (!row || !appointmentMachine.can(row.status, 'check-in')) return;
    await this.deps.appointments.update(tx, row.id, { status: appointmentMachine.next(row.status, 'check-in') });
    const about = aboutAppointment({ ...row, version: row.version + 1 });
    await tx.audit('appointment.checked-in', { entity: 'appointment', entityId: row.id, patientId: row.patientId });
    const minutesAfter = Math.floor((tx.now.getTime() - row.startsAt.getTime()) / MINUTE_MS);
    await emitEvent(tx, 'appointment.checked-in', { ...about, facts: { minutesAfter } });
  }

  /**
   * Ends the appointment with its visit: it took place, or the patient left before. With `excused` (the doctor was not there) the patient is not
   * recorded as late.
   */
  async visitEnded(tx: Tx, visitId: string, status: VisitStatus, { excused }: { excused: boolean }): Promise<void> {
    const row = await this.deps.appointments.byVisit(tx, visitId);
    if (!row) return;
    if (status === 'left' || status === 'cancelled') {
      if (!appointmentMachine.can(row.status, 'cancel')) return;
      const late = !excused && isLateNow(row.startsAt, tx.now, await this.deps.desk.policy(tx));
      await this.deps.endings.endWithoutOffer(tx, row, { as: 'left', late });
      return;
    }
    if (!appointmentMachine.can(row.status, 'fulfil')) return;
    await this.deps.appointments.update(tx, row.id, {
      status: appointmentMachine.next(row.status, 'fulfil'),
      endedAt: tx.now,
    });
    await tx.audit('appointment.fulfilled', { entity: 'appointment', entityId: row.id, patientId: row.patientId });
    const about = aboutAppointment({ ...row, version: row.version + 1 });
    await emitEvent(tx, 'appointment.fulfilled', { ...about, facts: {} });
  }
}
