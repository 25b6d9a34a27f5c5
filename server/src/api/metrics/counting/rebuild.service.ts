import type { ActorContext } from '../../../platform/context.ts';
import { Service } from '../../../platform/service.ts';
import { rebuildJobName } from './roll-up.job.ts';
import type { MetricsPart } from '../metrics-part.ts';

/** Lets an administrator recount all figures. */
export class RebuildService extends Service<MetricsPart<'transactions' | 'jobs'>> {
  /** Queues the job, unless one is already waiting. */
  ask(context: ActorContext): Promise<{ queued: true }> {
    return this.deps.transactions.command(context, 'rebuildFigures', async (tx) => {
      await tx.audit('metrics.rebuilt', { entity: 'metrics', entityId: 'rebuild' });
      await this.deps.jobs.enqueue(tx, rebuildJobName, { hospitalId: tx.hospitalId }, tx.hospitalId);
      return { queued: true as const };
    });
  }
}
