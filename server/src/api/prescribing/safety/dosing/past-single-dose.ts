import type { Side } from '../sides.ts';

/** One dose, and not what a dose of a course amounts to. */
const ONCE =
  /\b(?:a\s+single\s+dose|one\s+(?:dose|capsule|tablet)\s+only|once)\b(?!\s+(?:a|per|each|every|in)\b)|只(?:吃|服|用)过?了?[一1](?:次|粒|片)|(?:吃|服|用)过[一1](?:次|粒|片)|单次(?:口服|服用)|一次性(?:口服|服用)/iu;
const A_MONTH_AGO = /\blast\s+month\b|\b(?:a|one|two|three|[1-9])\s+months?\s+ago\b|上个?月|[一两二三1-9]个?月前/iu;
/** What may have gone on since, or have been repeated. */
const GOES_ON =
  /\b(?:since|from|start\w*|began|begun|still|again|repeat\w*|daily|weekly|monthly|every|each|now|today|yesterday|this|week|weeks|days?|until|till|course|not|no)\b|每|仍|还|又|再|一直|至今|现|今|目前|昨|开始|起|天|日|周|疗程|没|未|不|无/iu;

/** Returns whether the patient states one dose of one medicine, a month ago or longer, and no other. What is not plain counts as more. */
export function isPastSingleDose({ origin, ingredients, label }: Side): boolean {
  if (origin !== 'stated' || ingredients.length !== 1) return false;
  return ONCE.test(label.zh) && A_MONTH_AGO.test(label.zh) && !GOES_ON.test(label.zh);
}
