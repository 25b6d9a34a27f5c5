import PDFDocument from 'pdfkit';
import type { Locale } from '@yunzhen/shared/core/locale';
import { isPlain } from './faces.ts';
import { fontWeights, openFont } from './fonts.ts';
import type { FontWeight } from './fonts.ts';
import { MixedLines, type MixedStyle } from './mixed-lines.ts';
import { printable } from './printable.ts';

export const paperSizes = ['A4', 'A5'] as const;
export type PaperSize = (typeof paperSizes)[number];

/** Ink, its lighter shades and the product's celadon; all stay legible in a black-and-white copy. */
export const ink = { text: '#1c1917', soft: '#57534e', line: '#d6d3d1', celadon: '#0f766e' } as const;

export interface TextStyle {
  readonly weight?: FontWeight;
  /** Points on A4; smaller paper scales it. */
  readonly size?: number;
  readonly colour?: string;
  readonly align?: 'left' | 'right' | 'center';
  /** Truncates with an ellipsis what does not fit on one line. */
  readonly singleLine?: boolean;
}

export interface DocumentMetadata {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly locale: Locale;
  readonly createdAt: Date;
}

/** A file embedded in the PDF, such as the signed record that the page shows. */
export interface DocumentAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly description: string;
  readonly content: Uint8Array;
}

const GEOMETRY = {
  A4: { width: 595.28, height: 841.89, margin: 42, scale: 1 },
  A5: { width: 419.53, height: 595.28, margin: 25, scale: 0.8 },
} as const;

const BODY_SIZE = 10;
/** The font's line height is 1.45 em; a form has short lines and needs less. */
const LINE_GAP_EM = -0.1;
/** Minimum font size in points, because smaller print is not legible to everyone. */
const SMALLEST_SIZE = 8;

/** A hospital's sheet of paper: fonts, measures and the drawing primitives of its documents. */
export class Paper {
  readonly doc: PDFKit.PDFDocument;
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly #scale: number;
  readonly #smallest: number;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #mixed: MixedLines;

  /** `smallest`: in points; only charts may use smaller text than the rest. */
  constructor(size: PaperSize, metadata: DocumentMetadata, smallest = SMALLEST_SIZE) {
    const { width, height, margin, scale } = GEOMETRY[size];
    this.width = width;
    this.height = height;
    this.margin = margin;
    this.#scale = scale;
    this.#smallest = smallest;
    this.doc = new PDFDocument({
      size: [width, height],
      // Page breaks are ours, at sensible places; a margin of 0 keeps pdfkit from breaking pages.
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: metadata.locale,
      // No default font: pdfkit would open an unnamed one again at each switch back to it.
      font: '',
      info: {
        Title: metadata.title,
        Author: metadata.author,
        Subject: metadata.subject,
        Creator: 'Yunzhen',
        Producer: 'Yunzhen',
        CreationDate: metadata.createdAt,
        ModDate: metadata.createdAt,
      },
    });
    // pdfkit accepts an opened font, which its types do not declare.
    for (const weight of fontWeights) this.doc.registerFont(weight, openFont(weight) as unknown as Uint8Array);
    this.#mixed = new MixedLines(this.doc);
    this.#root = this.doc.struct('Document');
    this.doc.addStructure(this.#root);
  }

  get left(): number {
    return this.margin;
  }

  get right(): number {
    return this.width - this.margin;
  }

  get contentWidth(): number {
    return this.right - this.left;
  }

  /** Scales a measure from A4 to this paper. */
  pt(points: number): number {
    return points * this.#scale;
  }

  addPage(): void {
    this.doc.addPage();
  }

  /** Tags content for screen readers: heading, paragraph, figure. */
  tag(type: 'H1' | 'H2' | 'P', draw: () => void): void {
    this.#root.add(this.doc.struct(type, {}, draw));
  }

  figure(alternative: string, draw: () => void): void {
    this.#root.add(this.doc.struct('Figure', { alt: alternative }, draw));
  }

  /** Draws what screen readers should skip: lines and whatever repeats on each page. */
  artifact(draw: () => void): void {
    this.doc.markContent('Artifact');
    draw();
    this.doc.endMarkedContent();
  }

  text(text: string, x: number, y: number, width: number, style: TextStyle = {}): number {
    this.#apply(style);
    const shown = printable(text);
    this.doc.fillColor(style.colour ?? ink.text);
    if (!isPlain(shown)) return this.#mixed.draw(shown, x, y, width, this.#mixedStyle(style));
    const lineHeight = this.doc.currentLineHeight();
    const lineGap = this.#lineGap(style);
    const cut = style.singleLine ? { height: lineHeight, ellipsis: true } : {};
    this.doc.text(shown, x, y, { width, lineGap, align: style.align ?? 'left', ...cut });
    return style.singleLine ? lineHeight + lineGap : this.doc.y - y;
  }

  heightOf(text: string, width: number, style: TextStyle = {}): number {
    const shown = printable(text);
    if (!isPlain(shown)) return this.#mixed.heightOf(shown, width, this.#mixedStyle(style));
    this.#apply(style);
    return this.doc.heightOfString(shown, { width, lineGap: this.#lineGap(style) });
  }

  widthOf(text: string, style: TextStyle = {}): number {
    const shown = printable(text);
    if (!isPlain(shown)) return this.#mixed.widthOf(shown, this.#mixedStyle(style));
    this.#apply(style);
    return this.doc.widthOfString(shown);
  }

  rule(y: number, { from = this.left, to = this.right, colour = ink.line as string, weight = 0.6 } = {}): void {
    this.artifact(() => this.doc.moveTo(from, y).lineTo(to, y).lineWidth(this.pt(weight)).strokeColor(colour).stroke());
  }

  /** Embeds a file as the source of what is drawn (PDF 2.0 AFRelationship). */
  attach({ name, mediaType, description, content }: DocumentAttachment, created: Date): void {
    const options = {
      name,
      type: mediaType,
      description,
      creationDate: created,
      modifiedDate: created,
      relationship: 'Source',
    };
    this.doc.file(Buffer.from(content), options);
  }

  #apply(style: TextStyle): void {
    this.doc.font(style.weight ?? 'regular').fontSize(this.#fontSize(style));
  }

  #mixedStyle(style: TextStyle): MixedStyle {
    const { weight = 'regular', align = 'left', singleLine = false } = style;
    return { weight, align, singleLine, size: this.#fontSize(style), lineGap: this.#lineGap(style) };
  }

  #fontSize({ size = BODY_SIZE }: TextStyle): number {
    return Math.max(this.pt(size), this.#smallest);
  }

  #lineGap(style: TextStyle): number {
    return this.#fontSize(style) * LINE_GAP_EM;
  }

  /** Ends the document and returns its bytes. */
  async finish(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    this.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise<void>((resolve, reject) => {
      this.doc.on('end', resolve);
      this.doc.on('error', reject);
    });
    this.doc.end();
    await ended;
    return Buffer.concat(chunks);
  }
}
