import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { setPriority } from '@yunzhen/shared/visits/triage.contract';
import { reasonsFor } from '@yunzhen/shared/visits/triage';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { visitChanges } from '../visit-audience.ts';
import { doctorOf, isDoctorOf, visitNotFound } from '../visits.policy.ts';
import type { VisitsPart } from '../visits-part.ts';

/** Sets the urgency of waiting visits. Others see only the resulting order of the queue; the reason stays with the visit. */
export class TriageService extends Service<VisitsPart<'transactions' | 'visits' | 'queue' | 'triage'>> {
  /** Throws `visit.not-waiting`, and `validation.failed` for a reason that does not apply to this change. */
  set(
    context: ActorContext,
    visitId: string,
    { priority, reason }: BodyOf<typeof setPriority>,
  ): Promise<ResponseOf<typeof setPriority>> {
    const { transactions, visits, queue, triage } = this.deps;
    return transactions.command(context, 'setPriority', async (tx) => {
      const practitionerId = doctorOf(context.actor);
      const visit = await visits.lock(tx, visitId, 'write');
      if (!visit || !isDoctorOf(context.actor, visit)) throw visitNotFound();
      if (visit.status !== 'waiting')
        throw new AppError('visit.not-waiting', `visit is ${visit.status}`, { facts: { status: visit.status } });
      if (!reasonsFor(visit.priority, priority).includes(reason))
        throw new AppError('validation.failed', 'reason is not valid for this change', {
          fields: [{ path: 'reason', rule: 'not-for-this' }],
        });
      const last = (await triage.latest(tx, [visitId])).get(visitId);
      if (last?.priority === priority && last.reason === reason && visit.priority === priority)
        return { visitId, triage: last };
      await triage.insert(tx, { id: newId(), visitId, practitionerId, priority, reason });
      await visits.update(tx, visitId, { priority, version: visit.version + 1 });
      const [view, waiters] = [await visits.view(tx, visitId), await queue.waiters(tx, practitionerId, null)];
      const decided = (await triage.latest(tx, [visitId])).get(visitId);
      if (!decided) throw visitNotFound();
      await tx.audit('visit.priority-changed', {
        entity: 'visit',
        entityId: visitId,
        patientId: visit.patientId,
        details: { from: visit.priority, to: priority, reason, version: view.visit.version },
      });
      await emitEvent(tx, 'visit.priority-changed', {
        entityId: visitId,
        visitId,
        departmentId: visit.departmentId,
        practitionerId,
        facts: { priority },
        changes: visitChanges(view, waiters),
      });
      return { visitId, triage: decided };
    });
  }
}
