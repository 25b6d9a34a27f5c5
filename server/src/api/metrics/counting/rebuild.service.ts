import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { Service } from '../../../platform/service.ts';
import { rebuildJobName } from './roll-up.job.ts';

interface RebuildServiceDeps {
  transactions: Transactions;
  jobs: Jobs;
}

/** Lets an administrator have everything counted anew. */
export class RebuildService extends Service<RebuildServiceDeps> {
  /** Queues the job; while one waits a second one is not added. */
  ask(context: ActorContext): Promise<{ queued: true }> {
    return this.deps.transactions.command(context, 'rebuildFigures', async (tx) => {
      await tx.audit('metrics.rebuilt', { entity: 'metrics', entityId: 'rebuild' });
      await this.deps.jobs.enqueue(tx, rebuildJobName, { hospitalId: tx.hospitalId }, tx.hospitalId);
      return { queued: true as const };
    });
  }
}
