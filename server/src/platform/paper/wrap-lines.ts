/** What text is measured with. */
interface Ruler<Style> {
  widthOf(text: string, style: Style): number;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** A line must not begin with these: they belong to the word before. */
const clinging = /^[\s\p{Pe}\p{Pf}、。，．；：？！%‰℃°,.;:?!]+$/u;
/** A line must not end with these: they belong to the word after. */
const opening = /[\p{Ps}\p{Pi}]$/u;
/** A line must not end with a number whose unit follows: "1 tablet" and "1 次" stay together. */
const isParted = (before: string, next: string) => /\d\s*$/u.test(before) && /^[\p{L}%‰°]/u.test(next);

/**
 * Breaks text into lines that fit the width, by paragraph, so that pages can break between two lines. Chinese breaks between words; a word wider than
 * the line is broken anywhere.
 */
export function wrapLines<Style>(paper: Ruler<Style>, prose: string, width: number, style: Style): string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return prose
    .trimEnd()
    .split(/\r?\n/)
    .flatMap((paragraph) => {
      const words: string[] = [];
      for (const { segment } of segmenter.segment(paragraph)) {
        const before = words.at(-1) ?? '';
        if (before && (clinging.test(segment) || opening.test(before) || isParted(before, segment)))
          words[words.length - 1] += segment;
        else words.push(segment);
      }
      const lines: string[] = [];
      let line = '';
      for (const word of words) {
        if (paper.widthOf((line + word).trimEnd(), style) <= width) line += word;
        else {
          if (line) lines.push(line.trimEnd());
          line = '';
          for (const { segment: character } of graphemes.segment(word)) {
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
