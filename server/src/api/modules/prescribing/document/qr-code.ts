import { create } from 'qrcode';
import { ink } from './document-paper.ts';
import type { Paper } from './document-paper.ts';

/** ISO/IEC 18004: four modules of quiet around a code, or scanners lose its edge. */
const QUIET_MODULES = 4;

/**
 * Draws a QR code as vectors in a square of `side` points, quiet zone included. Level M survives a fold or a stain of 15 %.
 */
export function drawQrCode(paper: Paper, content: string, x: number, y: number, side: number): void {
  const { modules } = create(content, { errorCorrectionLevel: 'M' });
  const step = side / (modules.size + 2 * QUIET_MODULES);
  const { doc } = paper;
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++;
      doc.rect(x + (start + QUIET_MODULES) * step, y + (row + QUIET_MODULES) * step, (column - start + 1) * step, step);
    }
  }
  doc.fillColor(ink.text).fill();
}
