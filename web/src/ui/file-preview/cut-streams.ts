/** Bytes that one part of a file may unpack to here; more is not looked at. */
const MAX_UNPACKED = 64 * 1024 * 1024;
/** Characters before the data of a stream in which its dictionary is expected. */
const dictionaryReach = 8192;

/**
 * Returns whether the data of a PDF’s page content, picture or font ends before it should. The library draws what there is, without an error.
 */
export async function hasCutStream(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  // One character per byte, so that places in the text are places in the file.
  const source = new TextDecoder('latin1').decode(bytes);
  for (const { 0: keyword, index } of source.matchAll(/>>\s*stream(?:\r\n|\n|\r)/g)) {
    const start = index + keyword.length;
    const stated = statedLength(source, index);
    const end = source.indexOf('endstream', start);
    if (end < 0) return true;
    if (stated !== null && start + stated > end && !source.startsWith('endstream', skipSpace(source, start + stated)))
      return true;
    if (!isFlate(source, index)) continue;
    // The length is right, or the data ends with the line before the keyword.
    const ends = stated === null ? [] : [start + stated];
    for (let blank = 0; blank <= 2; blank += 1) ends.push(end - blank);
    if (!(await anyUnpacks(ends.map((last) => bytes.subarray(start, last))))) return true;
  }
  return false;
}

function dictionaryBefore(source: string, at: number): string {
  const near = source.slice(Math.max(0, at - dictionaryReach), at);
  return near.slice(near.lastIndexOf(' obj'));
}

/** Returns the length that the dictionary states as a number; null for one in another object. */
function statedLength(source: string, at: number): number | null {
  const [, length] = /\/Length\s+(\d{1,10})\s*(?:\/|$|>)/.exec(dictionaryBefore(source, at)) ?? [];
  return length === undefined ? null : Number(length);
}

const isFlate = (source: string, at: number) =>
  /\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)(?![A-Za-z])/.test(dictionaryBefore(source, at));

const skipSpace = (source: string, at: number) => at + (/^\s{0,2}/.exec(source.slice(at, at + 2))?.[0].length ?? 0);

async function anyUnpacks(variants: readonly Uint8Array<ArrayBuffer>[]): Promise<boolean> {
  for (const data of variants) if (await unpacks(data)) return true;
  return false;
}

/** Returns whether the data is a whole zlib stream. */
async function unpacks(data: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  try {
    for (let read = 0; read < MAX_UNPACKED;) {
      const { done, value } = await reader.read();
      if (done) return true;
      read += value.length;
    }
    await reader.cancel();
    return true;
  } catch {
    return false;
  }
}
