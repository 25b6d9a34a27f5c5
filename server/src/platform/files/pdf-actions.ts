import { readDictionary, skipSpace, space, unescapedName } from './pdf-streams.ts';

/** A part of a document as PDF readers see it: the file itself, or an opened object stream. */
export interface PdfPart {
  readonly text: string;
  /** In an object stream: where each numbered object begins. */
  readonly objects: ReadonlyMap<number, readonly number[]> | null;
}

const opening = /\/[O#][^\0\t\n\f\r ()<>[\]{}/%]{5,40}/g;
const reference = new RegExp(`(\\d{1,10})${space.source}(\\d{1,5})${space.source}R`, 'y');
const fileKeys = new Set(['F', 'UF', 'DOS', 'Unix', 'Mac']);
const keyBefore = /\/([^\0\t\n\f\r ()<>[\]{}/%]{1,16})[\0\t\n\f\r ]*$/;

/**
 * Returns what a document would do when it is opened, or null. Moving to a page is allowed, without a further action (ISO 32000-2, 12.6.4.2); web
 * pages open only when a person follows a link.
 */
export function objectionToOpening(parts: readonly PdfPart[]): string | null {
  for (const { text } of parts) {
    for (const { 0: written, index } of text.matchAll(opening)) {
      if (unescapedName(written) !== '/OpenAction') continue;
      const at = skipSpace(text, index + written.length);
      reference.lastIndex = at;
      const [, number] = reference.exec(text) ?? [];
      const movesOnly = number === undefined ? isMove(text, at) : isMoveEverywhere(parts, Number(number));
      if (!movesOnly) return 'OpenAction';
    }
  }
  return null;
}

/** Returns whether this is a destination, or a dictionary that names one. Anything that no reader takes for an action does nothing. */
function isMove(text: string, at: number): boolean {
  if (!text.startsWith('<<', at)) return true;
  const { tokens } = readDictionary(text, at);
  if (!tokens || tokens.includes('/Next')) return false;
  return tokens.every((token, index) => token !== '/S' || tokens[index + 1] === '/GoTo');
}

/** Checks every object of that number, also in old revisions, because readers differ on which one they use. */
function isMoveEverywhere(parts: readonly PdfPart[], number: number): boolean {
  const places = parts.flatMap((part) => placesOf(part, number).map((at) => ({ text: part.text, at })));
  return places.length > 0 && places.every(({ text, at }) => isMove(text, skipSpace(text, at)));
}

function placesOf({ text, objects }: PdfPart, number: number): readonly number[] {
  if (objects) return objects.get(number) ?? [];
  const header = new RegExp(`(?<![\\d.])0*${number}${space.source}\\d{1,5}(?:${space.source})?obj`, 'g');
  return [...text.matchAll(header)].map(({ 0: written, index }) => index + written.length);
}

/**
 * Returns whether a part names a file on another computer: some readers fetch it automatically, and Windows signs in there (CVE-2018-4993). Checks
 * the start of each string, in every notation (7.3.4).
 */
export function namesRemoteFile({ text, objects }: PdfPart): boolean {
  for (const { index } of text.matchAll(/\((?=[\\/a-zA-Z\xef\xfe\xff])|<(?=[\s0-9a-fA-F])/g)) {
    const begins = beginningOf(text, index);
    if (/^\\\\[\w.?]/.test(begins)) return true;
    if (!/^(?:\/\/|[a-z][\w+.-]{0,9}:)/i.test(begins)) continue;
    const before = text.slice(Math.max(0, index - 40), index);
    const key = keyBefore.exec(before)?.[1];
    if (key !== undefined && fileKeys.has(unescapedName(key))) return true;
    // A string that is an object of its own may be a file name to which another object refers.
    if (begins.startsWith('//') && (objects !== null || /obj[\0\t\n\f\r ]*$/.test(before))) return true;
  }
  return false;
}

const longestBeginning = 24;

/** Returns the first characters of a string, literal or hexadecimal, without byte order marks. */
function beginningOf(text: string, at: number): string {
  const raw = text.slice(at + 1, at + 1 + 4 * longestBeginning);
  const written = text[at] === '<' ? fromHex(raw) : fromLiteral(raw);
  return written.replace(/^(?:\xfe\xff|\xff\xfe|\xef\xbb\xbf)/, '').replaceAll('\0', '');
}

function fromHex(raw: string): string {
  const digits = /^[\s0-9a-fA-F]*/.exec(raw)?.[0].replace(/\s/g, '') ?? '';
  return Buffer.from(digits, 'hex').toString('latin1');
}

function fromLiteral(raw: string): string {
  const end = /^(?:[^\\)]|\\[\s\S])*/.exec(raw)?.[0] ?? '';
  return end.replace(/\\(?:([0-7]{1,3})|\r\n|[\r\n]|([\s\S]))/g, (_, octal?: string, sign?: string) =>
    octal ? String.fromCharCode(Number.parseInt(octal, 8) & 0xff) : (sign ?? ''),
  );
}
