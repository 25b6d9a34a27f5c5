import { dateFormat } from '@yunzhen/shared/core/time/date-format';
import type { Locale } from '@yunzhen/shared/core/locale';
import {
  drawFeet,
  drawLetterhead,
  drawRunningHead,
  footHeight,
  runningHeadBottom,
} from '../../../platform/paper/letterhead.ts';
import { ink, Paper, type TextStyle } from '../../../platform/paper/paper.ts';
import { wrapLines } from '../../../platform/paper/wrap-lines.ts';
import { wordsOf } from '../fhir/fhir-values.ts';
import { paperLabels } from './paper-labels.ts';
import type { Passage } from './passage.ts';

export interface RecordVolume {
  readonly hospital: string;
  readonly otherName: string;
  /** The hospital’s logo on the day of the copy. */
  readonly logo: Uint8Array | null;
  readonly patient: string;
  readonly locale: Locale;
  /** When the copy was requested (ISO). */
  readonly at: string;
  readonly passages: readonly Passage[];
}

const HEADING: TextStyle = { weight: 'semibold', size: 13, colour: ink.celadon };
const TITLE: TextStyle = { weight: 'semibold', size: 10.5 };
const BODY: TextStyle = { size: 10 };
const SMALL: TextStyle = { size: 8.5, colour: ink.soft };
const DATE_COLUMN = 92;

/** Renders one volume of the readable record on A4: a column of dates beside the text. It is unsigned, because the originals are signed. */
export async function renderRecordPdf(volume: RecordVolume & { readonly volume: number | null }): Promise<Buffer> {
  const { locale, hospital, otherName, logo, patient, at } = volume;
  const labels = paperLabels(wordsOf(locale));
  const title = volume.volume === null ? labels.title : `${labels.title} ${volume.volume}`;
  const paper = new Paper('A4', {
    title: `${title} · ${patient}`,
    author: hospital,
    subject: title,
    locale,
    createdAt: new Date(at),
  });
  paper.addPage();
  const asOf = `${labels.asOf} ${time(at, locale)} UTC`;
  const sheet = new RecordSheet(paper, `${hospital}  ${title}`, patient);
  sheet.y = drawLetterhead(paper, { name: hospital, otherName, title, caption: asOf, logo: logo ?? undefined });
  sheet.prose(labels.copy, SMALL, 0);
  let section = '';
  for (const passage of volume.passages) {
    if (passage.section !== section) sheet.heading(labels.sections[passage.section]);
    section = passage.section;
    sheet.passage(passage, passage.at === null ? '' : time(passage.at, locale));
  }
  drawFeet(paper, `${patient}  ${asOf}`, labels.page);
  return paper.finish();
}

/** The current page. Breaks pages between two lines, never after a heading. */
class RecordSheet {
  readonly #paper: Paper;
  readonly #head: string;
  readonly #whose: string;
  y = 0;

  constructor(paper: Paper, head: string, whose: string) {
    this.#paper = paper;
    this.#head = head;
    this.#whose = whose;
  }

  heading(text: string): void {
    const paper = this.#paper;
    this.#need(paper.pt(64));
    this.y += paper.pt(10);
    paper.tag('H2', () => (this.y += paper.text(text, paper.left, this.y, paper.contentWidth, HEADING)));
    paper.rule(this.y + paper.pt(1));
    this.y += paper.pt(8);
  }

  passage({ title, lines }: Passage, at: string): void {
    const paper = this.#paper;
    this.#need(paper.pt(30));
    const begin = this.y;
    if (at !== '')
      paper.tag('P', () => void paper.text(at, paper.left, begin + paper.pt(1.5), paper.pt(DATE_COLUMN - 8), SMALL));
    this.prose(title, TITLE, DATE_COLUMN);
    for (const line of lines) this.prose(line, BODY, DATE_COLUMN);
    this.y += paper.pt(7);
  }

  prose(text: string, style: TextStyle, indent: number): void {
    const paper = this.#paper;
    const left = paper.left + paper.pt(indent);
    const width = paper.contentWidth - paper.pt(indent);
    const least = paper.heightOf('国', width, style);
    for (const line of wrapLines(paper, text, width, style)) {
      // Some scripts need more height than Chinese.
      const height = Math.max(least, paper.heightOf(line, width + paper.pt(4), style));
      this.#need(height);
      // The text is measured to fit; the extra width keeps rounding from wrapping it again.
      paper.tag('P', () => void paper.text(line, left, this.y, width + paper.pt(4), style));
      this.y += height + paper.pt(1);
    }
  }

  #need(height: number): void {
    const paper = this.#paper;
    if (this.y + height <= paper.height - paper.margin - footHeight(paper)) return;
    paper.addPage();
    drawRunningHead(paper, this.#head, this.#whose);
    this.y = runningHeadBottom(paper);
  }
}

/** Formats a day unchanged, and an instant in UTC to the minute, as the page header says. */
function time(at: string, locale: Locale): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(at);
  return dateFormat(locale, {
    timeZone: 'UTC',
    dateStyle: 'medium',
    ...(isDay ? {} : { timeStyle: 'short', hourCycle: 'h23' }),
  }).format(new Date(at));
}
