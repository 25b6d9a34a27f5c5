import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { z } from 'zod';
import { systemContext } from '../../platform/context.ts';
import type { Transactions } from '../../platform/db/transaction.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { DraftsRepository } from './drafts.repository.ts';

const payload = z.strictObject({});

const keptForMs = 30 * DAY_MS;
/** Drafts per transaction. */
const atOnce = 100;

/** Deletes drafts every hour: thirty days after the last change, and once their visit or appointment is over. */
export function sweepIntakeDraftsJob(
  transactions: Transactions,
  drafts: DraftsRepository,
): JobDefinition<typeof payload> {
  return {
    name: 'sweep-intake-drafts',
    payload,
    schedule: { cron: '23 * * * *', timeZone: 'UTC', payload: {} },
    run: async (_payload, jobId) => {
      await transactions.eachHospital(async (hospital) => {
        const sweep = () =>
          transactions.run(systemContext(hospital, `job:${jobId}`), async (tx) => {
            const old = await drafts.leftLying(tx, new Date(tx.now.getTime() - keptForMs), atOnce);
            for (const { id, patientId } of old) {
              await drafts.remove(tx, id);
              await tx.audit('intake.draft-removed', { entity: 'intake-draft', entityId: id, patientId });
            }
            return old.length;
          });
        while ((await sweep()) === atOnce);
      });
    },
  };
}
