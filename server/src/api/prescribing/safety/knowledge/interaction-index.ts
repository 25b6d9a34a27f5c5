import type { InteractionRule } from './interaction-rule.ts';
import { severities } from '../severity.ts';

/** The rule table expanded to pairs of ingredients, so that checks can look up a pair directly. */
export interface InteractionIndex {
  /** Number of distinct pairs of ingredients with a rule. */
  readonly pairs: number;
  /** Returns the most severe rule for two ingredients, in either order; undefined when there is none. */
  between(a: string, b: string): InteractionRule | undefined;
  /** Returns true when any rule names the ingredient. Otherwise the absence of a finding means nothing. */
  knows(ingredient: string): boolean;
}

/**
 * Builds the index.
 * @param expand expands names of ingredients and classes to ingredients; see `createExpander`.
 */
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
