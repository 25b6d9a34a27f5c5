import { foldHan, hasHan, wordsOf } from '../../../../platform/search/fold.ts';
import { isOnlyDosage } from './dosage-words.ts';
import { isFiller, isReactionWord, isShortAllergen, withoutFiller } from './filler-words.ts';
import { outlineOf, type Outline } from './outline.ts';
import { isOnlyReaction, namesAKind } from './reaction-parts.ts';
import { createHanSpelling, createSpelling, type Guess, type GuessInRun } from './spelling.ts';
import type { NamedWords } from './tolerance.ts';
import { walk, type Names } from './walks.ts';

/** A misspelt word and the name that it was read as. */
export interface Reading {
  readonly written: string;
  readonly name: string;
}

/** The names found in a free text. */
export interface NamesInText {
  /** Ids of everything named, without duplicates. */
  readonly ids: readonly string[];
  /** Parts of the text that may be unknown names. */
  readonly unknownParts: readonly string[];
  /** Those of them that only describe a reaction, which name nothing unknown beside a recognised allergy. */
  readonly reactionParts: readonly string[];
  /** Misspelt names that were guessed. They are used, and must be reported. */
  readonly readings: readonly Reading[];
}

export interface NameMatcher {
  find(text: string): NamesInText;
  /** Returns the names in a text as they are known, without guesses, and the words besides. */
  readonly namedIn: (text: string) => NamedWords;
  /** Returns the shape of a text with one sign for each known name, without guesses. */
  readonly outline: (text: string) => Outline;
}

interface Options {
  /** True to ignore words that describe a reaction instead of reporting them as unknown names. */
  readonly ofAllergies?: boolean;
  /** Words that may follow a name as its salt, by id, in both languages. */
  readonly salts?: ReadonlyMap<string, readonly string[]>;
}

type Entry = readonly [name: string, ids: readonly string[]];

const SEPARATOR = /[,;/+&\n\t，、；。]|\band\b|\bplus\b|\bwith\b|(?<=\p{Script=Han})[和及与](?=\p{Script=Han})/giu;
const AND_IN_HAN = /[和及与]/u;
const LONGEST_TEXT = 1000;

/** The tables for reading one part of a text. */
interface Reader {
  readonly latin: Names;
  readonly han: Names;
  readonly spell: (word: string) => Guess | undefined;
  readonly spellHan: (run: string) => GuessInRun | undefined;
  readonly ofAllergies: boolean;
}

/**
 * Returns a matcher that finds known names in free text, with or without commas; longer names win over shorter ones. Reports parts that may be
 * unknown names, and reads a misspelt name as the only similar one.
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
    namedIn(text) {
      const inHan = walk([...foldHan(text)], han, '');
      const inLatin = walk(tokensIn(text, latin), latin, ' ');
      const runs = inHan.rest.flatMap((run) => run.join('').match(/\p{Script=Han}+/gu) ?? []);
      return { names: [...inHan.names, ...inLatin.names], words: [...runs, ...inLatin.rest.flat()] };
    },
    outline(text) {
      const inHan = walk([...foldHan(text)], han, '');
      return outlineOf(text, inHan.names, walk(tokensIn(text, latin), latin, ' ').names);
    },
    find(text) {
      const whole = text.slice(0, LONGEST_TEXT);
      const found = whole.split(SEPARATOR).map((part) => readPart(part.trim(), reader));
      const acrossHan = walk([...foldHan(whole)], han, '');
      const ids = new Set([
        ...found.flatMap((one) => [...one.ids]),
        ...walk(tokensIn(whole, latin), latin, ' ').ids,
        ...acrossHan.ids,
      ]);
      // 诺和锐 is a name, not 诺 and 锐.
      const piecesOfNames = new Set(acrossHan.names.flatMap((name) => name.split(AND_IN_HAN)));
      const saysNothing = (part: string) =>
        isOnlyDosage(part) && !(ofAllergies && namesAKind(part) && !/\d/.test(part));
      const nameless = found.filter(({ part, ids: own }) => own.size === 0 && part !== '' && !saysNothing(part));
      // What has no unknown word may describe a reaction.
      const reactionParts = nameless.flatMap(({ part, unknown }) =>
        ofAllergies && unknown.length === 0 && isOnlyReaction(part) ? [part] : [],
      );
      const unknownParts = found.flatMap((one) => {
        const isPiece = piecesOfNames.has(one.part);
        if (one.ids.size > 0) return one.unknown;
        return nameless.includes(one) && !isPiece && !(ids.size > 0 && reactionParts.includes(one.part))
          ? [one.part]
          : [];
      });
      return { ids: [...ids], unknownParts, reactionParts, readings: found.flatMap((one) => one.readings) };
    },
  };
}

function readPart(part: string, reader: Reader) {
  const inHan = walk([...foldHan(part)], reader.han, '');
  const inLatin = walk(tokensIn(part, reader.latin), reader.latin, ' ');
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

/** 20mg written to its medicine: xarelto20mg. */
const WITH_AMOUNT = /^([a-z]{4,})(\d.*)$/;

/** Returns the words of a text, with amounts taken off words that are no names. */
function tokensIn(text: string, { byName }: Names): string[] {
  return wordsOf(text).flatMap((word) => {
    const [, name, amount] = byName.has(word) ? [] : (WITH_AMOUNT.exec(word) ?? []);
    return name !== undefined && amount !== undefined ? [name, amount] : [word];
  });
}

interface Rest {
  readonly unknown: string[];
  readonly guesses: { readonly written: string; readonly guess: Guess }[];
}

/** Reads the words between names: skips words that name nothing, and guesses misspelt names. */
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

function readRun(run: string, reader: Reader): Rest {
  const { spellHan, ofAllergies } = reader;
  const text = run.replace(/[^\p{Script=Han}]+/gu, ' ').trim();
  const found = spellHan(text.replaceAll(' ', ''));
  if (found) {
    const around = [found.before, found.after].map((rest) => readRun(rest, reader));
    return {
      unknown: around.flatMap(({ unknown }) => unknown),
      guesses: [found, ...around.flatMap(({ guesses }) => guesses)],
    };
  }
  const left = withoutFiller(text, ofAllergies).split(/\s+/u);
  return {
    unknown: left.filter((word) => [...word].length > 1 || (ofAllergies && isShortAllergen(word))),
    guesses: [],
  };
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
