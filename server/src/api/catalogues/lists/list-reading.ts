import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ListThreadMessage } from './list-steps.ts';

const THREAD_MEMORY_MB = 768;

/** What the thread that reads a list is given. */
export interface ListThreadData {
  readonly bytes: Uint8Array;
  readonly readerUrl: string;
  /** One shared number: the messages that were sent and not yet used. */
  readonly unread: Int32Array;
}

const tooLarge: ListThreadMessage = {
  kind: 'done',
  remarks: [],
  result: {
    accepted: 0,
    refused: 0,
    reserved: 0,
    failure: {
      en: 'The file is too large to be read. Split it, or leave out what is no row of the list.',
      zh: '文件过大，无法读取。请拆分文件，或去掉非清单内容。',
    },
  },
};

/** Messages that may be unread before the thread waits: it reads faster than the database stores, and they would fill the memory of the api. */
export const MAX_UNREAD = 8;

/**
 * Reads a list in a thread and yields its messages in order. A file that needs too much memory is one that cannot be used: it would again. Throws when
 * the thread dies otherwise before it is done.
 */
export async function* readInThread(
  list: Pick<ListThreadData, 'bytes' | 'readerUrl'>,
  memoryMb = THREAD_MEMORY_MB,
): AsyncGenerator<ListThreadMessage> {
  const unread = new Int32Array(new SharedArrayBuffer(4));
  const workerData: ListThreadData = { ...list, unread };
  const worker = new Worker(new URL('./list-thread.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  try {
    for await (const message of messagesOf(worker)) {
      yield message;
      Atomics.sub(unread, 0, 1);
      Atomics.notify(unread, 0);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
    yield tooLarge;
  } finally {
    await worker.terminate();
  }
}

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
