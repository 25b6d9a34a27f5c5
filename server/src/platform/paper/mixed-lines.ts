import { numberOf } from './faces.ts';
import { fontOf, openFont, type Face, type FontWeight } from './fonts.ts';

import { visualRuns, type Run } from './visual-runs.ts';
import { wrapLines } from './wrap-lines.ts';

export interface MixedStyle {
  readonly weight: FontWeight;
  /** Points. */
  readonly size: number;
  readonly lineGap: number;
  readonly align: 'left' | 'right' | 'center';
  readonly singleLine: boolean;
}

/** A line of several faces; lengths are in points. */
interface MeasuredLine {
  readonly runs: readonly (Run & { readonly width: number })[];
  readonly width: number;
  readonly ascent: number;
  readonly height: number;
}

interface Box {
  readonly minY: number;
  readonly maxY: number;
}

/** Limits for a line’s height in em, so that stacked marks cannot push the rest of a page away. */
const HIGHEST = 1.6;
const LOWEST = 1.3;
const ELLIPSIS = '…';
/** Given to pdfkit, this keeps it from shaping each word alone, which would put the words of a right-to-left line in the wrong order. */
const WHOLE_RUN: PDFKit.Mixins.OpenTypeFeatures[] = [];

/** Their signs are drawn in another order than they are read, so the text is stored beside the glyphs for search and screen readers. */
const rearranged: ReadonlySet<Face> = new Set(['thai', 'devanagari', 'tibetan']);

/** Measures and draws text that the first face does not have: other scripts, in either direction. */
export class MixedLines {
  readonly #doc: PDFKit.PDFDocument;
  readonly #registered = new Set<string>();

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc;
  }

  widthOf(text: string, style: MixedStyle): number {
    return this.#measure(text, style).width;
  }

  heightOf(text: string, width: number, style: MixedStyle): number {
    return this.#lines(text, width, style).reduce((sum, { height }) => sum + height + style.lineGap, 0);
  }

  /** Draws the text with the fill colour of the page. Returns its height. */
  draw(text: string, x: number, y: number, width: number, style: MixedStyle): number {
    let top = y;
    for (const line of this.#lines(text, width, style)) {
      const free = style.align === 'left' ? 0 : (width - line.width) / (style.align === 'center' ? 2 : 1);
      this.#drawLine(line, x + free, top + line.ascent, style);
      top += line.height + style.lineGap;
    }
    return top - y;
  }

  #drawLine({ runs }: MeasuredLine, x: number, baseline: number, { weight, size }: MixedStyle): void {
    let left = x;
    for (const { face, text, width } of runs) {
      this.#doc.font(this.#nameOf(weight, face)).fontSize(size);
      if (rearranged.has(face)) this.#doc.markContent('Span', { actual: text });
      this.#doc.text(text, left, baseline, { lineBreak: false, features: WHOLE_RUN, baseline: 'alphabetic' });
      if (rearranged.has(face)) this.#doc.endMarkedContent();
      left += width;
    }
  }

  #lines(text: string, width: number, style: MixedStyle): MeasuredLine[] {
    if (style.singleLine) return [this.#measure(this.#cut(text, width, style), style)];
    return wrapLines(this, text, width, style).map((line) => this.#measure(line, style));
  }

  #cut(text: string, width: number, style: MixedStyle): string {
    if (this.widthOf(text, style) <= width) return text;
    const characters = Array.from(new Intl.Segmenter('und').segment(text), ({ segment }) => segment);
    while (characters.length > 0 && this.widthOf(characters.join('') + ELLIPSIS, style) > width) characters.pop();
    return characters.join('').trimEnd() + ELLIPSIS;
  }

  #measure(text: string, { weight, size }: MixedStyle): MeasuredLine {
    const first = this.#font(weight, 'han');
    let ascent = first.ascent / first.unitsPerEm;
    let descent = -first.descent / first.unitsPerEm;
    const runs = visualRuns(text).map((wanted) => {
      const run = this.#canShape(wanted, weight) ? wanted : { face: 'han' as const, text: numberOf(wanted.text) };
      const font = this.#font(weight, run.face);
      const laid = font.layout(run.text, []);
      if (run.face !== 'han')
        laid.glyphs.forEach((glyph, index) => {
          const { minY, maxY } = (glyph as unknown as { cbox: Box }).cbox;
          const offset = laid.positions[index]?.yOffset ?? 0;
          ascent = Math.max(ascent, Math.min((maxY + offset) / font.unitsPerEm, HIGHEST));
          descent = Math.max(descent, Math.min(-(minY + offset) / font.unitsPerEm, LOWEST));
        });
      return { ...run, width: (laid.advanceWidth / font.unitsPerEm) * size };
    });
    const width = runs.reduce((sum, run) => sum + run.width, 0);
    return { runs, width, ascent: ascent * size, height: (ascent + descent) * size };
  }

  /** Returns whether fontkit lays the run out; it fails on marks of one script over letters of another. */
  #canShape({ face, text }: Run, weight: FontWeight): boolean {
    try {
      this.#font(weight, face).layout(text, []);
      return true;
    } catch {
      return false;
    }
  }

  #font(weight: FontWeight, face: Face) {
    this.#nameOf(weight, face);
    return fontOf(weight, face);
  }

  /** Returns the name under which the document has the font, registered at its first use. */
  #nameOf(weight: FontWeight, face: Face): string {
    if (face === 'han') return weight;
    const name = `${face} ${weight}`;
    if (!this.#registered.has(name)) {
      // pdfkit accepts an opened font, which its types do not declare.
      this.#doc.registerFont(name, openFont(weight, face) as unknown as Uint8Array);
      this.#registered.add(name);
    }
    return name;
  }
}
