import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { z } from 'zod';
import { systemContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import type { AttachmentsRepository } from './attachments.repository.ts';

const payload = z.strictObject({});

/** A page that was closed between upload and message may send the message within a day. */
const unusedForMs = DAY_MS;

/** Deletes files every hour that no message has used within a day. */
export function sweepAttachmentsJob(
  transactions: Transactions,
  files: AttachmentsRepository,
): JobDefinition<typeof payload> {
  return {
    name: 'sweep-chat-attachments',
    payload,
    schedule: { cron: '41 * * * *', timeZone: 'UTC', payload: {} },
    run: async (_payload, jobId) => {
      await transactions.eachHospital(async (hospital) => {
        await transactions.run(systemContext(hospital, `job:${jobId}`), (tx) =>
          files.sweep(tx, new Date(tx.now.getTime() - unusedForMs)),
        );
      });
    },
  };
}
