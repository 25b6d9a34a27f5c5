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
  const blobs = texts.map((text) => encoder.encode(text));
  const head = encoder.encode(
    JSON.stringify({ ingredients, pairs: entries.length, texts: texts.length } satisfies Head),
  );
  const parts = layout({ pairs: entries.length, texts: texts.length }, head.length);
  const bytes = new Uint8Array(parts.blob + blobs.reduce((sum, { length }) => sum + length, 0));
  const words = (from: number, length: number) => new Uint32Array(bytes.buffer, from, length);
  words(0, 1)[0] = head.length;
  bytes.set(head, 4);
  words(parts.keys, entries.length).set(entries.map(([key]) => key));
  words(parts.refs, entries.length).set(entries.map(([, text]) => text));
  const offsets = words(parts.offsets, texts.length + 1);
  let at = 0;
  blobs.forEach((blob, number) => {
    offsets[number] = at;
    bytes.set(blob, parts.blob + at);
    at += blob.length;
  });
  offsets[texts.length] = at;
  return bytes;
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

/** Opens packed pairs for searches. */
export function openPairs(bytes: Uint8Array): InteractionIndex {
  const words = (from: number, length: number) => new Uint32Array(bytes.buffer, bytes.byteOffset + from, length);
  // A view: a text is decoded from memory that threads share without a copy of its bytes.
  const block = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const headLength = words(0, 1)[0] ?? 0;
  const head = JSON.parse(block.toString('utf8', 4, 4 + headLength)) as Head;
  const parts = layout(head, headLength);
  const keys = words(parts.keys, head.pairs);
  const refs = words(parts.refs, head.pairs);
  const offsets = words(parts.offsets, head.texts + 1);
  const numberOf = new Map(head.ingredients.map((id, at) => [id, at]));
  return Object.freeze({
    pairs: head.pairs,
    knows: (ingredient: string) => numberOf.has(ingredient),
    between(one: string, other: string) {
      const [a, b] = one < other ? [one, other] : [other, one];
      const [first, second] = [numberOf.get(a), numberOf.get(b)];
      if (first === undefined || second === undefined) return undefined;
      const at = placeOf(keys, keyOf(first, second));
      const text = at < 0 ? undefined : refs[at];
      if (text === undefined) return undefined;
      const [from, to] = [offsets[text] ?? 0, offsets[text + 1] ?? 0];
      return ruleOf(a, b, JSON.parse(block.toString('utf8', parts.blob + from, parts.blob + to)) as ImportedText);
    },
  });
}

/** Returns the place of a key in sorted keys; -1 without it. */
function placeOf(keys: Uint32Array, key: number): number {
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
