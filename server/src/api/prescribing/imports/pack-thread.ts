import { parentPort, workerData } from 'node:worker_threads';
import { readList } from '../../catalogues/index.ts';
import type { ImportedPair } from './imported-pairs.ts';
import { packPairs } from './imported-pairs.ts';
import { severitiesOf } from './imported-rows.ts';
import { listReader } from './interaction-list-reader.ts';

// Reads and packs a base in its own thread, because a long one would block the event loop.
const pairs: ImportedPair[] = [];
const { failure } = await readList(workerData as Uint8Array, listReader, {
  entry: (pair) => void (pair && pairs.push(pair)),
});
const packed = failure ? null : packPairs(pairs);
parentPort?.postMessage(packed && { packed, severities: severitiesOf(packed) });
