import { figures, type FigureId } from '@yunzhen/shared/metrics/figures';
import { localized, type Locale } from '@yunzhen/shared/core/locale';
import { footHeight, runningHeadBottom } from '../../../platform/paper/letterhead.ts';
import { ink, type Paper, type TextStyle } from '../../../platform/paper/paper.ts';
import { ReportNumbers } from './report-numbers.ts';
import type { FiguresReport } from './report.ts';
import { reportLabels, type ReportLabels } from './report-labels.ts';

export const soft: TextStyle = { size: 8, colour: ink.soft };

/** Lays out the pages of a report; starts a new page when the next element does not fit. */
export class ReportSheet {
  readonly paper: Paper;
  readonly report: FiguresReport;
  readonly locale: Locale;
  readonly words: ReportLabels;
  readonly numbers: ReportNumbers;
  /** Vertical position of the next element. */
  y = 0;
  readonly #explained: FigureId[] = [];

  constructor(paper: Paper, report: FiguresReport, locale: Locale) {
    this.paper = paper;
    this.report = report;
    this.locale = locale;
    this.words = reportLabels(locale);
    this.numbers = new ReportNumbers(locale);
  }

  get #bottom(): number {
    return this.paper.height - this.paper.margin - footHeight(this.paper);
  }

  /** Starts a new page when fewer than `points` are left on this one. */
  need(points: number): void {
    if (this.y + points <= this.#bottom) return;
    this.paper.addPage();
    this.y = runningHeadBottom(this.paper);
  }

  /** Draws a heading on the same page as at least `points` of what follows. */
  heading(title: string, lead: string | null, points: number): void {
    const { paper } = this;
    const leadHeight = lead ? paper.heightOf(lead, paper.contentWidth, soft) + 2 : 0;
    this.need(26 + leadHeight + points);
    this.y += 10;
    paper.tag('H2', () => {
      this.y += paper.text(title, paper.left, this.y, paper.contentWidth, { weight: 'semibold', size: 11.5 });
    });
    if (lead)
      paper.tag('P', () => {
        this.y += paper.text(lead, paper.left, this.y, paper.contentWidth, soft) + 2;
      });
    this.y += 5;
  }

  /** Returns the number under which a figure is explained at the end. */
  noteOf(figure: FigureId): string {
    if (!this.#explained.includes(figure)) this.#explained.push(figure);
    return String(this.#explained.indexOf(figure) + 1);
  }

  get explained(): readonly FigureId[] {
    return this.#explained;
  }

  titleOf(figure: FigureId): string {
    return localized(figures[figure].title, this.locale);
  }

  /** Draws a figure’s name with the small number of its explanation. */
  named(figure: FigureId, x: number, y: number, width: number, style: TextStyle): number {
    const { paper } = this;
    const title = this.titleOf(figure);
    const height = paper.text(title, x, y, width - 10, style);
    const note = { size: 6.5, colour: ink.celadon } as const;
    if (height < 1.6 * (style.size ?? 10))
      paper.text(this.noteOf(figure), x + paper.widthOf(title, style) + 2, y, 14, note);
    else paper.text(this.noteOf(figure), x + width - 10, y, 14, note);
    return height;
  }
}
