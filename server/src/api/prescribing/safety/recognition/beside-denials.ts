import type { Clause } from './clause.ts';
import { partOf, textOf, type Outline } from './outline.ts';

/** How a kind of statement denies and states. Shapes are of outlines. */
export interface Rules {
  /** Returns true for text that is one or several denials, and nothing else. */
  readonly isPlain: (shape: string) => boolean;
  /** Returns true for text that denies everything: "none", 没在吃药. Beside other text in a clause it may deny that only, so it is no part of one. */
  readonly isNothing: (shape: string) => boolean;
  /** Returns true for a negative test, which is complete like a denial. It proves little, so it is shown. */
  readonly isTest?: (shape: string) => boolean;
  /** Returns true for text that states something and denies nothing, at the beginning or after a denial and what joins the two. */
  readonly affirms: (part: string, before?: string, joint?: string) => boolean;
}

/** Where a denial may end or begin: at a separator, behind a verdict, and before a word that begins a statement. */
const BOUNDARY =
  /[\s、,/;–—-]+(?![)）])|(?<=[)）])(?=[^\s、,/])|(?<=过敏史|过敏|阴性|没事|没问题)(?![史反性原])(?=\p{Script=Han}|§)|(?<=§|药)(?=[就改换只仅在吃含]|偶尔)/gu;
/** Bounds the work on a text that a stranger writes. */
const MOST_BOUNDARIES = 10;
const MOST_PARTS = 3;
/** 不吃甲就用乙 may mean: whenever 甲 is not taken. */
const CONDITION = /^就/u;

/**
 * Reads a denial beside which something else stands. A substance is left out only where its denial is complete and plain; what is stated for certain
 * is a clause of its own. Returns one unclear clause where that is not possible.
 */
export function readDenial(text: string, outline: Outline, rules: Rules): Clause[] {
  if (deniesPlainly(outline.shape, rules)) return [{ text, negated: true }];
  return divide(outline, rules, MOST_PARTS) ?? [{ text, negated: true, unclear: true }];
}

/** Returns true for text that denies and says nothing else. */
export function deniesPlainly(shape: string, { isPlain, isNothing }: Rules): boolean {
  return isNothing(shape) || isPlain(shape);
}

/** Returns the parts of a text that consists of plain denials and certain statements, with at least one of each. */
function divide(outline: Outline, rules: Rules, most: number, before?: string, joint?: string): Clause[] | undefined {
  const boundaries = [...outline.shape.matchAll(BOUNDARY)].slice(0, MOST_BOUNDARIES);
  if (most < 2) return undefined;
  for (const boundary of boundaries) {
    const left = partOf(outline, 0, boundary.index);
    const right = partOf(outline, boundary.index + boundary[0].length);
    const first = whole(left, rules, before, joint);
    if (!first || right.shape === '') continue;
    const isCondition = first.negated && boundary[0] === '' && CONDITION.test(right.shape);
    const rest = whole(right, rules, left.shape, boundary[0]);
    if (rest && rest.negated !== first.negated)
      return isCondition ? [{ text: textOf(outline), negated: true, unclear: true }, rest] : [first, rest];
    const further = rest ? undefined : divide(right, rules, most - 1, left.shape, boundary[0]);
    if (further) return [first, ...further];
  }
  return undefined;
}

function whole(part: Outline, rules: Rules, before?: string, joint?: string): Clause | undefined {
  if (rules.isPlain(part.shape)) return { text: textOf(part), negated: true };
  if (rules.isTest?.(part.shape)) return { text: textOf(part), negated: true, unclear: true };
  return rules.affirms(part.shape, before, joint) ? { text: textOf(part), negated: false } : undefined;
}
