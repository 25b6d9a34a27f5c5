import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { Transactions } from '../../../platform/db/transaction.ts';
import { hospitalJob } from '../../../platform/jobs/hospital-job.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import type { ApplicationsService } from './applications.service.ts';
import type { InvitingService } from './inviting.service.ts';

/** Before the end of an invitation, and after joining without details. */
const invitationEndsWithin = 2 * DAY_MS;
const detailsMissingFor = 3 * DAY_MS;

interface Parts {
  transactions: Transactions;
  inviting: Pick<InvitingService, 'remind'>;
  applications: Pick<ApplicationsService, 'remind'>;
}

/** Reminds invited people who have not answered, and people who joined and have not sent their details. Once each. */
export function staffRemindersJob({ transactions, inviting, applications }: Parts): JobDefinition {
  return hospitalJob({
    name: 'remind-invited-staff',
    cron: '17 * * * *',
    transactions,
    work: (context) =>
      transactions.run(context, async (tx) => {
        await inviting.remind(tx, new Date(tx.now.getTime() + invitationEndsWithin));
        await applications.remind(tx, new Date(tx.now.getTime() - detailsMissingFor));
      }),
  });
}
