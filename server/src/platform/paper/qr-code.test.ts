import { inflateSync } from 'node:zlib';
import { create } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { Paper } from './paper.ts';
import { drawQrCode } from './qr-code.ts';

const CONTENT = 'https://hospital.example/verify/wuzhen/0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e11#c2FtcGxlLXNlY3JldA';
const LEFT = 100;
const TOP = 200;
const STEP = 2;

/** Returns which modules a drawn page has painted, as rows of `#` and `.`. */
async function paintedModules(size: number): Promise<string[]> {
  const createdAt = new Date('2026-11-24T06:32:05Z');
  const paper = new Paper('A4', { title: 't', author: 'a', subject: 's', locale: 'en', createdAt });
  paper.addPage();
  paper.figure('code', () => drawQrCode(paper, CONTENT, LEFT, TOP, size * STEP));
  const pdf = await paper.finish();
  const start = pdf.indexOf('stream\n') + 'stream\n'.length;
  const page = inflateSync(pdf.subarray(start, pdf.indexOf('\nendstream', start))).toString('latin1');
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => '.'));
  for (const [, x, y, width] of page.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) [\d.]+ re$/gm)) {
    const column = Math.round((Number(x) - LEFT) / STEP);
    const count = Math.round(Number(width) / STEP);
    rows[Math.round((Number(y) - TOP) / STEP)]?.fill('#', column, column + count);
  }
  return rows.map((row) => row.join(''));
}

describe('drawQrCode', () => {
  it('paints exactly the dark modules', async () => {
    const { modules } = create(CONTENT, { errorCorrectionLevel: 'M' });
    const { size } = modules;
    const expected = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) => (modules.get(row, column) ? '#' : '.')).join(''),
    );
    expect(await paintedModules(size)).toEqual(expected);
  });
});
