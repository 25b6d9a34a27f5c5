import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { joinWaitlist, listWaitlist, WaitlistEntry } from '@yunzhen/shared/scheduling/appointments.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { AppointmentEndings } from '../appointments/appointment-endings.ts';
import { appointmentNotFound, isPatientOf } from '../scheduling.policy.ts';
import { patientOf } from '../../core/actor.ts';
import type { WaitlistRow } from './waitlist.repository.ts';
import type { SchedulingPart } from '../scheduling-part.ts';

interface WaitlistServiceDeps extends SchedulingPart<'transactions' | 'waitlist' | 'appointments' | 'desk'> {
  endings: AppointmentEndings;
}

/** Lets patients wait for a place that becomes free. */
export class WaitlistService extends Service<WaitlistServiceDeps> {
  /** Throws `waitlist.already-joined` when the patient already waits for the same doctor or department. */
  join(context: ActorContext, wanted: BodyOf<typeof joinWaitlist>): Promise<WaitlistEntry> {
    return this.deps.transactions.command(context, 'joinWaitlist', async (tx) => {
      const { desk, waitlist } = this.deps;
      const patientId = patientOf(context.actor);
      await desk.department(tx, wanted.departmentId);
      const { today, lastDay } = await desk.bookableDays(tx);
      const refuse = (path: string, rule: string) =>
        new AppError('validation.failed', `waitlist entry is not valid: ${rule}`, { fields: [{ path, rule }] });
      if (wanted.doctorId !== null) {
        const doctor = await desk.doctor(tx, wanted.doctorId);
        if (!doctor.departmentIds.includes(wanted.departmentId)) throw refuse('doctorId', 'not-in-department');
        if (context.actor.practitionerId === wanted.doctorId) throw refuse('doctorId', 'own-visit');
      }
      if (wanted.until < today) throw refuse('until', 'past');
      if (wanted.from > lastDay) throw refuse('from', 'too-late');
      await waitlist.closePast(tx, patientId, today);
      const id = newId();
      const joined = await waitlist.join(tx, {
        id,
        patientId,
        departmentId: wanted.departmentId,
        practitionerId: wanted.doctorId,
        fromDay: wanted.from,
        untilDay: wanted.until,
      });
      if (!joined) throw new AppError('waitlist.already-joined', 'patient is already on this waitlist');
      const entry = await waitlist.find(tx, id);
      if (!entry) throw appointmentNotFound();
      await tx.audit('waitlist.joined', { entity: 'waitlist', entityId: id, patientId });
      await this.#announce(tx, entry);
      return toEntry(entry);
    });
  }

  /** Leaves the waitlist; a place on offer goes to the next patient. Idempotent. */
  leave(context: ActorContext, entryId: string): Promise<WaitlistEntry> {
    return this.deps.transactions.command(context, 'leaveWaitlist', async (tx) => {
      const { waitlist, appointments, endings } = this.deps;
      const seen = await waitlist.find(tx, entryId);
      if (!seen || !isPatientOf(context.actor, seen)) throw appointmentNotFound();
      const offered = seen.appointmentId === null ? null : await appointments.find(tx, seen.appointmentId);
      if (offered) await endings.openCalendars(tx, [offered.practitionerId]);
      const entry = await waitlist.lock(tx, entryId);
      if (!entry) throw appointmentNotFound();
      if (entry.status === 'left' || entry.status === 'filled') return toEntry(entry);
      await tx.audit('waitlist.left', { entity: 'waitlist', entityId: entryId, patientId: entry.patientId });
      const held =
        entry.status === 'offered' && entry.appointmentId ? await appointments.lock(tx, entry.appointmentId) : null;
      if (held?.status === 'proposed') await endings.end(tx, held, { as: 'patient', leavesWaitlist: true });
      else await waitlist.leave(tx, entryId);
      const left = (await waitlist.find(tx, entryId)) ?? entry;
      await this.#announce(tx, left);
      return toEntry(left);
    });
  }

  list(context: ActorContext): Promise<ResponseOf<typeof listWaitlist>> {
    return this.deps.transactions.run(context, async (tx) => {
      const patientId = patientOf(context.actor);
      const { today } = await this.deps.desk.bookableDays(tx);
      const rows = await this.deps.waitlist.openOf(tx, patientId, today);
      const details = { count: rows.length };
      await tx.audit('waitlist.read', { entity: 'waitlist', entityId: null, patientId, details });
      return { items: rows.map(toEntry) };
    });
  }

  async #announce(tx: Tx, entry: WaitlistRow): Promise<void> {
    await emitEvent(tx, 'waitlist.changed', {
      entityId: entry.id,
      departmentId: entry.departmentId,
      practitionerId: entry.practitionerId,
      facts: {},
      changes: [
        {
          entity: 'appointment',
          id: entry.id,
          to: { accountIds: entry.patientAccountId === null ? [] : [entry.patientAccountId] },
        },
      ],
    });
  }
}

function toEntry(row: WaitlistRow): WaitlistEntry {
  return {
    id: row.id,
    status: row.status,
    department: { id: row.departmentId, name: row.departmentName },
    doctor:
      row.practitionerId === null
        ? null
        : { id: row.practitionerId, name: row.doctorName ?? '', nameLatin: row.doctorNameLatin ?? '' },
    from: row.fromDay,
    until: row.untilDay,
    appointmentId: row.status === 'offered' ? row.appointmentId : null,
    offeredUntil: row.status === 'offered' ? (row.offeredUntil?.toISOString() ?? null) : null,
  };
}
