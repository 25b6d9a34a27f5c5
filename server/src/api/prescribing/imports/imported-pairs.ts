import { hash } from 'node:crypto';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { EvidenceGrade, InteractionRule } from '../safety/knowledge/interaction-rule.ts';
import type { InteractionIndex } from '../safety/knowledge/interaction-index.ts';
import { severities, type Severity } from '../safety/severity.ts';

/** What an imported base says about two ingredients, whose ids are in alphabetical order. */
export interface ImportedPair {
  readonly a: string;
  readonly b: string;
  readonly says: ImportedText;
}

export interface ImportedText {
  readonly severity: Severity;
  readonly evidence: EvidenceGrade;
  readonly mechanism: LocalizedText;
  readonly advice: LocalizedText;
  readonly source: string;
}

interface Head {
  readonly ingredients: readonly string[];
  readonly pairs: number;
  readonly texts: number;
}

/** Room for this many ingredients: two of their numbers are one key. */
const MOST_INGREDIENTS = 65_536;
const encoder = new TextEncoder();

/**
 * Packs pairs into one block of bytes: a head, sorted keys, the number of each key’s text, and the texts, each stored once. A search in it needs no
 * parsing, and threads can share it.
 */
export function packPairs(pairs: readonly ImportedPair[]): Uint8Array {
  const ingredients = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].toSorted();
  if (ingredients.length > MOST_INGREDIENTS) throw new RangeError('too many ingredients');
  const numberOf = new Map(ingredients.map((id, at) => [id, at]));
  const texts: string[] = [];
  const textNumbers = new Map<string, number>();
  const entries = pairs.map(({ a, b, says }) => {
    const text = JSON.stringify(says);
    const known = textNumbers.get(text) ?? texts.push(text) - 1;
    textNumbers.set(text, known);
    return [keyOf(numberOf.get(a) ?? 0, numberOf.get(b) ?? 0), known] as const;
  });
  entries.sort(([one], [other]) => one - other);
  return assemble(
    ingredients,
    entries,
    texts.map((text) => encoder.encode(text)),
  );
}

/** Returns one block of bytes; `entries` are keys with the numbers of their texts, in the order of the keys. */
function assemble(
  ingredients: readonly string[],
  entries: readonly (readonly [key: number, text: number])[],
  blobs: readonly Uint8Array[],
): Uint8Array {
  const head = encoder.encode(
    JSON.stringify({ ingredients, pairs: entries.length, texts: blobs.length } satisfies Head),
  );
  const parts = layout({ pairs: entries.length, texts: blobs.length }, head.length);
  const bytes = new Uint8Array(parts.blob + blobs.reduce((sum, { length }) => sum + length, 0));
  const words = (from: number, length: number) => new Uint32Array(bytes.buffer, from, length);
  words(0, 1)[0] = head.length;
  bytes.set(head, 4);
  words(parts.keys, entries.length).set(entries.map(([key]) => key));
  words(parts.refs, entries.length).set(entries.map(([, text]) => text));
  const offsets = words(parts.offsets, blobs.length + 1);
  let at = 0;
  blobs.forEach((blob, number) => {
    offsets[number] = at;
    bytes.set(blob, parts.blob + at);
    at += blob.length;
  });
  offsets[blobs.length] = at;
  return bytes;
}

/** Returns packed pairs as decisions leave them: by the place of a pair its new text, or null where it is switched off. */
export function withDecidedPairs(packed: Uint8Array, decided: ReadonlyMap<number, ImportedText | null>): Uint8Array {
  if (decided.size === 0) return packed;
  const { ingredients, pairs, keys, refs, texts, textBytes } = partsOf(packed);
  const blobs: Uint8Array[] = Array.from({ length: texts }, (_, number) => textBytes(number));
  const entries = Array.from({ length: pairs }, (_, at) => at).flatMap((at): (readonly [number, number])[] => {
    const says = decided.get(at);
    if (says === null) return [];
    const text = says ? blobs.push(encoder.encode(JSON.stringify(says))) - 1 : (refs[at] ?? 0);
    return [[keys[at] ?? 0, text]];
  });
  return assemble(ingredients, entries, blobs);
}

function keyOf(a: number, b: number): number {
  return a * MOST_INGREDIENTS + b;
}

