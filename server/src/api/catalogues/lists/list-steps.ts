import type { ListReader } from './list-reader.ts';
import { readList, type ListRemarkRow, type ReadingResult } from './read-list.ts';

/** Messages of the thread that reads a list; none has more than a few hundred remarks. */
export type ListThreadMessage =
  | { readonly kind: 'progress'; readonly share: number; readonly remarks: readonly ListRemarkRow[] }
  | { readonly kind: 'done'; readonly result: ReadingResult; readonly remarks: readonly ListRemarkRow[] };

const REMARKS_AT_ONCE = 500;
const SMALLEST_STEP = 0.05;

/** Reads a list and says its progress in steps: with each twentieth of the file, and whenever some hundred remarks wait to be written. */
export async function readInSteps(
  bytes: Uint8Array,
  reader: ListReader<unknown>,
  say: (message: ListThreadMessage) => void,
): Promise<void> {
  const remarks: ListRemarkRow[] = [];
  let told = 0;
  const tell = (share: number) => {
    told = share;
    say({ kind: 'progress', share, remarks: remarks.splice(0) });
  };
  const result = await readList(bytes, reader, {
    remark: (remark) => {
      remarks.push(remark);
      if (remarks.length >= REMARKS_AT_ONCE) tell(told);
    },
    progress: (share) => {
      if (share - told >= SMALLEST_STEP) tell(share);
    },
  });
  say({ kind: 'done', result, remarks: remarks.splice(0) });
}
