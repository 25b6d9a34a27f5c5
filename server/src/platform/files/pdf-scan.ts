import { setImmediate as otherWork } from 'node:timers/promises';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { namesRemoteFile, objectionToOpening, type PdfPart } from './pdf-actions.ts';
import { pdfStreams, unescapedName } from './pdf-streams.ts';

const inflated = promisify(inflate);

/**
 * Names that make a document act, contain another file, or hide its content (ISO 32000-2: 12.6.4 actions, 7.11.4 embedded files, 13 multimedia,
 * 12.7.8 XFA, 7.6 encryption). Links to web pages are allowed: they act only when followed.
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

/** Bytes over the whole document. Object streams of a real document are far smaller; more is an attempt to exhaust memory. */
const maxInflated = 32 * 1024 * 1024;
/** Minimum that an object stream counts for. */
const leastInflated = 1024;
/** How much is scanned before other requests run; pieces overlap so that no name is split. */
const piece = 512 * 1024;
const longestName = 64;
const unopened = 'an object stream that cannot be opened';
const zipEnd = Buffer.from('PK\x05\x06', 'latin1');
const zipReach = 65_557;

/**
 * Returns an objection to a PDF, or null. Conservative: it scans every byte, also in strings and old revisions, and inside compressed object streams.
 * It objects to a stream that may contain objects and cannot be opened.
 */
export async function objectionToPdf(bytes: Buffer): Promise<string | null> {
  const source = bytes.toString('latin1');
  if (!/%%EOF\s*$/.test(source.slice(-1024))) return 'data after its end';
  if (bytes.subarray(-zipReach).includes(zipEnd)) return 'also an archive';
  const part = { text: source, objects: null };
  const objection = await objectionToPart(part);
  if (objection) return objection;
  const opened = await openStreams(bytes, source);
  return typeof opened === 'string' ? opened : objectionToOpening([part, ...opened]);
}

async function objectionToPart(part: PdfPart): Promise<string | null> {
  return (await activeNameIn(part.text)) ?? (namesRemoteFile(part) ? 'a file on another computer' : null);
}

/** Returns the first active name of a part of a document, after decoding escapes (`/J#61vaScript`). */
async function activeNameIn(part: string): Promise<string | null> {
  // Two letters occur by chance in compressed pictures, so they count only with a script or actions after them.
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

/** Returns the object streams of a document, or an objection to one of them. */
async function openStreams(bytes: Buffer, source: string): Promise<PdfPart[] | string> {
  const parts: PdfPart[] = [];
  let left = maxInflated;
  for await (const stream of pdfStreams(source)) {
    if (!stream) return 'more objects than can be looked through';
    if (!mayHoldObjects(stream.dictionary)) continue;
    const filter = filterOf(stream.dictionary);
    // Uncompressed objects were scanned with the bytes of the file.
    if (filter === 'none') continue;
    const first = firstOf(stream.dictionary);
    if (filter === 'unknown' || first === null) return unopened;
    let opened = 0;
    // Try every position where a reader may see the data begin: what opens at one says nothing about the others.
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

/** Returns where the first object of an object stream begins; null unless stated once, as a direct value. */
function firstOf(dictionary: readonly string[]): number | null {
  const at = dictionary.indexOf('/First');
  const [value = '', , third] = dictionary.slice(at + 1);
  const isOnce = at >= 0 && !dictionary.includes('/First', at + 1);
  return isOnce && third !== 'R' && /^\d{1,8}$/.test(value) ? Number(value) : null;
}

/** Returns numbers and positions of the objects, with which an object stream begins (ISO 32000-2, 7.5.7). */
function objectsOf(text: string, first: number): Map<number, number[]> {
  const numbers = text.slice(0, first).match(/\d+/g) ?? [];
  const objects = new Map<number, number[]>();
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const number = Number(numbers[at]);
    objects.set(number, [...(objects.get(number) ?? []), first + Number(numbers[at + 1])]);
  }
  return objects;
}

/** Decides by the stream’s type or by the position of its first object, because some readers need no more. */
function mayHoldObjects(dictionary: readonly string[]): boolean {
  return dictionary.includes('/ObjStm') || (dictionary.includes('/First') && dictionary.includes('/N'));
}

/** `flate`: one filter, named directly, and its output unchanged. */
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
