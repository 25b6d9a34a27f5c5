import type { Transactions } from '../../../platform/db/transaction.ts';
import { hospitalJob } from '../../../platform/jobs/hospital-job.ts';
import type { JobDefinition, Jobs } from '../../../platform/jobs/jobs.ts';
import type { DeliveriesRepository } from './deliveries.repository.ts';
import { askForDelivery } from './delivery.job.ts';
import type { NotificationsRepository } from '../notifications.repository.ts';
import { announceInbox } from '../notify.service.ts';

const atOnce = 500;

/** Queues every minute: scheduled messages that are due, retries, and those with an expired lease. */
export function dueJob(
  parts: { transactions: Transactions; inbox: NotificationsRepository; deliveries: DeliveriesRepository },
  jobs: Jobs,
): JobDefinition {
  return hospitalJob({
    name: 'deliver-due-messages',
    cron: '* * * * *',
    transactions: parts.transactions,
    onlyWithWork: true,
    work: (context) =>
      parts.transactions.run(context, async (tx) => {
        for (const { id, accountId } of await parts.inbox.becomeVisible(tx)) announceInbox(tx, id, accountId);
        for (const id of await parts.deliveries.due(tx, atOnce)) await askForDelivery(jobs, tx, id);
      }),
  });
}
