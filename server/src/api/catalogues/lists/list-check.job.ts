import { z } from 'zod';
import { systemContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import { announceList } from './list-changes.ts';
import { readInThread } from './list-reading.ts';
import type { ListKinds } from './list-kinds.ts';
import type { ListThreadMessage } from './list-steps.ts';
import type { ListsRepository } from './lists.repository.ts';

const payload = z.strictObject({ hospitalId: z.uuid(), listId: z.uuid() });

/**
 * Checks every row of an uploaded list in a worker thread. It writes progress in steps, and each step also detects a cancellation. After a crash it
 * starts again.
 */
export function listCheckJob(parts: {
  transactions: Transactions;
  repository: ListsRepository;
  kinds: ListKinds;
}): JobDefinition<typeof payload> {
  const { transactions, repository, kinds } = parts;
  return {
    name: 'read-list',
    payload,
    run: async ({ hospitalId, listId }, jobId) => {
      const context = systemContext(hospitalId, `job:${jobId}`);
      const begun = await transactions.run(context, async (tx) => {
        const row = await repository.lock(tx, listId);
        if (row?.state !== 'reading') return null;
        await repository.forgetRemarks(tx, listId);
        return { kind: row.kind, bytes: await repository.content(tx, listId) };
      });
      if (!begun) return;
      const keep = (message: ListThreadMessage, written: number) =>
        transactions.run(context, async (tx) => {
          const row = await repository.lock(tx, listId);
          if (row?.state !== 'reading') return false;
          await repository.addRemarks(tx, listId, written, message.remarks);
          if (message.kind === 'done') await repository.finish(tx, listId, message.result);
          else await repository.progress(tx, listId, message.share);
          await announceList(tx, message.kind === 'done' ? 'list.read' : 'list.progress', listId);
          return true;
        });
      let written = 0;
      for await (const message of readInThread({ bytes: begun.bytes, readerUrl: kinds.of(begun.kind).readerUrl })) {
        if (!(await keep(message, written))) return;
        written += message.remarks.length;
      }
    },
  };
}
