import { setImmediate as otherWork } from 'node:timers/promises';

export interface PdfStream {
  /** The tokens of its dictionary in order, names with escapes decoded. */
  dictionary: readonly string[];
  /** Positions where its data may begin: readers differ on what may follow the keyword. */
  data: readonly number[];
}

/** Maximum characters of one dictionary, and of all; longer ones are an attempt to exhaust the server. */
const longestDictionary = 1024 * 1024;
const maxRead = 16 * 1024 * 1024;
/** Characters read before other requests run. */
const turn = 512 * 1024;

const blanks = '\\0\\t\\n\\f\\r ';
const delimiters = '()<>\\[\\]{}/%';
/** White space and comments (ISO 32000-2, 7.2.3 and 7.2.4). */
export const space = new RegExp(`(?:[${blanks}]+|%[^\\r\\n]*)+`, 'y');
const token = new RegExp(`<<|>>|<[^>]*>|[\\[\\]{})>]|/[^${blanks}${delimiters}]*|[^${blanks}${delimiters}]+|\\(`, 'y');

/**
 * Yields every stream that a reader may find. A reader starts at some `obj`, by a table or by scanning a broken file. So every `obj` is tried, in
 * comments and data too.
 * Its dictionary is parsed with comments, strings and nested dictionaries (ISO 32000-2, 7.2 and 7.3). Ends with null when there is too much to read.
 */
export async function* pdfStreams(source: string): AsyncGenerator<PdfStream | null> {
  let read = 0;
  let sinceTurn = 0;
  for (const { index } of source.matchAll(/obj/g)) {
    const found = readDictionary(source, index + 3);
    read += found.end - index;
    sinceTurn += found.end - index;
    if (found.end - index > longestDictionary || read > maxRead) return yield null;
    if (sinceTurn > turn) {
      sinceTurn = 0;
      await otherWork();
    }
    const after = skipSpace(source, found.end);
    if (!found.tokens || !source.startsWith('stream', after)) continue;
    yield { dictionary: found.tokens, data: dataAfter(source, after + 6) };
  }
}

function dataAfter(source: string, at: number): number[] {
  const line = /[^\r\n]*(?:\r\n|\n|\r)/y;
  return [...new Set([skip(line, source, at), skip(/[\r\n]*/y, source, at), at])];
}

/** Returns the tokens of a dictionary that begins here; null without one, or without its end. */
export function readDictionary(source: string, from: number): { tokens: string[] | null; end: number } {
  let at = skipSpace(source, from);
  if (!source.startsWith('<<', at)) return { tokens: null, end: at };
  const tokens: string[] = [];
  let depth = 0;
  while (at < source.length && at - from <= longestDictionary) {
    token.lastIndex = at;
    const word = token.exec(source)?.[0];
    if (word === undefined) return { tokens: null, end: at };
    at = word === '(' ? stringEnd(source, at) : at + word.length;
    depth += word === '<<' ? 1 : word === '>>' ? -1 : 0;
    tokens.push(word.startsWith('/') ? unescapedName(word) : word);
    if (depth === 0) return { tokens, end: at };
    at = skipSpace(source, at);
  }
  return { tokens: null, end: at };
}

/** Finds the end of a string, where parentheses are paired or escaped with a backslash. */
function stringEnd(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    const sign = source[at];
    if (sign === '\\') at++;
    else if (sign === '(') depth++;
    else if (sign === ')' && --depth === 0) return at + 1;
  }
  return source.length;
}

export const skipSpace = (source: string, at: number) => skip(space, source, at);

function skip(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : at;
}

export function unescapedName(name: string): string {
  if (!name.includes('#')) return name;
  return name.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
