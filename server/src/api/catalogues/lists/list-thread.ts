import { parentPort, workerData } from 'node:worker_threads';
import type { ListReader } from './list-reader.ts';
import type { ListRemarkRow } from './read-list.ts';
import { readList } from './read-list.ts';

/** Messages of the thread. */
export type ListThreadMessage =
  | { readonly kind: 'progress'; readonly share: number; readonly remarks: readonly ListRemarkRow[] }
  | {
      readonly kind: 'done';
      readonly result: Awaited<ReturnType<typeof readList>>;
      readonly remarks: readonly ListRemarkRow[];
    };

const REMARKS_AT_ONCE = 500;

// Runs in its own thread, so that a long or hostile file affects nothing else.
const { bytes, readerUrl } = workerData as { bytes: Uint8Array; readerUrl: string };
const { listReader } = (await import(readerUrl)) as { listReader: ListReader<unknown> };
const remarks: ListRemarkRow[] = [];
let told = 0;
const say = (message: ListThreadMessage) => parentPort?.postMessage(message);
const result = await readList(bytes, listReader, {
  remark: (remark) => void remarks.push(remark),
  progress: (share) => {
    if (share - told < 0.05 && remarks.length < REMARKS_AT_ONCE) return;
    told = share;
    say({ kind: 'progress', share, remarks: remarks.splice(0) });
  },
});
say({ kind: 'done', result, remarks: remarks.splice(0) });
