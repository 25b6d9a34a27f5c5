import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { Waiting } from '@yunzhen/shared/visits/visits.contract';
import type { callWaiting, stepAway } from '@yunzhen/shared/visits/waiting-room.contract';
import { stepAwayMinutesOf } from '@yunzhen/shared/visits/waiting-room';
import { AppError } from '@yunzhen/shared/core/errors';
import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { secondsSince } from '../conduct/visit-effects.ts';
import { visitChanges } from '../visit-audience.ts';
import type { VisitRow } from '../visit.entity.ts';
import { isDoctorOf, isPatientOf, visitNotFound, type VisitParties } from '../visits.policy.ts';
import type { TurnCalls } from './turn-calls.ts';
import type { VisitsPart } from '../visits-part.ts';

interface AttendanceServiceDeps extends VisitsPart<'transactions' | 'visits' | 'queue' | 'attendance' | 'directory'> {
  turns: TurnCalls;
  /** Returns what the patient’s page shows. */
  waitingOf: (tx: Tx, visit: Pick<VisitRow, 'id' | 'departmentId'>) => Promise<Waiting>;
}

/** Lets patients step away from the waiting room and return to their place, and lets doctors call absent patients. */
export class AttendanceService extends Service<AttendanceServiceDeps> {
  /** Throws `visit.not-waiting`, and `validation.failed` for more minutes than the hospital allows. */
  stepAway(context: ActorContext, visitId: string, { minutes }: BodyOf<typeof stepAway>): Promise<Waiting> {
    const { transactions, attendance, directory, waitingOf } = this.deps;
    return transactions.command(context, 'stepAway', async (tx) => {
      const visit = await this.#waiting(tx, visitId, (parties) => isPatientOf(context.actor, parties));
      const most = stepAwayMinutesOf((await directory.hospital(tx)).settings);
      if (minutes !== null && minutes > most)
        throw new AppError('validation.failed', 'minutes is more than the hospital allows', {
          fields: [{ path: 'minutes', rule: 'too_big' }],
        });
      const span = minutes ?? most;
      await attendance.stepAway(tx, visitId, new Date(tx.now.getTime() + span * MINUTE_MS));
      await tx.audit('visit.stepped-away', this.#entry(visit, { minutes: span }));
      await emitEvent(tx, 'visit.stepped-away', { ...(await this.#about(tx, visit)), facts: { minutes: span } });
      return waitingOf(tx, visit);
    });
  }

  /** Ends an absence. Has no effect when the patient is not away or is already in the visit. */
  comeBack(context: ActorContext, visitId: string): Promise<Waiting> {
    const { transactions, visits, attendance, waitingOf } = this.deps;
    return transactions.command(context, 'comeBack', async (tx) => {
      const visit = await visits.lock(tx, visitId, 'write');
      if (!visit || !isPatientOf(context.actor, visit)) throw visitNotFound();
      const since = visit.status === 'waiting' ? await attendance.comeBack(tx, visitId) : null;
      if (since) {
        const awaySeconds = secondsSince(since, tx.now);
        await tx.audit('visit.came-back', this.#entry(visit, { awaySeconds }));
        await emitEvent(tx, 'visit.came-back', { ...(await this.#about(tx, visit)), facts: { awaySeconds } });
      }
      return waitingOf(tx, visit);
    });
  }

  /** Throws `visit.not-waiting`, and `visit.patient-present` when the patient is present. */
  call(context: ActorContext, visitId: string): Promise<ResponseOf<typeof callWaiting>> {
    return this.deps.transactions.command(context, 'callWaiting', async (tx) => {
      await this.#waiting(tx, visitId, (parties) => isDoctorOf(context.actor, parties));
      return { visitId, attendance: await this.deps.turns.call(tx, visitId) };
    });
  }

  async #waiting(tx: Tx, visitId: string, isOwn: (parties: VisitParties) => boolean): Promise<VisitRow> {
    const visit = await this.deps.visits.lock(tx, visitId, 'write');
    if (!visit || !isOwn(visit)) throw visitNotFound();
    if (visit.status !== 'waiting')
      throw new AppError('visit.not-waiting', `visit is ${visit.status}`, { facts: { status: visit.status } });
    return visit;
  }

  #entry(visit: VisitRow, details: Record<string, number>) {
    return { entity: 'visit', entityId: visit.id, patientId: visit.patientId, details };
  }

  /** Notifies the patients behind too, because their estimate depends on who is present. */
  async #about(tx: Tx, { id, departmentId, practitionerId }: VisitRow) {
    const view = await this.deps.visits.view(tx, id);
    const changes = visitChanges(view, await this.deps.queue.waiters(tx, practitionerId, id));
    return { entityId: id, visitId: id, departmentId, practitionerId, changes };
  }
}
