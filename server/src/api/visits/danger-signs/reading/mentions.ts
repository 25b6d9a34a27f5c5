import { concepts, type CompiledConcept, type ConceptId } from '../concepts/index.ts';
import type { Clause } from './clauses.ts';

/** A place in the text that names a concept. */
export interface Mention {
  readonly concept: ConceptId;
  readonly kind: CompiledConcept['kind'];
  readonly start: number;
  readonly end: number;
  /** Which clause it begins in. */
  readonly clause: number;
  readonly sentence: number;
}

/** All places that name a concept, by concept. */
export function mentionsIn(text: string, clauses: readonly Clause[]): Map<ConceptId, Mention[]> {
  const found = new Map<ConceptId, Mention[]>();
  const clauseAt = clauseFinder(clauses);
  for (const { id, kind, words } of concepts) {
    const mentions: Mention[] = [];
    words.lastIndex = 0;
    for (let match = words.exec(text); match; match = words.exec(text)) {
      const start = match.index;
      const clause = clauseAt(start);
      mentions.push({
        concept: id,
        kind,
        start,
        end: start + match[0].length,
        clause,
        sentence: clauses[clause]?.sentence ?? 0,
      });
      // Overlapping ones count too: "left arm and leg" names two.
      words.lastIndex = Math.max(start + 1, start + Math.min(match[0].length, 3));
    }
    if (mentions.length > 0) found.set(id, mentions);
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

/** How far apart two mentions are: a character of Chinese or half a word of English each counts one, a comma two. */
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
