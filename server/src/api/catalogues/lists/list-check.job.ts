import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { systemContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import { announceList } from './list-changes.ts';
import type { ListKinds } from './list-kinds.ts';
import type { ListThreadMessage } from './list-steps.ts';
import type { ListsRepository } from './lists.repository.ts';

const payload = z.strictObject({ hospitalId: z.uuid(), listId: z.uuid() });
const THREAD_MEMORY_MB = 768;

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
      const worker = new Worker(new URL('./list-thread.ts', import.meta.url), {
        workerData: { bytes: begun.bytes, readerUrl: kinds.of(begun.kind).readerUrl },
        resourceLimits: { maxOldGenerationSizeMb: THREAD_MEMORY_MB },
      });
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
      try {
        let written = 0;
        for await (const message of messagesOf(worker)) {
          if (!(await keep(message, written))) return;
          written += message.remarks.length;
        }
      } finally {
        await worker.terminate();
      }
    },
  };
}

/** Yields the thread's messages in order; throws when it dies before it is done. */
async function* messagesOf(worker: Worker): AsyncGenerator<ListThreadMessage> {
  const waiting: ListThreadMessage[] = [];
  let failed: Error | undefined;
  worker.on('message', (message: ListThreadMessage) => void waiting.push(message));
  worker.on('error', (error) => (failed = error instanceof Error ? error : new Error(String(error))));
  const ended = once(worker, 'exit').catch(() => undefined);
  for (;;) {
    const message = waiting.shift();
    if (message) {
      yield message;
      if (message.kind === 'done') return;
      continue;
    }
    if (failed) throw failed;
    const exited = await Promise.race([
      once(worker, 'message').then(
        () => false,
        () => false,
      ),
      ended.then(() => true),
    ]);
    if (exited && waiting.length === 0) throw failed ?? new Error('list reading thread ended early');
  }
}
