import { localized } from '@yunzhen/shared/core/locale';
import { ink } from '../../../platform/paper/paper.ts';
import type { TextStyle } from '../../../platform/paper/paper.ts';
import { drawSealAndCode, SEAL_AND_CODE_HEIGHT } from '../../../platform/paper/seal-and-code.ts';
import type { DocumentPractitioner } from './prescription-document.ts';
import type { PrescriptionSheet } from './prescription-sheet.ts';

const LABEL: TextStyle = { size: 7.5, colour: ink.soft };
const NAME: TextStyle = { weight: 'semibold', size: 11 };
const LICENCE: TextStyle = { size: 7.5 };
const SIGNED: TextStyle = { size: 7.5, colour: ink.celadon };
const PENDING: TextStyle = { size: 10.5, colour: ink.soft };
const LEAST_SIGNATURES_HEIGHT = 56;
const GAP = 10;

/** Returns the height of the closing on the last page, in points. */
export function closingHeight(sheet: PrescriptionSheet): number {
  return signaturesHeight(sheet) + sheet.paper.pt(SEAL_AND_CODE_HEIGHT + 3 * GAP);
}

/** Draws the closing at the bottom of the last page: signatures of doctor, pharmacist and dispenser, notice, seal and code. */
export function drawClosing(sheet: PrescriptionSheet, top: number): void {
  const { paper } = sheet;
  const gap = paper.pt(GAP);
  paper.rule(top);
  drawSignatures(sheet, top + gap);
  const middle = top + gap + signaturesHeight(sheet) + gap;
  paper.rule(middle);
  drawFootBlock(sheet, middle + gap);
}

interface SignatureLine {
  readonly text: string;
  readonly style: TextStyle;
}

function signatures({ prescription, labels, locale }: PrescriptionSheet): readonly (readonly SignatureLine[])[] {
  const lines = (label: string, practitioner: DocumentPractitioner | null): SignatureLine[] =>
    practitioner
      ? [
          { text: label, style: LABEL },
          { text: practitioner.name, style: NAME },
          { text: labels.licence(practitioner.licence), style: LICENCE },
          { text: labels.signedAt(localized(practitioner.signedAt.text, locale)), style: SIGNED },
        ]
      : [
          { text: label, style: LABEL },
          { text: labels.pendingReview, style: PENDING },
        ];
  return [lines(labels.prescriber, prescription.doctor), lines(labels.reviewer, prescription.pharmacist)];
}

/** Digital signatures get more room than handwritten ones, so that a licence number fits on one line on small paper. */
const SIGNED_SHARE = 0.3;
const BY_HAND_SHARE = 0.2;

function signatureWidth({ paper }: PrescriptionSheet): number {
  return paper.contentWidth * SIGNED_SHARE - paper.pt(8);
}

function signaturesHeight(sheet: PrescriptionSheet): number {
  const { paper } = sheet;
  const width = signatureWidth(sheet);
  const heights = signatures(sheet).map((lines) =>
    lines.reduce((height, { text, style }) => height + paper.heightOf(text, width, style), 0),
  );
  return Math.max(paper.pt(LEAST_SIGNATURES_HEIGHT), ...heights);
}

function drawSignatures(sheet: PrescriptionSheet, top: number): void {
  const { paper, labels } = sheet;
  const width = signatureWidth(sheet);
  signatures(sheet).forEach((lines, index) => {
    const x = paper.left + index * SIGNED_SHARE * paper.contentWidth;
    let y = top;
    paper.tag('P', () => {
      for (const { text, style } of lines) y += paper.text(text, x, y, width, style);
    });
  });
  [labels.dispenser, labels.checker].forEach((label, index) => {
    const column = paper.contentWidth * BY_HAND_SHARE;
    const x = paper.right - (2 - index) * column;
    const to = index === 0 ? x + column - paper.pt(10) : paper.right;
    paper.tag('P', () => void paper.text(label, x, top, column - paper.pt(10), LABEL));
    paper.rule(top + paper.pt(46), { from: x, to, colour: ink.soft, weight: 0.5 });
  });
}

function drawFootBlock({ paper, prescription, labels }: PrescriptionSheet, top: number): void {
  const { phone, seal } = prescription.hospital;
  const block = {
    notice: phone ? `${labels.notice}${labels.phone(phone)}` : labels.notice,
    seal,
    sealLabel: labels.seal,
    byHand: [labels.payment, labels.amount],
    code: prescription.verificationUrl,
    scan: labels.scan,
    codeAlternative: labels.codeAlternative,
  };
  drawSealAndCode(paper, block, top);
}
