import { promisify } from 'node:util';
import { inflate } from 'node:zlib';

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
  'Collection',
  'RichMedia',
  'RichMediaExecute',
  'Rendition',
  'Movie',
  'Sound',
  'XFA',
  'Encrypt',
]);

/** Object streams of a real document are far smaller; more is made to fill a memory. In bytes, over the whole document. */
const mostInflated = 32 * 1024 * 1024;
/** How far before a stream its dictionary is looked for. */
const dictionaryReach = 16 * 1024;
const zipEnd = Buffer.from('PK\x05\x06', 'latin1');
const zipReach = 65_557;

/**
 * Says what speaks against a PDF, or null when nothing was found. It is conservative: it looks at every byte, in strings
 * and old revisions too, and into compressed object streams; a stream that may hold objects and can’t be opened speaks
 * against the document. Readers repair broken files in ways of their own, so the cross-reference table is not trusted.
 */
export async function objectionToPdf(bytes: Buffer): Promise<string | null> {
  const source = bytes.toString('latin1');
  if (!/%%EOF\s*$/.test(source.slice(-1024))) return 'something stands after its end';
  if (bytes.subarray(-zipReach).includes(zipEnd)) return 'it is an archive as well';
  return activeNameIn(source) ?? (await objectionToStreams(bytes, source));
}

/** The first active name of a part of a document, with its escapes (`/J#61vaScript`) undone. */
function activeNameIn(part: string): string | null {
  for (const [, written = ''] of part.matchAll(/\/([^\0\t\n\f\r ()<>[\]{}/%]{2,64})/g)) {
    if (activeNames.has(unescaped(written))) return unescaped(written);
  }
  // Two letters occur by chance in compressed pictures: here they count with a script behind them.
  return /\/(?:J|#4[aA])(?:S|#53)\s*(?:[(<]|\d+\s+\d+\s+R)/.test(part) ? 'JS' : null;
}

function unescaped(name: string): string {
  if (!name.includes('#')) return name;
  return name.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

async function objectionToStreams(bytes: Buffer, source: string): Promise<string | null> {
  let left = mostInflated;
  for (const match of source.matchAll(/(?<!end)stream(\r\n|\n|\r)/g)) {
    const start = match.index + match[0].length;
    const dictionary = dictionaryBefore(source, match.index);
    if (!mayHoldObjects(dictionary)) continue;
    const filter = filterOf(dictionary);
    if (filter === 'unknown') return 'an object stream that can’t be opened';
    // Uncompressed objects were seen with the bytes of the file.
    if (filter === 'none') continue;
    const objects = await inflated(bytes.subarray(start), { maxOutputLength: left }).catch(() => null);
    if (!objects) return 'an object stream that can’t be opened';
    left -= objects.length;
    if (left <= 0) return 'object streams that are too large';
    const active = activeNameIn(objects.toString('latin1'));
    if (active) return active;
  }
  return null;
}

function dictionaryBefore(source: string, at: number): string {
  const before = source.slice(Math.max(0, at - dictionaryReach), at);
  const begin = before.lastIndexOf('obj');
  return begin < 0 ? before : before.slice(begin + 3);
}

/** By its type, or by the place of its first object: some readers ask for no more than that. */
function mayHoldObjects(dictionary: string): boolean {
  const names = namesOf(dictionary);
  return names.includes('ObjStm') || (names.includes('First') && names.includes('N'));
}

function filterOf(dictionary: string): 'none' | 'flate' | 'unknown' {
  const names = namesOf(dictionary);
  const at = names.findIndex((name) => name === 'Filter' || name === 'F');
  if (at < 0) return 'none';
  // One filter, named right there, and its output as it is.
  const plain = /\/(?:Filter|F)\s*\[?\s*\/(?:FlateDecode|Fl)\s*\]?\s*(?:\/|>>)/.test(dictionary);
  return plain && !names.includes('DecodeParms') && !names.includes('DP') ? 'flate' : 'unknown';
}

function namesOf(dictionary: string): string[] {
  return [...dictionary.matchAll(/\/([^\0\t\n\f\r ()<>[\]{}/%]+)/g)].map(([, name = '']) => unescaped(name));
}
