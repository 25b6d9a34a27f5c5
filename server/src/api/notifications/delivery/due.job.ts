import { z } from 'zod';
import { systemContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { JobDefinition, Jobs } from '../../../platform/jobs/jobs.ts';
import type { DeliveriesRepository } from './deliveries.repository.ts';
import { askForDelivery } from './delivery.job.ts';
import type { NotificationsRepository } from '../notifications.repository.ts';
import { announceInbox } from '../notify.service.ts';

const payload = z.strictObject({});
const atOnce = 500;

/** Queues every minute: scheduled messages that are due, retries, and those with an expired lease. */
export function dueJob(
  parts: { transactions: Transactions; inbox: NotificationsRepository; deliveries: DeliveriesRepository },
  jobs: Jobs,
): JobDefinition<typeof payload> {
  return {
    name: 'deliver-due-messages',
    payload,
    schedule: { cron: '* * * * *', timeZone: 'UTC', payload: {} },
    run: async (_payload, jobId) => {
      await parts.transactions.eachWithWork('deliver-due-messages', (hospital) =>
        parts.transactions.run(systemContext(hospital, `job:${jobId}`), async (tx) => {
          for (const { id, accountId } of await parts.inbox.becomeVisible(tx)) await announceInbox(tx, id, accountId);
          for (const id of await parts.deliveries.due(tx, atOnce)) await askForDelivery(jobs, tx, id);
        }),
      );
    },
  };
}