/** Returns where each part begins. */
function layout({ pairs, texts }: Pick<Head, 'pairs' | 'texts'>, headLength: number) {
  const keys = Math.ceil((4 + headLength) / 4) * 4;
  const refs = keys + 4 * pairs;
  const offsets = refs + 4 * pairs;
  return { keys, refs, offsets, blob: offsets + 4 * (texts + 1) };
}

/** Returns views of the parts of a block, so that nothing is copied. */
function partsOf(bytes: Uint8Array) {
  const words = (from: number, length: number) => new Uint32Array(bytes.buffer, bytes.byteOffset + from, length);
  // A view: a text is decoded from memory that threads share without a copy of its bytes.
  const block = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const headLength = words(0, 1)[0] ?? 0;
  const head = JSON.parse(block.toString('utf8', 4, 4 + headLength)) as Head;
  const parts = layout(head, headLength);
  const offsets = words(parts.offsets, head.texts + 1);
  return {
    ...head,
    keys: words(parts.keys, head.pairs),
    refs: words(parts.refs, head.pairs),
    textBytes: (text: number) =>
      block.subarray(parts.blob + (offsets[text] ?? 0), parts.blob + (offsets[text + 1] ?? 0)),
  };
}

/** Packed pairs by their place. They are in the order of the ids of their ingredients. */
export interface PlacedPairs {
  readonly pairs: number;
  readonly ingredients: readonly string[];
  /** The numbers of the ingredients of the pair at a place. */
  numbersAt(place: number): readonly [number, number];
  textAt(place: number): ImportedText;
  /** Returns the place of the pair of two ingredients, in either order; -1 without it. */
  placeOf(one: string, other: string): number;
}

/** Opens packed pairs for reading by place. */
export function placedPairs(bytes: Uint8Array): PlacedPairs {
  const { ingredients, pairs, keys, refs, textBytes } = partsOf(bytes);
  const numberOf = new Map(ingredients.map((id, at) => [id, at]));
  return {
    pairs,
    ingredients,
    numbersAt(place) {
      const key = keys[place] ?? 0;
      return [Math.floor(key / MOST_INGREDIENTS), key % MOST_INGREDIENTS];
    },
    textAt: (place) => JSON.parse(textBytes(refs[place] ?? 0).toString()) as ImportedText,
    placeOf(one, other) {
      const [a, b] = one < other ? [one, other] : [other, one];
      const [first, second] = [numberOf.get(a), numberOf.get(b)];
      return first === undefined || second === undefined ? -1 : placeIn(keys, keyOf(first, second));
    },
  };
}

/** Opens packed pairs for searches. */
export function openPairs(bytes: Uint8Array): InteractionIndex {
  const placed = placedPairs(bytes);
  const known = new Set(placed.ingredients);
  return Object.freeze({
    pairs: placed.pairs,
    knows: (ingredient: string) => known.has(ingredient),
    between(one: string, other: string) {
      const place = placed.placeOf(one, other);
      const [a, b] = one < other ? [one, other] : [other, one];
      return place < 0 ? undefined : ruleOf(a, b, placed.textAt(place));
    },
  });
}

/** Returns the place of a key in sorted keys; -1 without it. */
function placeIn(keys: Uint32Array, key: number): number {
  let [low, high] = [0, keys.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = keys[middle] ?? 0;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The id is the same in every base, so that figures of alerts go on after an update. */
function ruleOf(a: string, b: string, says: ImportedText): InteractionRule {
  const id = `imported-${hash('sha256', `${a} ${b}`).slice(0, 10)}`;
  return { ...says, id, a: [a], b: [b], confidence: 'sure', note: '' };
}

/** Searches two indexes and returns the more severe rule; of two alike, the one of the first index. */
export function besideOurs(ours: InteractionIndex, imported: InteractionIndex): InteractionIndex {
  const rank = (rule: InteractionRule | undefined) => (rule ? severities.indexOf(rule.severity) : -1);
  return Object.freeze({
    pairs: ours.pairs + imported.pairs,
    knows: (ingredient: string) => ours.knows(ingredient) || imported.knows(ingredient),
    between(a: string, b: string) {
      const [own, other] = [ours.between(a, b), imported.between(a, b)];
      return rank(other) > rank(own) ? other : own;
    },
  });
}
