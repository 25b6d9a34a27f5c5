import { parentPort, workerData } from 'node:worker_threads';
import { readList } from '../../catalogues/index.ts';
import type { ImportedPair } from './imported-pairs.ts';
import { packPairs } from './imported-pairs.ts';
import { listReader } from './interaction-list-reader.ts';

// Reads and packs a base in its own thread, because a long one would block the event loop.
const pairs: ImportedPair[] = [];
const { failure } = await readList(workerData as Uint8Array, listReader, {
  entry: (pair) => void (pair && pairs.push(pair)),
});
parentPort?.postMessage(failure ? null : packPairs(pairs));
