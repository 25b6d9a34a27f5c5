import { appointmentMachine, isLateNow, maxAppointmentChanges } from '@yunzhen/shared/scheduling/appointment';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { LeaveVisit } from '../hooks.ts';
import type { Notices } from '../notices.ts';
import { appointmentNotFound } from '../scheduling.policy.ts';
import type { SchedulingPart } from '../scheduling-part.ts';
import { remindersAfterMove } from '../tending/reminders.ts';
import { aboutAppointment } from './appointment-changes.ts';
import type { AppointmentEndings } from './appointment-endings.ts';
import type { AppointmentRow } from './appointment-view.ts';
import { assertCurrent } from '../../core/version.ts';

interface AppointmentMovesDeps extends SchedulingPart<'appointments' | 'desk'> {
  endings: AppointmentEndings;
  notices: Notices;
}

interface Wanted {
  id: string;
  version: number;
  startsAt: string;
  /** Who asked: only a patient’s move can be late, and moves by the front desk are not limited. */
  by: { desk: boolean; askedBy: 'patient' | 'hospital' };
  /** Returns whether the caller may change this appointment. */
  allowed: (row: AppointmentRow) => boolean;
  /** Lets a waiting patient leave the waiting room; null where leaving is not possible. */
  leaving: ((tx: Tx, visitId: string) => Promise<LeaveVisit | null>) | null;
}

/** Moves appointments to another time of the same doctor. */
export class AppointmentMoves extends Service<AppointmentMovesDeps> {
  /**
   * Takes the new time and releases the old one atomically. A patient whose doctor keeps them waiting leaves the waiting room in the same
   * transaction.
   * Throws `resource.stale`, `appointment.slot-taken`, `appointment.not-offered`, `appointment.overlapping`, `appointment.transition-refused`,
   * `appointment.too-many-changes`.
   */
  async move(tx: Tx, { id, version, startsAt: startsAtText, by, allowed, leaving }: Wanted): Promise<AppointmentRow> {
    const { appointments, desk, endings, notices } = this.deps;
    const startsAt = new Date(startsAtText);
    const seen = await appointments.find(tx, id);
    if (!seen || !allowed(seen)) throw appointmentNotFound();
    await endings.openCalendars(tx, [seen.practitionerId]);
    // Calendar, visit, appointment: every transaction locks in this order.
    const leave = seen.visitId === null || !leaving ? null : await leaving(tx, seen.visitId);
    const row = await appointments.lock(tx, id);
    if (!row || !allowed(row)) throw appointmentNotFound();
    assertCurrent(row, version);
    const status = leave && appointmentMachine.next(row.status, 'postpone');
    if (!status && (row.status !== 'booked' || row.visitId !== null || row.startsAt <= tx.now)) {
      throw new AppError('appointment.transition-refused', 'only a booked future appointment can be rescheduled', {
        facts: { state: row.status, command: 'reschedule' },
      });
    }
    if (row.startsAt.getTime() === startsAt.getTime()) return row;
    if (!by.desk && row.moves >= maxAppointmentChanges.moves)
      throw new AppError('appointment.too-many-changes', 'appointment has reached the limit of reschedules');
    const slot = await desk.bookable(tx, row.practitionerId, row.departmentId, startsAt);
    const times = { startsAt, endsAt: new Date(slot.endsAt) };
    await this.#assertPatientFree(tx, row, times);
    const place = await desk.freePlace(tx, row.practitionerId, slot, id);
    if (place === null) throw new AppError('appointment.slot-taken', 'appointment time is already taken');
    // A patient whom the doctor kept waiting is not recorded as late.
    const late = !status && by.askedBy === 'patient' && isLateNow(row.startsAt, tx.now, await desk.policy(tx));
    const change = { ...times, place, sequence: row.sequence + 1, moves: by.desk ? row.moves : row.moves + 1 };
    const begun = status ? { status, visitId: null } : {};
    const again = { ...remindersAfterMove(startsAt, tx.now), lateToldAt: null };
    await appointments.update(tx, id, { ...change, ...again, ...begun });
    const moved = await appointments.find(tx, id);
    if (!moved) throw appointmentNotFound();
    const details = { late, from: row.startsAt.toISOString(), to: moved.startsAt.toISOString() };
    await tx.audit('appointment.rescheduled', {
      entity: 'appointment',
      entityId: id,
      patientId: row.patientId,
      details,
    });
    await emitEvent(tx, 'appointment.rescheduled', { ...aboutAppointment(moved), facts: { late } });
    await notices.notify(tx, 'appointment-moved', moved, row.startsAt);
    await endings.handOn(tx, row);
    await leave?.(id);
    return moved;
  }

  async #assertPatientFree(tx: Tx, row: AppointmentRow, times: { startsAt: Date; endsAt: Date }): Promise<void> {
    const { startsAt, endsAt } = times;
    if (await this.deps.appointments.patientHas(tx, row.patientId, startsAt, endsAt, row.id))
      throw new AppError('appointment.overlapping', 'patient has another appointment at this time');
  }
}
