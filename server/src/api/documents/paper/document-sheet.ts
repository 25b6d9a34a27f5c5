import type { Locale } from '@yunzhen/shared/core/locale';
import { drawCells, type Cell } from '../../../platform/paper/blocks.ts';
import { drawRunningHead, footHeight, runningHeadBottom } from '../../../platform/paper/letterhead.ts';
import { ink, type Paper, type TextStyle } from '../../../platform/paper/paper.ts';
import { wrapLines } from '../../../platform/paper/wrap-lines.ts';
import type { DocumentRecord } from '../document-json.ts';
import type { DocumentLabels } from './document-labels.ts';

const HEADING: TextStyle = { weight: 'semibold', size: 10.5, colour: ink.celadon };
const BODY: TextStyle = { size: 10.5 };
const SMALL: TextStyle = { size: 8, colour: ink.soft };
export const BULLET = '·';
const ITEM_INDENT = 12;

/** Lays out one document on pages: tracks the position and starts new pages between lines. */
export class DocumentSheet {
  readonly paper: Paper;
  readonly record: DocumentRecord;
  readonly locale: Locale;
  readonly labels: DocumentLabels;
  readonly #head: { title: string; whose: string };
  y = 0;

  constructor(
    paper: Paper,
    record: DocumentRecord,
    locale: Locale,
    labels: DocumentLabels,
    head: { title: string; whose: string },
  ) {
    this.paper = paper;
    this.record = record;
    this.locale = locale;
    this.labels = labels;
    this.#head = head;
  }

  /** Lowest point for content, above the footer. */
  get bottom(): number {
    return this.paper.height - this.paper.margin - footHeight(this.paper);
  }

  /** Starts a new page unless that much space is left. */
  need(height: number): void {
    const { paper } = this;
    if (this.y + height <= this.bottom - paper.pt(14)) return;
    paper.tag(
      'P',
      () => void paper.text(this.labels.continued, paper.left, this.bottom - paper.pt(10), paper.contentWidth, SMALL),
    );
    paper.addPage();
    drawRunningHead(paper, this.#head.title, this.#head.whose);
    this.y = runningHeadBottom(paper);
  }

  /** Draws a heading with its text; the heading is never alone at the bottom of a page. */
  section(heading: string, prose: string, style: TextStyle = BODY): void {
    const { paper } = this;
    const lineHeight = paper.heightOf('国', paper.contentWidth, style);
    this.need(paper.heightOf(heading, paper.contentWidth, HEADING) + lineHeight * 2 + paper.pt(4));
    paper.tag('H2', () => {
      this.y += paper.text(heading, paper.left, this.y, paper.contentWidth, HEADING) + paper.pt(2);
    });
    this.prose(prose, style);
    this.y += paper.pt(10);
  }

  /** Draws text line by line, with a hanging indent after bullets. */
  prose(prose: string, style: TextStyle = BODY): void {
    for (const paragraph of prose.trimEnd().split(/\r?\n/)) {
      const item = paragraph.startsWith(BULLET);
      this.#paragraph(item ? paragraph.slice(BULLET.length).trimStart() : paragraph, style, item ? ITEM_INDENT : 0);
    }
  }

  #paragraph(text: string, style: TextStyle, indent: number): void {
    const { paper } = this;
    const left = paper.left + paper.pt(indent);
    const width = paper.contentWidth - paper.pt(indent);
    const least = paper.heightOf('国', width, style);
    for (const [place, line] of wrapLines(paper, text, width, style).entries()) {
      // Some scripts need more height than Chinese.
      const height = Math.max(least, paper.heightOf(line, width + paper.pt(4), style));
      this.need(height);
      paper.tag('P', () => {
        if (indent > 0 && place === 0) paper.text(BULLET, paper.left, this.y, paper.pt(indent), style);
        // Already measured: the extra width keeps rounding from wrapping it again.
        paper.text(line, left, this.y, width + paper.pt(4), style);
      });
      this.y += line === '' ? paper.pt(5) : height + paper.pt(1.5);
    }
  }

  /** Draws a row of the grid. */
  cells(cells: readonly Cell[]): void {
    const filled = cells.map((cell) => ({ ...cell, value: cell.value || '—' }));
    this.y = drawCells(this.paper, filled, this.y) + this.paper.pt(7);
  }
}
