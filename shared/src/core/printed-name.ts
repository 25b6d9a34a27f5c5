import { line } from './common.ts';
import { isStacked, joiningScripts, variantSelectors } from './legible.ts';

const joiners = new RegExp(`(?<=[${joiningScripts}])[\\u200c\\u200d](?=[${joiningScripts}])`, 'gu');
const variants = new RegExp(`(?<=\\p{Script=Han})${variantSelectors}`, 'gu');
/** Control, format and direction characters, private use, separators, fillers and blanks that look like nothing or like a space. */
const unseen =
  /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\u{e0100}-\u{e01ef}]/u;

/**
 * A name that is printed on signed papers: of a person, pharmacy, department or hospital. It has a letter or digit (`name-letters`), and nothing that
 * hides, reorders or covers text (`unprintable`). With `min` 0 it may be empty.
 */
export function printedName(max: number, min: 0 | 1 = 1) {
  return line(max, min)
    .refine(isPrintable, { error: 'unprintable' })
    .refine((value) => value === '' || /[\p{L}\p{N}]/u.test(value), { error: 'name-letters' });
}

function isPrintable(value: string): boolean {
  return !unseen.test(value.replace(joiners, '').replace(variants, '')) && !isStacked(value);
}
