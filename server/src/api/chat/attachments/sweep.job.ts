import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { z } from 'zod';
import { systemContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import type { AttachmentsRepository } from './attachments.repository.ts';

const payload = z.strictObject({});

/** A page that was closed between the upload and the message may come back within a day. */
const unusedForMs = DAY_MS;

/** Every hour: files that no message names are forgotten a day after they came. */
export function sweepAttachmentsJob(
  transactions: Transactions,
  files: AttachmentsRepository,
): JobDefinition<typeof payload> {
  return {
    name: 'sweep-chat-attachments',
    payload,
    schedule: { cron: '41 * * * *', timeZone: 'UTC', payload: {} },
    run: async (_payload, jobId) => {
      for (const hospital of await transactions.hospitals()) {
        await transactions.run(systemContext(hospital, `job:${jobId}`), (tx) =>
          files.sweep(tx, new Date(tx.now.getTime() - unusedForMs)),
        );
      }
    },
  };
}
