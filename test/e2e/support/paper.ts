import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import jsqr from 'jsqr';

const run = promisify(execFile);
/** Under Node’s own module resolution the function is the module’s default member. */
const readCode = jsqr as unknown as typeof jsqr.default;

/** Returns the output of poppler’s independent verifier about the signatures in a PDF. */
export async function pdfsig(file: string): Promise<string> {
  return (await run('pdfsig', [file])).stdout;
}

/** Prints the first page and reads its code as a phone’s camera does. */
export async function readPrintedCode(file: string, folder: string): Promise<string> {
  return (await printedCode(file, folder)).code.data;
}

/** Creates a film of the printed code for a fake camera: the code fills the middle, as held in a hand. */
export async function filmPrintedCode(file: string, folder: string): Promise<string> {
  const { code, width, grey } = await printedCode(file, folder);
  const { topLeftCorner: from, bottomRightCorner: to } = code.location;
  const side = 1.5 * (to.x - from.x);
  const left = (from.x + to.x - side * (4 / 3)) / 2;
  const top = (from.y + to.y - side) / 2;
  const frame = Buffer.alloc(640 * 480 * 1.5, 128);
  for (let y = 0; y < 480; y++) {
    for (let x = 0; x < 640; x++) {
      const [column, row] = [Math.round(left + (x * side) / 480), Math.round(top + (y * side) / 480)];
      frame[y * 640 + x] = column < width ? (grey[row * width + column] ?? 255) : 255;
    }
  }
  const film = join(folder, 'code.y4m');
  const picture = Buffer.concat([Buffer.from('FRAME\n'), frame]);
  await writeFile(film, Buffer.concat([Buffer.from('YUV4MPEG2 W640 H480 F30:1 Ip A0:0 C420\n'), picture, picture]));
  return film;
}

async function printedCode(file: string, folder: string) {
  const page = join(folder, 'page');
  await run('pdftoppm', ['-r', '200', '-f', '1', '-l', '1', '-gray', '-singlefile', file, page]);
  const { width, height, grey } = readPgm(await readFile(`${page}.pgm`));
  const rgba = new Uint8ClampedArray(width * height * 4);
  grey.forEach((value, index) => rgba.set([value, value, value, 255], index * 4));
  const code = readCode(rgba, width, height);
  if (!code) throw new Error('no code on the printed page');
  return { code, width, grey };
}

/** Reads a binary portable graymap: "P5", width, height, 255, then one byte per pixel. */
function readPgm(bytes: Buffer): { width: number; height: number; grey: Uint8Array } {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'));
  if (!header) throw new Error('not a portable graymap');
  return { width: Number(header[1]), height: Number(header[2]), grey: bytes.subarray(header[0].length) };
}
