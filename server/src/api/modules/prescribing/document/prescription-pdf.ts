import { localized } from '@yunzhen/shared/domain/locale';
import type { Locale } from '@yunzhen/shared/domain/locale';
import { ink, Paper } from './document-paper.ts';
import type { DocumentAttachment, PaperSize } from './document-paper.ts';
import { closingHeight, drawClosing } from './prescription-closing.ts';
import type { PrescriptionDocument } from './prescription-document.ts';
import { drawFoot, drawHeading, drawRunningHead, footHeight } from './prescription-heading.ts';
import { layItem } from './prescription-item-lines.ts';
import { prescriptionLabels } from './prescription-labels.ts';
import { drawPreface } from './prescription-preface.ts';
import type { PrescriptionSheet } from './prescription-sheet.ts';

export interface PrescriptionPdfOptions {
  readonly locale: Locale;
  readonly paper?: PaperSize;
  readonly attachments?: readonly DocumentAttachment[];
}

/**
 * Renders a prescription for print. The same input gives the same bytes, in any process: nothing here reads a clock, a random
 * number or a setting. The result is unsigned.
 */
export function renderPrescriptionPdf(
  prescription: PrescriptionDocument,
  { locale, paper: size = 'A4', attachments = [] }: PrescriptionPdfOptions,
): Promise<Buffer> {
  const labels = prescriptionLabels[locale];
  const paper = new Paper(size, {
    title: `${labels.title} ${prescription.number}`,
    author: localized(prescription.hospital.name, locale),
    subject: prescription.id,
    locale,
    createdAt: prescription.issuedAt.instant,
  });
  const sheet: PrescriptionSheet = { paper, prescription, locale, labels };

  paper.addPage();
  const itemsTop = drawPreface(sheet, drawHeading(sheet));
  const end = drawBlankLine(sheet, drawItems(sheet, drawRpMark(sheet, itemsTop)));
  const closingTop = pageBottom(sheet) - closingHeight(sheet);
  if (end > closingTop) turnPage(sheet);
  drawClosing(sheet, closingTop);
  drawFeet(sheet);
  for (const attachment of attachments) paper.attach(attachment, prescription.issuedAt.instant);
  return paper.finish();
}

/** Lowest point that content may reach, above the foot. */
function pageBottom({ paper }: PrescriptionSheet): number {
  return paper.height - paper.margin - footHeight(paper);
}

function turnPage(sheet: PrescriptionSheet): number {
  sheet.paper.addPage();
  return drawRunningHead(sheet);
}

function drawRpMark({ paper }: PrescriptionSheet, top: number): number {
  paper.tag('H2', () => void paper.text('Rp.', paper.left, top, paper.contentWidth, { weight: 'semibold', size: 20 }));
  return top + paper.pt(34);
}

function drawItems(sheet: PrescriptionSheet, top: number): number {
  const { paper, prescription, labels } = sheet;
  const gap = paper.pt(12);
  const continuedHeight = paper.pt(16);
  let y = top;
  prescription.items.forEach((item, index) => {
    const height = layItem(sheet, item, index + 1, y, false);
    if (y + height + continuedHeight > pageBottom(sheet)) {
      paper.tag(
        'P',
        () => void paper.text(labels.continued, paper.left, y, paper.contentWidth, { size: 8, colour: ink.soft }),
      );
      y = turnPage(sheet);
    }
    layItem(sheet, item, index + 1, y, true);
    y += height + gap;
  });
  return y;
}

/** Closes the list, so that nothing can be written in below what the doctor signed. */
function drawBlankLine(sheet: PrescriptionSheet, top: number): number {
  const { paper, labels } = sheet;
  const style = { size: 8, colour: ink.soft } as const;
  const height = paper.heightOf(labels.blankBelow, paper.contentWidth, style);
  const y = top + height > pageBottom(sheet) ? turnPage(sheet) : top;
  const half = paper.widthOf(labels.blankBelow, style) / 2 + paper.pt(10);
  const centre = paper.left + paper.contentWidth / 2;
  paper.tag(
    'P',
    () => void paper.text(labels.blankBelow, paper.left, y, paper.contentWidth, { ...style, align: 'center' }),
  );
  paper.rule(y + height / 2, { to: centre - half });
  paper.rule(y + height / 2, { from: centre + half });
  return y + height + paper.pt(12);
}

function drawFeet(sheet: PrescriptionSheet): void {
  const { doc } = sheet.paper;
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    drawFoot(sheet, page - start + 1, count);
  }
}
