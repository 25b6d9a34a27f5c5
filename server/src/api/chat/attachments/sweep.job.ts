import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { Transactions } from '../../../platform/db/transaction.ts';
import { hospitalJob } from '../../../platform/jobs/hospital-job.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import type { AttachmentsRepository } from './attachments.repository.ts';

/** A page that was closed between upload and message may send the message within a day. */
const unusedForMs = DAY_MS;

/** Deletes files every hour that no message has used within a day. */
export function sweepAttachmentsJob(transactions: Transactions, files: AttachmentsRepository): JobDefinition {
  return hospitalJob({
    name: 'sweep-chat-attachments',
    cron: '41 * * * *',
    transactions,
    work: (context) => transactions.run(context, (tx) => files.sweep(tx, new Date(tx.now.getTime() - unusedForMs))),
  });
}
