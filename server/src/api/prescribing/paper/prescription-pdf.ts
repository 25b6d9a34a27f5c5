import { localized, inAnotherLanguage } from '@yunzhen/shared/core/locale';
import type { Locale } from '@yunzhen/shared/core/locale';
import { blankLineHeight, drawBlankLine } from '../../../platform/paper/blocks.ts';
import * as letterhead from '../../../platform/paper/letterhead.ts';
import { ink, Paper } from '../../../platform/paper/paper.ts';
import type { DocumentAttachment, PaperSize, TextStyle } from '../../../platform/paper/paper.ts';
import { closingHeight, drawClosing } from './prescription-closing.ts';
import type { PrescriptionDocument } from './prescription-document.ts';
import { layItem } from './prescription-item-lines.ts';
import { prescriptionLabels } from './prescription-labels.ts';
import { planPages } from './prescription-pagination.ts';
import { drawPreface } from './prescription-preface.ts';
import type { PrescriptionSheet } from './prescription-sheet.ts';

export interface PrescriptionPdfOptions {
  readonly locale: Locale;
  readonly paper?: PaperSize;
  readonly attachments?: readonly DocumentAttachment[];
}

const SMALL: TextStyle = { size: 8, colour: ink.soft };

/**
 * Renders an unsigned prescription PDF. The same input gives the same bytes in any process, because no clock, random number or setting is read.
 * Throws a `RangeError` when the text of one medicine does not fit on a page.
 */
export async function renderPrescriptionPdf(
  prescription: PrescriptionDocument,
  { locale, paper: size = 'A4', attachments = [] }: PrescriptionPdfOptions,
): Promise<Buffer> {
  const labels = prescriptionLabels(locale);
  const paper = new Paper(size, {
    title: `${labels.title} ${prescription.number}`,
    author: localized(prescription.hospital.name, locale),
    subject: prescription.id,
    locale,
    createdAt: prescription.issuedAt.instant,
  });
  const sheet: PrescriptionSheet = { paper, prescription, locale, labels };

  paper.addPage();
  const { hospital, number } = prescription;
  const head = {
    name: localized(hospital.name, locale),
    otherName: inAnotherLanguage(hospital.name, locale),
    logo: hospital.logo,
    title: labels.title,
    caption: `${labels.number} ${number}`,
  };
  drawPages(sheet, drawPreface(sheet, letterhead.drawLetterhead(paper, head)));
  letterhead.drawFeet(paper, `${number}  ${prescription.id}`, labels.pages);
  for (const attachment of attachments) paper.attach(attachment, prescription.issuedAt.instant);
  return await paper.finish();
}

/** Returns the lowest position for content, above the footer. */
function pageBottom({ paper }: PrescriptionSheet): number {
  return paper.height - paper.margin - letterhead.footHeight(paper);
}

/** Draws the medicines on as many pages as needed, and the closing under the last one. */
function drawPages(sheet: PrescriptionSheet, formTop: number): void {
  const { paper, prescription } = sheet;
  const bottom = pageBottom(sheet);
  const gap = paper.pt(12);
  const closingTop = bottom - closingHeight(sheet);
  const firstTop = drawRpMark(sheet, formTop);
  const nextTop = letterhead.runningHeadBottom(paper);
  const turning = paper.pt(16);
  const closing = bottom - closingTop + blankLineHeight(paper, sheet.labels.blankBelow) + paper.pt(14);
  const heights = prescription.items.map((item, index) => layItem(sheet, item, index + 1, 0, false));
  const { pages, closingAlone } = planPages(heights, { firstTop, nextTop, bottom, gap, turning, closing });

  let y = firstTop;
  pages.forEach((indices, page) => {
    if (page > 0) y = turnPage(sheet, y);
    indices.forEach((index, place) => {
      const item = prescription.items[index];
      if (!item) return;
      if (place > 0) paper.rule(y - gap / 2, { from: paper.left + paper.pt(20) });
      y += layItem(sheet, item, index + 1, y, true) + gap;
    });
  });
  if (closingAlone) y = turnPage(sheet, y);
  drawBlankLine(paper, sheet.labels.blankBelow, y);
  drawClosing(sheet, closingTop);
}

function turnPage(sheet: PrescriptionSheet, y: number): number {
  const { paper, prescription, locale, labels } = sheet;
  paper.tag('P', () => void paper.text(labels.continued, paper.left, y, paper.contentWidth, SMALL));
  paper.addPage();
  const { hospital, number, patient } = prescription;
  letterhead.drawRunningHead(
    paper,
    `${localized(hospital.name, locale)}  ${labels.title}`,
    `${number}  ${patient.name}`,
  );
  return letterhead.runningHeadBottom(paper);
}

function drawRpMark({ paper }: PrescriptionSheet, top: number): number {
  paper.tag('H2', () => void paper.text('Rp.', paper.left, top, paper.contentWidth, { weight: 'semibold', size: 15 }));
  return top + paper.pt(23);
}
