import { z } from 'zod';
import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { systemContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import type { ApplicationsService } from './applications.service.ts';
import type { InvitingService } from './inviting.service.ts';

const payload = z.strictObject({});

/** Before the end of an invitation, and after joining without details. */
const invitationEndsWithin = 2 * DAY_MS;
const detailsMissingFor = 3 * DAY_MS;

interface Parts {
  transactions: Transactions;
  inviting: Pick<InvitingService, 'remind'>;
  applications: Pick<ApplicationsService, 'remind'>;
}

/** Reminds invited people who have not answered, and people who joined and have not sent their details. Once each. */
export function staffRemindersJob({ transactions, inviting, applications }: Parts): JobDefinition<typeof payload> {
  return {
    name: 'remind-invited-staff',
    payload,
    schedule: { cron: '17 * * * *', timeZone: 'UTC', payload: {} },
    run: async (_payload, jobId) => {
      await transactions.eachHospital((hospital) =>
        transactions.run(systemContext(hospital, `job:${jobId}`), async (tx) => {
          await inviting.remind(tx, new Date(tx.now.getTime() + invitationEndsWithin));
          await applications.remind(tx, new Date(tx.now.getTime() - detailsMissingFor));
        }),
      );
    },
  };
}
