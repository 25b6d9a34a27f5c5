import type { Paper, TextStyle } from './paper.ts';

/** A line must not begin with these: they belong to the word before. */
const clinging = /^[\s\p{Pe}\p{Pf}、。，．；：？！%‰℃°,.;:?!]+$/u;

/**
 * Breaks text into lines that fit the width, by paragraph, so that pages can break between two lines. Chinese breaks between words; a word wider than
 * the line is broken anywhere.
 */
export function wrapLines(paper: Paper, prose: string, width: number, style: TextStyle): string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return prose
    .trimEnd()
    .split(/\r?\n/)
    .flatMap((paragraph) => {
      const words: string[] = [];
      for (const { segment } of segmenter.segment(paragraph)) {
        if (clinging.test(segment) && words.length > 0) words[words.length - 1] += segment;
        else words.push(segment);
      }
      const lines: string[] = [];
      let line = '';
      for (const word of words) {
        if (paper.widthOf((line + word).trimEnd(), style) <= width) line += word;
        else {
          if (line) lines.push(line.trimEnd());
          line = '';
          for (const character of word) {
            if (line && paper.widthOf(line + character, style) > width) {
              lines.push(line);
              line = '';
            }
            line += character;
          }
        }
      }
      return [...lines, line.trimEnd()];
    });
}
