import { pinyinSyllables, pinyinWords } from './pinyin-words.ts';

const longestWord = 8;
/** Maximum letters of a token; longer ones are no words and would be slow to read. */
const longestToken = 48;

/**
 * Replaces pinyin words by characters, with or without spaces, apostrophes and tone numbers. Reads only whole words that are related to danger signs;
 * English words with the same spelling stay.
 */
export function pinyinRead(text: string): string {
  if (!/[a-z]{3}/.test(text)) return text;
  return text
    .replace(/[a-z]+(?:[1-5'][a-z]+)*[1-5]?(?: [a-z]+(?:[1-5'][a-z]+)*[1-5]?)*(?!\w)/g, (run) => readRun(run))
    .replace(/(?<=\p{Script=Han}[^a-z]{0,3}\d+(?:\.\d)?) ?du\b/gu, '度')
    .replace(/(?<=\d) ?(?:ge ?yue|geyue)(?=\p{Script=Han}|[\s,，。.]|$)/gu, '个月')
    .replace(/(?<=\d) ?zhou(?=\p{Script=Han}|[\s,，。.]|$)/gu, '周');
}

function readRun(run: string): string {
  const tokens = run.split(' ');
  const plain = tokens.map((token) => token.replace(/[1-5']/g, ''));
  const read: (string | undefined)[] = [];
  for (let at = 0; at < plain.length;) {
    const size = wordAt(plain, at);
    const word = size === 0 ? decoded(plain[at] ?? '') : pinyinWords.get(plain.slice(at, at + size).join(''));
    read[at] = word;
    at += Math.max(1, size);
    for (let inside = at - Math.max(1, size) + 1; inside < at; inside += 1) read[inside] = '';
  }
  if (read.every((word) => !word)) return run;
  readNeighbours(plain, read);
  return tokens.map((token, at) => read[at] ?? token).join(' ');
}

/** Returns the number of tokens from here on that form one word; 0 for none. */
function wordAt(plain: readonly string[], at: number): number {
  for (let size = Math.min(longestWord, plain.length - at); size > 0; size -= 1) {
    if (pinyinWords.has(plain.slice(at, at + size).join(''))) return size;
  }
  return 0;
}

/** Decodes a token that consists entirely of words and syllables, with at least one word. */
function decoded(token: string): string | undefined {
  if (token.length < 5 || token.length > longestToken) return undefined;
  const ways: (string | undefined)[] = [''];
  const hasWord: boolean[] = [false];
  for (let end = 1; end <= token.length; end += 1) {
    for (let start = 0; start < end; start += 1) {
      const before = ways[start];
      if (before === undefined) continue;
      const part = token.slice(start, end);
      const word = pinyinWords.get(part);
      const characters = word ?? pinyinSyllables.get(part);
      if (characters === undefined || (ways[end] !== undefined && hasWord[end] && !word)) continue;
      ways[end] = before + characters;
      hasWord[end] = word !== undefined || hasWord[start] === true;
    }
  }
  return hasWord[token.length] ? ways[token.length] : undefined;
}

/** Reads single syllables on either side of what was read, and their neighbours in turn. */
function readNeighbours(plain: readonly string[], read: (string | undefined)[]): void {
  for (let at = 1; at < plain.length; at += 1) {
    if (read[at] === undefined && read[at - 1] !== undefined) read[at] = pinyinSyllables.get(plain[at] ?? '');
  }
  for (let at = plain.length - 2; at >= 0; at -= 1) {
    if (read[at] === undefined && read[at + 1] !== undefined) read[at] = pinyinSyllables.get(plain[at] ?? '');
  }
}
