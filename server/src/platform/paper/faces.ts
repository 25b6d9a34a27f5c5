import { faces, hasGlyph, type Face } from './fonts.ts';

/** One character as a reader sees it, with its combining marks, and the face that has it. */
export interface Cluster {
  readonly text: string;
  readonly face: Face;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** What nearly all text consists of: the first face has it. */
const ordinary = /^[ -~\u4e00-\u9fa5\u3001-\u3011\uff01-\uff5e]*$/;
/** Joiners and variation selectors change the glyph before them and have none of their own. */
const selecting = /[\u200c\u200d\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const alphabetic = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
/** The first face draws these letters as wide as a Chinese character; a single Greek letter is a symbol. */
const wide = /\p{Script=Cyrillic}|\p{Script=Greek}{2}/u;

/** Returns whether the first face has every character of the text, in its usual width. */
export function isPlain(text: string): boolean {
  return ordinary.test(text) || (!wide.test(text) && has('han', text));
}

/**
 * Splits text into clusters with the first face that has all of a cluster. A word in an alphabet has one face. What no face has becomes its number,
 * `[U+2A6A5]`, because an empty box could be anyone’s name.
 */
export function clustersOf(text: string): Cluster[] {
  const clusters = [...segmenter.segment(text)].flatMap(({ segment }): Cluster[] => {
    const face = faces.find((each) => has(each, segment));
    return face ? [{ text: segment, face }] : Array.from(numberOf(segment), (text) => ({ text, face: 'han' }));
  });
  for (let start = 0; start < clusters.length; start++) {
    let end = start;
    while (alphabetic.test(clusters[end]?.text ?? '')) end++;
    if (end === start) continue;
    const word = clusters.slice(start, end);
    const whole = word.map((each) => each.text).join('');
    if (word.some(({ face }) => face !== 'han') || wide.test(whole))
      clusters.splice(start, word.length, ...word.map((each) => (has('latin', each.text) ? inLatin(each) : each)));
    start = end;
  }
  return clusters;
}

const inLatin = ({ text }: Cluster): Cluster => ({ text, face: 'latin' });

function has(face: Face, text: string): boolean {
  for (const character of text.replace(selecting, '')) if (!hasGlyph(face, character.codePointAt(0) ?? 0)) return false;
  return true;
}

/** Returns the numbers of the characters, as Unicode’s tables write them. */
export function numberOf(text: string): string {
  const points = Array.from(text, (character) => character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0'));
  return `[U+${points.join('+')}]`;
}
