import { parentPort, workerData } from 'node:worker_threads';
import { readList } from '../lists/read-list.ts';
import { listReader } from './own-list-reader.ts';
import type { OwnRow } from './own-row.ts';

// Reads a hospital's file in its own thread, because a long one would block the event loop.
const rows: OwnRow[] = [];
const { failure } = await readList(workerData as Uint8Array, listReader, { entry: (row) => void rows.push(row) });
parentPort?.postMessage(failure ? null : rows);
