import type { InteractionRule } from './interaction-rule.ts';
import { severities } from '../severity.ts';

/** The rule table spread out to pairs of ingredients, so that a check looks a pair up instead of reading the table. */
export interface InteractionIndex {
  /** Number of different pairs of ingredients that some rule speaks of. */
  readonly pairs: number;
  /** The gravest rule on two ingredients, in either order; undefined where none speaks of them. */
  between(a: string, b: string): InteractionRule | undefined;
  /** True when any rule names the ingredient: where none does, silence means nothing. */
  knows(ingredient: string): boolean;
}

/** @param expand turns names of ingredients and classes into ingredients, as `createExpander` makes it. */
export function buildInteractionIndex(
  rules: readonly InteractionRule[],
  expand: (names: readonly string[]) => string[],
): InteractionIndex {
  const gravest = new Map<string, InteractionRule>();
  const known = new Set<string>();
  for (const rule of rules) {
    const right = expand(rule.b);
    for (const a of expand(rule.a)) {
      for (const b of right) {
        if (a === b) continue;
        known.add(a).add(b);
        const key = pairKey(a, b);
        const before = gravest.get(key);
        if (!before || rank(rule) > rank(before)) gravest.set(key, rule);
      }
    }
  }
  return Object.freeze({
    pairs: gravest.size,
    between: (a: string, b: string) => gravest.get(pairKey(a, b)),
    knows: (ingredient: string) => known.has(ingredient),
  });
}

function rank(rule: InteractionRule): number {
  return severities.indexOf(rule.severity);
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
