import type { ResponseOf, BodyOf } from '@yunzhen/shared/core/route';
import type { transferVisit } from '@yunzhen/shared/visits/transfers.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { callChange, visitChanges } from '../visit-audience.ts';
import type { VisitRow } from '../visit.entity.ts';
import type { VisitView } from '../visit-view.ts';
import { doctorOf, isDoctorOf, seesPatients, visitNotFound } from '../visits.policy.ts';
import type { TransfersRepository } from './transfers.repository.ts';
import type { VisitsPart } from '../visits-part.ts';

type Answer = ResponseOf<typeof transferVisit>;

interface TransfersServiceDeps extends VisitsPart<
  'transactions' | 'visits' | 'queue' | 'hooks' | 'directory' | 'notify'
> {
  transfers: TransfersRepository;
}

/**
 * Hands visits over to a colleague of the same hospital, and back. The place in the queue stays, and a patient on hold stays on hold until the
 * colleague resumes.
 */
export class TransfersService extends Service<TransfersServiceDeps> {
  /**
   * Throws `visit.transition-refused` unless the visit waits or is on hold. Throws `visit.colleague-unavailable` for a colleague who is off duty,
   * paused or without a valid licence, and `validation.failed` for one outside the department.
   */
  transfer(context: ActorContext, visitId: string, wanted: BodyOf<typeof transferVisit>): Promise<Answer> {
    const { transactions, visits, transfers, directory, notify } = this.deps;
    return transactions.command(context, 'transferVisit', async (tx) => {
      const from = doctorOf(context.actor);
      // Lock order everywhere: colleague, then visit.
      const colleague = await transfers.lockColleague(tx, wanted.doctorId);
      const visit = await visits.lock(tx, visitId, 'write');
      if (!visit || !isDoctorOf(context.actor, visit)) throw visitNotFound();
      await directory.department(tx, wanted.departmentId);
      if (!colleague) throw new AppError('resource.not-found', 'doctor not found');
      const refuse = (path: string, rule: string) =>
        new AppError('validation.failed', `colleague is not valid: ${rule}`, { fields: [{ path, rule }] });
      if (colleague.id === from) throw refuse('doctorId', 'own-visit');
      if (colleague.patientId === visit.patientId) throw refuse('doctorId', 'own-visit');
      if (!colleague.departmentIds.includes(wanted.departmentId)) throw refuse('departmentId', 'not-in-department');
      assertMovable(visit);
      const today = dayIn((await directory.hospital(tx)).timeZone, tx.now);
      if (!colleague.active || colleague.paused || !seesPatients(colleague, today))
        throw new AppError('visit.colleague-unavailable', 'colleague is off duty, paused or has no valid licence');
      await transfers.settle(tx, visitId, 'taken');
      await transfers.insert(tx, {
        id: newId(),
        visitId,
        fromPractitionerId: from,
        toPractitionerId: colleague.id,
        reason: wanted.reason,
        fromDepartmentId: visit.departmentId,
        toDepartmentId: wanted.departmentId,
      });
      const moved = await this.move(tx, visit, colleague.id, wanted.departmentId, 'visit.transferred');
      await notify(tx, {
        to: { accountId: colleague.accountId },
        template: 'staff.visit-handed-over',
        facts: { from: nameOf(moved.before.visit.doctor) },
        link: '/workbench',
      });
      return { visitId, doctor: { id: moved.after.visit.doctor.id, ...nameOf(moved.after.visit.doctor) } };
    });
  }

  /** Throws `visit.transition-refused` once the visit was taken up or when no handover is open. */
  decline(context: ActorContext, visitId: string, reason: string): Promise<Answer> {
    const { transactions, visits, transfers, notify } = this.deps;
    return transactions.command(context, 'declineTransfer', async (tx) => {
      const visit = await visits.lock(tx, visitId, 'write');
      if (!visit || !isDoctorOf(context.actor, visit)) throw visitNotFound();
      const open = await transfers.open(tx, visitId);
      if (!open)
        throw new AppError('visit.transition-refused', 'visit has no open handover', { facts: stateOf(visit) });
      assertMovable(visit);
      await transfers.settle(tx, visitId, 'declined', reason);
      const moved = await this.move(
        tx,
        visit,
        open.fromPractitionerId,
        open.fromDepartmentId,
        'visit.transfer-declined',
      );
      await notify(tx, {
        to: { accountId: moved.after.doctorAccountId },
        template: 'staff.visit-given-back',
        facts: { by: nameOf(moved.before.visit.doctor) },
        link: '/workbench',
      });
      return { visitId, doctor: { id: moved.after.visit.doctor.id, ...nameOf(moved.after.visit.doctor) } };
    });
  }

  /**
   * Moves the visit to another doctor. The caller holds the locks on doctor and visit and has checked both. Patients are not notified of their own
   * changes.
   */
  async move(
    tx: Tx,
    visit: VisitRow,
    to: string,
    departmentId: string,
    what: 'visit.transferred' | 'visit.transfer-declined' | 'visit.doctor-changed',
  ): Promise<{ before: VisitView; after: VisitView }> {
    const { visits, queue, hooks, notify } = this.deps;
    const before = await this.deps.visits.view(tx, visit.id);
    const waitersBefore = await queue.waiters(tx, visit.practitionerId, visit.id);
    await visits.update(tx, visit.id, {
      practitionerId: to,
      departmentId,
      version: visit.version + 1,
      roomRevision: visit.roomRevision + 1,
      doctorGoneAt: null,
    });
    const move = { visitId: visit.id, from: visit.practitionerId, to, departmentId };
    await hooks.onHandedOver.run(tx, { ...move, formerAccountId: before.doctorAccountId });
    const after = await this.deps.visits.view(tx, visit.id);
    await tx.audit(what, {
      entity: 'visit',
      entityId: visit.id,
      patientId: visit.patientId,
      details: { from: move.from, to, departmentId, version: after.visit.version },
    });
    const former = { accountIds: [before.doctorAccountId] };
    const waiters = [...waitersBefore, ...(await queue.waiters(tx, to, visit.id))];
    await emitEvent(tx, what, {
      entityId: visit.id,
      visitId: visit.id,
      departmentId,
      practitionerId: to,
      facts: {},
      changes: [
        ...visitChanges(after, waiters),
        { entity: 'visit', id: visit.id, version: after.visit.version, to: former },
        { entity: 'queue', id: visit.practitionerId, to: former },
        { entity: 'call', id: visit.id, to: former },
        callChange(after, await hooks.onGuestsAsked.ask(tx, visit.id)),
      ],
    });
    if (what !== 'visit.doctor-changed') {
      await notify(tx, {
        to: { patientId: visit.patientId },
        template: 'visit.handed-over',
        facts: { doctor: nameOf(after.visit.doctor), before: nameOf(before.visit.doctor) },
        link: `/visits/${visit.id}`,
        dedupe: `handed over ${visit.id} ${after.visit.version}`,
      });
    }
    await hooks.onRoomChanged.run(tx, visit.id);
    return { before, after };
  }
}

/** Throws unless the visit waits or the patient is on hold; a running consultation is not interrupted. */
function assertMovable(visit: VisitRow): void {
  if (visit.status === 'waiting' || (visit.status === 'in-progress' && visit.held)) return;
  throw new AppError('visit.transition-refused', `visit is ${visit.status} and cannot be handed over`, {
    facts: stateOf(visit),
  });
}

function stateOf({ status }: VisitRow) {
  return { state: status, command: 'transfer' };
}

function nameOf({ name, nameLatin }: { name: string; nameLatin: string }) {
  return { name, nameLatin };
}
