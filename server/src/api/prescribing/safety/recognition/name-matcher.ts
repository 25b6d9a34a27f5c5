import { foldHan, hasHan, wordsOf } from '../../../../platform/search/fold.ts';
import { isOnlyDosage } from './dosage-words.ts';
import { isFiller, isReactionWord, withoutFiller } from './filler-words.ts';
import { createHanSpelling, createSpelling, type Guess } from './spelling.ts';
import { walk, type Names } from './walks.ts';

/** A word that is no known name, and the name that it was taken for. */
export interface Reading {
  readonly written: string;
  readonly name: string;
}

/** What a free text was found to name. */
export interface NamesInText {
  /** Ids of everything named, each once. */
  readonly ids: readonly string[];
  /** What is left of the text and may be a name that is not known. */
  readonly unknownParts: readonly string[];
  /** Misspelt names that were guessed: used, and to be said. */
  readonly readings: readonly Reading[];
}

export interface NameMatcher {
  find(text: string): NamesInText;
}

interface Options {
  /** Words for what an allergy did are then no unknown names. */
  readonly ofAllergies?: boolean;
  /** Words that follow a name as its salt, by id; in both languages. */
  readonly salts?: ReadonlyMap<string, readonly string[]>;
}

type Entry = readonly [name: string, ids: readonly string[]];

const SEPARATOR = /[,;/+&\n\t，、；。]|\band\b|\bplus\b|\bwith\b|(?<=\p{Script=Han})[和及与](?=\p{Script=Han})/giu;
const LONGEST_TEXT = 1000;

/** Everything that is needed to read one part of a text. */
interface Reader {
  readonly latin: Names;
  readonly han: Names;
  readonly spell: (word: string) => Guess | undefined;
  readonly spellHan: (run: string) => Guess | undefined;
  readonly ofAllergies: boolean;
}

/**
 * Finds known names in what a person wrote, with or without commas between them: longer names win over shorter ones within
 * them. Whatever else may be a name is reported, and a misspelt one is read as the only name that is near it.
 */
export function createNameMatcher(entries: readonly Entry[], options: Options = {}): NameMatcher {
  const inLatin = entries.filter(([name]) => !hasHan(name));
  const inHan = entries.filter(([name]) => hasHan(name));
  const latin = namesOf(inLatin, (name) => wordsOf(name), ' ', options);
  const han = namesOf(inHan, (name) => [...foldHan(name)], '', options);
  const ofAllergies = options.ofAllergies ?? false;
  const reader: Reader = {
    latin,
    han,
    spell: createSpelling(latin.byName),
    spellHan: createHanSpelling(han.byName),
    ofAllergies,
  };
  return {
    find(text) {
      const whole = text.slice(0, LONGEST_TEXT);
      const found = whole.split(SEPARATOR).map((part) => readPart(part.trim(), reader));
      const acrossParts = [...walk(wordsOf(whole), latin, ' ').ids, ...walk([...foldHan(whole)], han, '').ids];
      const ids = new Set([...found.flatMap((one) => [...one.ids]), ...acrossParts]);
      const unknownParts = found.flatMap(({ part, ids: own, unknown }) => {
        if (own.size > 0) return unknown;
        if (part === '' || isOnlyDosage(part)) return [];
        return ofAllergies && ids.size > 0 && unknown.length === 0 ? [] : [part];
      });
      return { ids: [...ids], unknownParts, readings: found.flatMap((one) => one.readings) };
    },
  };
}

function readPart(part: string, reader: Reader) {
  const inHan = walk([...foldHan(part)], reader.han, '');
  const inLatin = walk(wordsOf(part), reader.latin, ' ');
  const ofHanNames = new Set(inHan.names.flatMap((name) => name.match(/[a-z0-9]+/g) ?? []));
  const words = inLatin.rest.map((run) => readWords(run, reader, ofHanNames));
  const runs = inHan.rest.map((run) => readRun(run.join(''), reader));
  const guesses = [...words, ...runs].flatMap((one) => one.guesses);
  return {
    part,
    ids: new Set([...inHan.ids, ...inLatin.ids, ...guesses.flatMap(({ guess }) => guess.ids)]),
    readings: guesses.map(({ written, guess }) => ({ written, name: guess.name })),
    unknown: [...words, ...runs].flatMap((one) => one.unknown),
  };
}

interface Rest {
  readonly unknown: string[];
  readonly guesses: { readonly written: string; readonly guess: Guess }[];
}

/** Words between names: what names nothing is passed over, and what may be misspelt is guessed. */
function readWords(run: readonly string[], { spell, ofAllergies }: Reader, known: ReadonlySet<string>): Rest {
  const rest: Rest = { unknown: [], guesses: [] };
  let words: string[] = [];
  for (const word of [...run, '']) {
    const nothing = word === '' || isFiller(word) || known.has(word) || (ofAllergies && isReactionWord(word));
    const guess = nothing ? undefined : spell(word);
    if (guess) rest.guesses.push({ written: word, guess });
    else if (!nothing) words.push(word);
    if ((nothing || guess) && words.length > 0) {
      rest.unknown.push(words.join(' '));
      words = [];
    }
  }
  return rest;
}

function readRun(run: string, { spellHan, ofAllergies }: Reader): Rest {
  const text = run.replace(/[^\p{Script=Han}]+/gu, ' ').trim();
  const guess = spellHan(text.replaceAll(' ', ''));
  if (guess) return { unknown: [], guesses: [{ written: text, guess }] };
  const left = withoutFiller(text, ofAllergies).split(/\s+/u);
  return { unknown: left.filter((word) => [...word].length > 1), guesses: [] };
}

function namesOf(
  entries: readonly Entry[],
  tokensOf: (name: string) => readonly string[],
  join: '' | ' ',
  { salts }: Options,
): Names {
  const byName = new Map<string, readonly string[]>();
  let longest = 0;
  for (const [name, ids] of entries) {
    const tokens = tokensOf(name);
    const key = tokens.join(join);
    byName.set(key, [...new Set([...(byName.get(key) ?? []), ...ids])]);
    longest = Math.max(longest, tokens.length);
  }
  return { byName, longest, saltsOf: (ids) => new Set(ids.flatMap((id) => salts?.get(id) ?? [])) };
}
