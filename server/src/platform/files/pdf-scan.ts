import { setImmediate as otherWork } from 'node:timers/promises';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { pdfStreams, unescapedName } from './pdf-streams.ts';

const inflated = promisify(inflate);

/**
 * Names that make a document act, carry another file, or hide what it holds (ISO 32000-2: 12.6.4 actions, 7.11.4 embedded
 * files, 13 multimedia, 12.7.8 XFA, 7.6 encryption). Links to web pages stay allowed: they act when a person follows them.
 */
const activeNames = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'GoToR',
  'GoToE',
  'EmbeddedFile',
  'EmbeddedFiles',
  'FileAttachment',
  'RichMedia',
  'RichMediaExecute',
  'Rendition',
  'Movie',
  'OnInstantiate',
  'XFA',
  'Encrypt',
]);

/** Object streams of a real document are far smaller; more is made to fill a memory. In bytes, over the whole document. */
const maxInflated = 32 * 1024 * 1024;
/** What an object stream counts for at least. */
const leastInflated = 1024;
/** How much is looked through before other requests get their turn; names reach from one piece into the next. */
const piece = 512 * 1024;
const longestName = 64;
const unopened = 'an object stream that can’t be opened';
const zipEnd = Buffer.from('PK\x05\x06', 'latin1');
const zipReach = 65_557;

/**
 * Says what speaks against a PDF, or null when nothing was found. It is conservative: it looks at every byte, in strings
 * and old revisions too, and into compressed object streams; a stream that may hold objects and can’t be opened speaks
 * against the document.
 */
export async function objectionToPdf(bytes: Buffer): Promise<string | null> {
  const source = bytes.toString('latin1');
  if (!/%%EOF\s*$/.test(source.slice(-1024))) return 'something stands after its end';
  if (bytes.subarray(-zipReach).includes(zipEnd)) return 'it is an archive as well';
  return (await activeNameIn(source)) ?? objectionToStreams(bytes, source);
}

/** The first active name of a part of a document, with its escapes (`/J#61vaScript`) undone. */
async function activeNameIn(part: string): Promise<string | null> {
  // Two letters occur by chance in compressed pictures: here they count with a script behind them.
  if (/\/(?:J|#4[aA])(?:S|#53)\s*(?:[(<%]|\d+\s+\d+\s+R)/.test(part)) return 'JS';
  for (let from = 0; from < part.length; from += piece) {
    const names = part.slice(from, from + piece + 3 * longestName);
    for (const [, written = ''] of names.matchAll(/\/([^\0\t\n\f\r ()<>[\]{}/%]{2,64})/g)) {
      const name = unescapedName(written);
      if (activeNames.has(name)) return name;
    }
    await otherWork();
  }
  return null;
}

async function objectionToStreams(bytes: Buffer, source: string): Promise<string | null> {
  let left = maxInflated;
  for await (const stream of pdfStreams(source)) {
    if (!stream) return 'more objects than can be looked through';
    if (!mayHoldObjects(stream.dictionary)) continue;
    const filter = filterOf(stream.dictionary);
    // Uncompressed objects were seen with the bytes of the file.
    if (filter === 'none') continue;
    if (filter === 'unknown') return unopened;
    let opened = 0;
    // Wherever a reader may see the data begin: what opens there at one place says nothing of the others.
    for (const at of stream.data) {
      const objects = await inflated(bytes.subarray(at), { maxOutputLength: left }).catch(() => null);
      if (!objects) continue;
      opened += 1;
      left -= Math.max(objects.length, leastInflated);
      if (left <= 0) return 'object streams that are too large';
      const active = await activeNameIn(objects.toString('latin1'));
      if (active) return active;
    }
    if (opened === 0) return unopened;
  }
  return null;
}

/** By its type, or by the place of its first object: some readers ask for no more than that. */
function mayHoldObjects(dictionary: readonly string[]): boolean {
  return dictionary.includes('/ObjStm') || (dictionary.includes('/First') && dictionary.includes('/N'));
}

/** `flate`: one filter, named right there, and its output as it is. */
function filterOf(dictionary: readonly string[]): 'none' | 'flate' | 'unknown' {
  if (['/DecodeParms', '/DP', '/F', '/FFilter'].some((name) => dictionary.includes(name))) return 'unknown';
  const at = dictionary.indexOf('/Filter');
  if (at < 0) return 'none';
  const isList = dictionary[at + 1] === '[';
  const named = dictionary[isList ? at + 2 : at + 1];
  const ends = !isList || dictionary[at + 3] === ']';
  const again = dictionary.includes('/Filter', at + 1);
  return ends && !again && (named === '/FlateDecode' || named === '/Fl') ? 'flate' : 'unknown';
}
