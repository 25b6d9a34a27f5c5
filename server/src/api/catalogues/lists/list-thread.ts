import { parentPort, workerData } from 'node:worker_threads';
import type { ListReader } from './list-reader.ts';
import { readInSteps } from './list-steps.ts';

// Runs in its own thread, so that a long or hostile file affects nothing else.
const { bytes, readerUrl } = workerData as { bytes: Uint8Array; readerUrl: string };
const { listReader } = (await import(readerUrl)) as { listReader: ListReader<unknown> };
await readInSteps(bytes, listReader, (message) => parentPort?.postMessage(message));
