import { localized } from '@yunzhen/shared/domain/locale';
import { ink } from './document-paper.ts';
import type { TextStyle } from './document-paper.ts';
import type { DocumentPractitioner } from './prescription-document.ts';
import type { PrescriptionSheet } from './prescription-sheet.ts';
import { drawQrCode } from './qr-code.ts';

const LABEL: TextStyle = { size: 7.5, colour: ink.soft };
const SIGNATURES_HEIGHT = 66;
const FOOT_BLOCK_HEIGHT = 96;
const GAP = 10;

/** What the closing takes from the last page, in points of this paper. */
export function closingHeight({ paper }: PrescriptionSheet): number {
  return paper.pt(SIGNATURES_HEIGHT + FOOT_BLOCK_HEIGHT + 2 * GAP);
}

/** Who signed, who reviewed, who handed out; notice, seal and code. It stands at the bottom of the last page. */
export function drawClosing(sheet: PrescriptionSheet, top: number): void {
  const { paper } = sheet;
  paper.rule(top);
  drawSignatures(sheet, top + paper.pt(GAP));
  const middle = top + paper.pt(SIGNATURES_HEIGHT + GAP);
  paper.rule(middle);
  drawFootBlock(sheet, middle + paper.pt(GAP));
}

function drawSignatures(sheet: PrescriptionSheet, top: number): void {
  const { paper, prescription, labels } = sheet;
  const quarter = paper.contentWidth / 4;
  const signed: readonly (readonly [string, DocumentPractitioner | null])[] = [
    [labels.prescriber, prescription.doctor],
    [labels.reviewer, prescription.pharmacist],
  ];
  signed.forEach(([label, practitioner], index) => {
    drawSigned(sheet, label, practitioner, paper.left + index * quarter, top, quarter - paper.pt(10));
  });
  [labels.dispenser, labels.checker].forEach((label, index) => {
    const x = paper.left + (index + 2) * quarter;
    const width = quarter - (index === 0 ? paper.pt(14) : 0);
    paper.tag('P', () => void paper.text(label, x, top, width, LABEL));
    paper.rule(top + paper.pt(46), { from: x, to: x + width, colour: ink.soft, weight: 0.5 });
  });
}

function drawSigned(
  { paper, locale, labels }: PrescriptionSheet,
  label: string,
  practitioner: DocumentPractitioner | null,
  x: number,
  top: number,
  width: number,
): void {
  paper.tag('P', () => {
    let y = top + paper.text(label, x, top, width, LABEL);
    if (!practitioner) {
      paper.text(labels.pendingReview, x, y, width, { size: 10.5, colour: ink.soft });
      return;
    }
    y += paper.text(practitioner.name, x, y, width, { weight: 'semibold', size: 11 });
    y += paper.text(labels.licence(practitioner.licence), x, y, width, { size: 7.5 });
    const time = labels.signedAt(localized(practitioner.signedAt.text, locale));
    paper.text(time, x, y, width, { size: 7.5, colour: ink.celadon });
  });
}

function drawFootBlock(sheet: PrescriptionSheet, top: number): void {
  const { paper, prescription, labels } = sheet;
  const side = paper.pt(FOOT_BLOCK_HEIGHT - GAP);
  const codeLeft = paper.right - side;
  const sealSide = side - paper.pt(6);
  const sealLeft = codeLeft - paper.pt(16) - sealSide;
  const noticeWidth = sealLeft - paper.left - paper.pt(18);

  paper.tag('P', () => void paper.text(labels.notice, paper.left, top, noticeWidth, { size: 8, colour: ink.soft }));
  drawSeal(sheet, sealLeft, top, sealSide);
  const captionHeight = paper.heightOf(labels.scan, side, LABEL);
  const codeSide = side - captionHeight;
  paper.figure(labels.codeAlternative, () => {
    drawQrCode(paper, prescription.verificationUrl, paper.right - codeSide, top, codeSide);
  });
  paper.tag('P', () => {
    paper.text(labels.scan, paper.right - codeSide, top + codeSide, codeSide, { ...LABEL, align: 'center' });
  });
}

function drawSeal({ paper, prescription, labels }: PrescriptionSheet, x: number, y: number, side: number): void {
  const { seal } = prescription.hospital;
  if (seal) {
    paper.figure(labels.seal, () => paper.doc.image(Buffer.from(seal), x, y, { fit: [side, side] }));
    return;
  }
  paper.artifact(() => {
    paper.doc
      .roundedRect(x, y, side, side, paper.pt(6))
      .lineWidth(paper.pt(0.6))
      .dash(paper.pt(3), { space: paper.pt(3) });
    paper.doc.strokeColor(ink.line).stroke().undash();
  });
  paper.tag('P', () => {
    const height = paper.heightOf(labels.seal, side, LABEL);
    paper.text(labels.seal, x, y + (side - height) / 2, side, { ...LABEL, align: 'center' });
  });
}
