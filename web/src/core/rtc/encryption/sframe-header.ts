/** Header of each encrypted frame (RFC 9605 §4.3): the key, and the use of it. */
export interface SFrameHeader {
  /** At most 2^53 - 1, like the counter; neither gets that large here. */
  readonly keyId: number;
  readonly counter: number;
}

/** Values up to this one are encoded in the configuration byte. */
const largestInline = 7;

/** Returns the shortest encoding: one configuration byte, then key id and counter, big-endian, where they do not fit into it. */
export function encodeHeader({ keyId, counter }: SFrameHeader): Uint8Array<ArrayBuffer> {
  const [key, count] = [bytesOf(keyId), bytesOf(counter)];
  const config = (nibbleOf(keyId, key.length) << 4) | nibbleOf(counter, count.length);
  return Uint8Array.from([config, ...key, ...count]);
}

/** Decodes the header at the start of the bytes; null when they are too few or a number exceeds 2^53 - 1. */
export function decodeHeader(bytes: Uint8Array): { readonly header: SFrameHeader; readonly length: number } | null {
  const [config] = bytes;
  if (config === undefined) return null;
  const key = readNumber(bytes, 1, config >> 4);
  if (!key) return null;
  const count = readNumber(bytes, key.end, config & 0x0f);
  return count && { header: { keyId: key.value, counter: count.value }, length: count.end };
}

/** Returns four bits: the value itself, or the extension flag and the number of following bytes, less one. */
function nibbleOf(value: number, length: number): number {
  return length === 0 ? value : 0x08 | (length - 1);
}

function bytesOf(value: number): number[] {
  const bytes: number[] = [];
  if (value <= largestInline) return bytes;
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return bytes;
}

function readNumber(bytes: Uint8Array, start: number, nibble: number): { value: number; end: number } | null {
  if ((nibble & 0x08) === 0) return { value: nibble, end: start };
  const end = start + (nibble & 0x07) + 1;
  if (bytes.length < end) return null;
  const value = bytes.subarray(start, end).reduce((sum, byte) => sum * 256 + byte, 0);
  return Number.isSafeInteger(value) ? { value, end } : null;
}
