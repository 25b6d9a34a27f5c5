import { create } from 'qrcode';
import { ink } from './paper.ts';
import type { Paper } from './paper.ts';

/**
 * Draws a QR code as vectors in a square of `side` points. The caller leaves a tenth of it blank all around (ISO/IEC 18004: four modules), or
 * scanners miss its edge. Level M survives a fold or a stain over 15 % of it.
 */
export function drawQrCode(paper: Paper, content: string, x: number, y: number, side: number): void {
  const { modules } = create(content, { errorCorrectionLevel: 'M' });
  const step = side / modules.size;
  const { doc } = paper;
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++;
      doc.rect(x + start * step, y + row * step, (column - start + 1) * step, step);
    }
  }
  doc.fillColor(ink.text).fill();
}
