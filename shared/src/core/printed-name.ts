import { text } from './common.ts';

/** Scripts in which a joiner between two letters changes how they look (RFC 5892, appendix A.1 and A.2). */
const JOINING =
  '[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}]';
const joiners = new RegExp(`(?<=${JOINING})[\\u200c\\u200d](?=${JOINING})`, 'gu');
/** Select a form of the character before them, as family registers do (Unicode Ideographic Variation Database). */
const variants = /(?<=\p{Script=Han})[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
/** Control, format and direction characters, private use, separators, fillers and blanks that look like nothing or like a space. */
const unseen =
  /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\u{e0100}-\u{e01ef}]/u;
/** More marks than any orthography puts on a letter; they would cover the lines above and below. Tibetan letters stack. */
const stacked = /\p{M}{9}|(?:(?!\p{Script=Tibetan})\p{M}){5}/u;

/**
 * A name that is printed on signed papers: of a person, pharmacy, department or hospital. It has a letter or digit (`name-letters`), and nothing that
 * hides, reorders or covers text (`unprintable`). With `min` 0 it may be empty.
 */
export function printedName(max: number, min: 0 | 1 = 1) {
  return text(max, min)
    .refine(isPrintable, { error: 'unprintable' })
    .refine((value) => value === '' || /[\p{L}\p{N}]/u.test(value), { error: 'name-letters' });
}

function isPrintable(value: string): boolean {
  return !unseen.test(value.replace(joiners, '').replace(variants, '')) && !stacked.test(value);
}
