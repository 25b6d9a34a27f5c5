import { ink, type Paper, type TextStyle } from './paper.ts';
import { drawQrCode } from './qr-code.ts';

export interface SealAndCode {
  readonly notice: string;
  /** Picture of the seal, PNG or JPEG; without it the area stays free for a stamp. */
  readonly seal?: Uint8Array | undefined;
  readonly sealLabel: string;
  /** The address in the code, which never appears as readable text. */
  readonly code: string;
  readonly scan: string;
  readonly codeAlternative: string;
}

const LABEL: TextStyle = { size: 7.5, colour: ink.soft };

/** Height of the block, in points on A4. */
export const SEAL_AND_CODE_HEIGHT = 90;
const GAP = 10;

/** Draws notice, seal and code side by side at the foot of the last page. */
export function drawSealAndCode(paper: Paper, block: SealAndCode, top: number): void {
  const side = paper.pt(SEAL_AND_CODE_HEIGHT - GAP);
  const codeLeft = paper.right - side;
  const sealSide = side - paper.pt(6);
  const sealLeft = codeLeft - paper.pt(16) - sealSide;
  const noticeWidth = sealLeft - paper.left - paper.pt(18);

  paper.tag('P', () => void paper.text(block.notice, paper.left, top, noticeWidth, { size: 8, colour: ink.soft }));
  drawSeal(paper, block, sealLeft, top, sealSide);
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

function drawSeal(paper: Paper, { seal, sealLabel }: SealAndCode, x: number, y: number, side: number): void {
  if (seal) {
    paper.figure(sealLabel, () => paper.doc.image(Buffer.from(seal), x, y, { fit: [side, side] }));
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
    const height = paper.heightOf(sealLabel, side, LABEL);
    paper.text(sealLabel, x, y + (side - height) / 2, side, { ...LABEL, align: 'center' });
  });
}
