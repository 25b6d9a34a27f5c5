import { parentPort, workerData } from 'node:worker_threads';
import type { ListReader } from './list-reader.ts';
import { MAX_UNREAD, type ListThreadData } from './list-reading.ts';
import { readInSteps } from './list-steps.ts';

// Runs in its own thread, so that a long or hostile file affects nothing else.
const { bytes, readerUrl, unread } = workerData as ListThreadData;
const { listReader } = (await import(readerUrl)) as { listReader: ListReader<unknown> };
await readInSteps(bytes, listReader, (message) => {
  Atomics.add(unread, 0, 1);
  parentPort?.postMessage(message);
  for (let sent = Atomics.load(unread, 0); sent >= MAX_UNREAD; sent = Atomics.load(unread, 0))
    Atomics.wait(unread, 0, sent);
});
