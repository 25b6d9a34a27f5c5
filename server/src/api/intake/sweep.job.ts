import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { Transactions } from '../../platform/db/transaction.ts';
import { hospitalJob } from '../../platform/jobs/hospital-job.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { DraftsRepository } from './drafts.repository.ts';

const keptForMs = 30 * DAY_MS;
/** Drafts per transaction. */
const atOnce = 100;

/** Deletes drafts every hour: thirty days after the last change, and once their visit or appointment is over. */
export function sweepIntakeDraftsJob(transactions: Transactions, drafts: DraftsRepository): JobDefinition {
  return hospitalJob({
    name: 'sweep-intake-drafts',
    cron: '23 * * * *',
    transactions,
    async work(context) {
      const sweep = () =>
        transactions.run(context, async (tx) => {
          const old = await drafts.leftLying(tx, new Date(tx.now.getTime() - keptForMs), atOnce);
          for (const { id, patientId } of old) {
            await drafts.remove(tx, id);
            await tx.audit('intake.draft-removed', { entity: 'intake-draft', entityId: id, patientId });
          }
          return old.length;
        });
      while ((await sweep()) === atOnce);
    },
  });
}
