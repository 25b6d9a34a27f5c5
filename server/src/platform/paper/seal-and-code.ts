import { ink, type Paper, type TextStyle } from './paper.ts';
import { drawQrCode } from './qr-code.ts';

export interface SealAndCode {
  readonly notice: string;
  /** Picture of the seal, PNG or JPEG; without it, no area is left empty for one. */
  readonly seal?: Uint8Array | undefined;
  readonly sealLabel: string;
  /** Labels of what is filled in by hand, each with a line below it. */
  readonly byHand?: readonly string[] | undefined;
  /** The address in the code, which never appears as readable text. */
  readonly code: string;
  readonly scan: string;
  readonly codeAlternative: string;
}

const LABEL: TextStyle = { size: 7.5, colour: ink.soft };

/** Height of the block, in points on A4. */
export const SEAL_AND_CODE_HEIGHT = 90;
const GAP = 10;
const BY_HAND_HEIGHT = 40;

/** Draws notice, seal, lines to fill in and code side by side at the foot of the last page. */
export function drawSealAndCode(paper: Paper, block: SealAndCode, top: number): void {
  const side = paper.pt(SEAL_AND_CODE_HEIGHT - GAP);
  const column = side - paper.pt(6);
  let left = paper.right - side;
  const nextColumn = () => (left -= paper.pt(16) + column);
  const { seal, byHand = [] } = block;
  if (seal) drawSeal(paper, seal, block.sealLabel, nextColumn(), top, column);
  if (byHand.length > 0) drawByHand(paper, byHand, nextColumn(), top, column);
  const noticeWidth = left - paper.left - paper.pt(18);

  paper.tag('P', () => void paper.text(block.notice, paper.left, top, noticeWidth, { size: 8, colour: ink.soft }));
  const captionHeight = paper.heightOf(block.scan, side, LABEL);
  const codeSide = side - captionHeight - paper.pt(3);
  paper.figure(block.codeAlternative, () => {
    drawQrCode(paper, block.code, paper.right - codeSide, top, codeSide);
  });
  paper.tag('P', () => {
    paper.text(block.scan, paper.right - codeSide, top + side - captionHeight, codeSide, {
      ...LABEL,
      align: 'center',
    });
  });
}

function drawSeal(paper: Paper, seal: Uint8Array, label: string, x: number, y: number, side: number): void {
  paper.figure(label, () => paper.doc.image(Buffer.from(seal), x, y, { fit: [side, side] }));
}

function drawByHand(paper: Paper, labels: readonly string[], x: number, y: number, width: number): void {
  labels.forEach((label, index) => {
    const top = y + paper.pt(index * BY_HAND_HEIGHT);
    paper.tag('P', () => void paper.text(label, x, top, width, LABEL));
    paper.rule(top + paper.pt(BY_HAND_HEIGHT - GAP), { from: x, to: x + width, colour: ink.soft, weight: 0.5 });
  });
}
