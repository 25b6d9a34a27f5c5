import { setImmediate as otherWork } from 'node:timers/promises';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { namesRemoteFile, objectionToOpening, type PdfPart } from './pdf-actions.ts';
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
  'Sound',
  'Named',
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
  const part = { text: source, objects: null };
  const objection = await objectionToPart(part);
  if (objection) return objection;
  const opened = await openStreams(bytes, source);
  return typeof opened === 'string' ? opened : objectionToOpening([part, ...opened]);
}

async function objectionToPart(part: PdfPart): Promise<string | null> {
  return (await activeNameIn(part.text)) ?? (namesRemoteFile(part) ? 'a file on another computer' : null);
}

/** The first active name of a part of a document, with its escapes (`/J#61vaScript`) undone. */
async function activeNameIn(part: string): Promise<string | null> {
  // Two letters occur by chance in compressed pictures: here they count with a script or with actions behind them.
  if (/\/(?:J|#4[aA])(?:S|#53)[\0\s]*(?:[(<%]|\d+[\0\s]+\d+[\0\s]+R)/.test(part)) return 'JS';
  if (/\/(?:A|#41){2}[\0\s]*(?:<<|%[^\r\n]*[\r\n]|\d+[\0\s]+\d+[\0\s]+R)/.test(part)) return 'AA';
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

/** The object streams of a document, or what speaks against one of them. */
async function openStreams(bytes: Buffer, source: string): Promise<PdfPart[] | string> {
  const parts: PdfPart[] = [];
  let left = maxInflated;
  for await (const stream of pdfStreams(source)) {
    if (!stream) return 'more objects than can be looked through';
    if (!mayHoldObjects(stream.dictionary)) continue;
    const filter = filterOf(stream.dictionary);
    // Uncompressed objects were seen with the bytes of the file.
    if (filter === 'none') continue;
    const first = firstOf(stream.dictionary);
    if (filter === 'unknown' || first === null) return unopened;
    let opened = 0;
    // Wherever a reader may see the data begin: what opens there at one place says nothing of the others.
    for (const at of stream.data) {
      const objects = await inflated(bytes.subarray(at), { maxOutputLength: left }).catch(() => null);
      if (!objects) continue;
      opened += 1;
      left -= Math.max(objects.length, leastInflated);
      if (left <= 0) return 'object streams that are too large';
      const text = objects.toString('latin1');
      const part = { text, objects: objectsOf(text, first) };
      const objection = await objectionToPart(part);
      if (objection) return objection;
      parts.push(part);
    }
    if (opened === 0) return unopened;
  }
  return parts;
}

/** Where the first object of an object stream begins; null where that is not said once and right there. */
function firstOf(dictionary: readonly string[]): number | null {
  const at = dictionary.indexOf('/First');
  const [value = '', , third] = dictionary.slice(at + 1);
  const isOnce = at >= 0 && !dictionary.includes('/First', at + 1);
  return isOnce && third !== 'R' && /^\d{1,8}$/.test(value) ? Number(value) : null;
}

/** Numbers and places of the objects, which an object stream begins with (ISO 32000-2, 7.5.7). */
function objectsOf(text: string, first: number): Map<number, number[]> {
  const numbers = text.slice(0, first).match(/\d+/g) ?? [];
  const objects = new Map<number, number[]>();
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const number = Number(numbers[at]);
    objects.set(number, [...(objects.get(number) ?? []), first + Number(numbers[at + 1])]);
  }
  return objects;
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
