import type { Envelope } from './envelope.ts';
import type { BackupStore } from './backup-store.ts';

/**
 * The archived log of one chain. An unfinished segment is stored in pieces named by their bytes; a complete one is stored whole and its pieces are
 * removed. A name ends with the server’s time of the last byte.
 */
interface WalFile {
  key: string;
  segment: string;
  /** Bytes within the segment. */
  from: number;
  to: number;
  /** Milliseconds since 1970: no byte was written later. */
  at: number;
}

const hex = (value: number) => value.toString(16).padStart(8, '0');
const chainPrefix = (chain: string) => `wal/${chain}/`;

export const walKey = (chain: string, { segment, from, to, at }: Omit<WalFile, 'key'>) =>
  `${chainPrefix(chain)}${segment}/${hex(from)}-${hex(to)}-${at}`;

/** What the archive contains of one segment: all, or up to some byte. */
export interface ArchivedSegment {
  name: string;
  files: WalFile[];
  /** Bytes from its start without a gap. */
  length: number;
  /** Latest times at which the first and last of these bytes were written. */
  firstAt: number;
  lastAt: number;
}

const pattern = /^wal\/[0-9a-f]+\/([0-9A-F]{24})\/([0-9a-f]{8})-([0-9a-f]{8})-(\d+)$/;

/** Returns the segments of a chain in order. */
export async function listSegments(store: BackupStore, chain: string): Promise<ArchivedSegment[]> {
  const files = new Map<string, WalFile[]>();
  for (const key of await store.list(chainPrefix(chain))) {
    const match = pattern.exec(key);
    if (!match) continue;
    const [, segment = '', from = '', to = '', at = ''] = match;
    const file = { key, segment, from: Number(`0x${from}`), to: Number(`0x${to}`), at: Number(at) };
    files.set(segment, [...(files.get(segment) ?? []), file]);
  }
  return [...files]
    .map(([name, found]) => coverage(name, found))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Returns the files that together cover the longest run from the start without a gap. */
export function coverage(name: string, files: readonly WalFile[]): ArchivedSegment {
  const inOrder = [...files].sort((one, other) => one.from - other.from || other.to - one.to);
  const used: WalFile[] = [];
  let length = 0;
  for (const file of inOrder) {
    if (file.from > length) break;
    if (file.to <= length) continue;
    used.push(file);
    length = file.to;
  }
  return { name, files: used, length, firstAt: used[0]?.at ?? 0, lastAt: used.at(-1)?.at ?? 0 };
}

/** Returns the bytes of a segment, filled with zeros after the archived part, where recovery ends. Throws `BackupError` for a damaged file. */
export async function readSegment(
  store: BackupStore,
  envelope: Envelope,
  segment: ArchivedSegment,
  segmentBytes: number,
): Promise<Buffer> {
  const bytes = Buffer.alloc(segmentBytes);
  for (const { key, from, to } of segment.files) {
    const plain = await envelope.openBytes((await store.get(key)) ?? Buffer.alloc(0), key);
    if (plain.length !== to - from) throw new Error(`${key} has ${plain.length} bytes instead of ${to - from}`);
    plain.copy(bytes, from);
  }
  return bytes;
}
