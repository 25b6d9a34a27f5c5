import { parentPort, workerData } from 'node:worker_threads';
import { readList } from '../lists/create-lists.ts';
import { listReader } from './own-list-reader.ts';
import type { OwnRow } from './own-row.ts';

// A file of a hospital, read once in a thread of its own, since a long one would hold everybody up.
const rows: OwnRow[] = [];
const { failure } = await readList(workerData as Uint8Array, listReader, { entry: (row) => void rows.push(row) });
parentPort?.postMessage(failure ? null : rows);
