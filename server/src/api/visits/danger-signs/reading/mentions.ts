import { concepts, type CompiledConcept, type ConceptId } from '../concepts/index.ts';
import type { Clause } from './clauses.ts';

/** An occurrence of a concept in the text. */
export interface Mention {
  readonly concept: ConceptId;
  readonly kind: CompiledConcept['kind'];
  readonly start: number;
  readonly end: number;
  /** Index of the clause in which it begins. */
  readonly clause: number;
  readonly sentence: number;
}

/** Characters from which on V8 compiles an expression to machine code at its first run. */
const longText = 1000;
let compiled = false;

/**
 * Runs each expression once on a long text. For a short one V8 first makes bytecode and optimizes that, which takes it most of a second for all of
 * them; machine code takes a sixth of that.
 */
function compileFor(text: string): void {
  const padded = text.padEnd(longText);
  for (const { words } of concepts()) for (const expression of words) expression.test(padded);
  compiled = true;
}

/** Returns all occurrences of concepts, by concept. */
export function mentionsIn(text: string, clauses: readonly Clause[]): Map<ConceptId, Mention[]> {
  if (!compiled) compileFor(text);
  const found = new Map<ConceptId, Mention[]>();
  const clauseAt = clauseFinder(clauses);
  for (const { id, kind, words } of concepts()) {
    const mentions = words.flatMap((expression) =>
      matchesOf(expression, text).map(([start, end]): Mention => {
        const clause = clauseAt(start);
        return { concept: id, kind, start, end, clause, sentence: clauses[clause]?.sentence ?? 0 };
      }),
    );
    if (mentions.length > 0) found.set(id, mentions);
  }
  return found;
}

/** Returns start and end of each match. Overlapping ones count too: "left arm and leg" contains two. */
function matchesOf(expression: RegExp, text: string): [number, number][] {
  const found: [number, number][] = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    const start = match.index;
    found.push([start, start + match[0].length]);
    expression.lastIndex = Math.max(start + 1, start + Math.min(match[0].length, 3));
  }
  return found;
}

function clauseFinder(clauses: readonly Clause[]): (at: number) => number {
  return (at) => {
    let low = 0;
    let high = clauses.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((clauses[middle]?.end ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Returns the distance between two mentions: 1 for a Chinese character or half an English word, 2 for a comma. */
export function distance(text: string, one: Mention, other: Mention): number {
  const [from, to] = one.end <= other.start ? [one.end, other.start] : [other.end, one.start];
  if (to <= from) return 0;
  if (to - from > 400) return Number.POSITIVE_INFINITY;
  const between = text.slice(from, to);
  const words = between.match(/[a-z0-9']+/g)?.length ?? 0;
  const characters = between.match(/\p{Script=Han}/gu)?.length ?? 0;
  const commas = between.match(/[,，、:：]/g)?.length ?? 0;
  return words * 2 + characters + commas * 2;
}
