/** Scripts whose letters change their form at a joiner. */
const joining =
  '[\\p{Script=Arabic}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Tamil}\\p{Script=Sinhala}\\p{Extended_Pictographic}\\u094d\\ufe0f]';
const unseen = new RegExp(
  `(?:(?!(?<=${joining})[\\u200c\\u200d](?=${joining}))[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\u115f\\u1160\\u2800\\u3164\\uffa0])+`,
  'gu',
);
const otherSpaces = /[\u1680\u2000-\u200a\u202f\u205f]/g;

/**
 * Replaces control characters, line breaks, invisible characters and direction marks, which could disguise a printed field, by spaces. Replaces the
 * curly apostrophe between letters by a straight one, because the font draws it as wide as a Chinese character. Composes Korean
 * letters, and puts the ring of the Thai letter am below its tone mark, which the font does not do.
 */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(unseen, ' ')
    .replace(otherSpaces, ' ')
    .replace(/[\u1100-\u11ff]+/g, (letters) => letters.normalize('NFC'))
    .replace(/([\u0e48-\u0e4b])\u0e33/g, '\u0e4d$1\u0e32')
    .replace(/(?<=[A-Za-z\u00c0-\u024f])’(?=[A-Za-z\u00c0-\u024f])/g, "'");
}
