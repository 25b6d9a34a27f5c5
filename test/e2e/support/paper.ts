import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import jsqr from 'jsqr';

const run = promisify(execFile);
/** Under Node’s own module resolution the function is the module’s default member. */
const readCode = jsqr as unknown as typeof jsqr.default;

/** What poppler’s independent verifier says of the signatures in a PDF. */
export async function pdfsig(file: string): Promise<string> {
  return (await run('pdfsig', [file])).stdout;
}

/** Prints the first page and reads the code on it, as a stranger’s phone does. */
export async function readPrintedCode(file: string, folder: string): Promise<string> {
  const page = join(folder, 'page');
  await run('pdftoppm', ['-r', '200', '-f', '1', '-l', '1', '-gray', '-singlefile', file, page]);
  const { width, height, grey } = readPgm(await readFile(`${page}.pgm`));
  const rgba = new Uint8ClampedArray(width * height * 4);
  grey.forEach((value, index) => rgba.set([value, value, value, 255], index * 4));
  const code = readCode(rgba, width, height);
  if (!code) throw new Error('no code on the printed page');
  return code.data;
}

/** A binary portable graymap: "P5", width, height, 255, then one byte a pixel. */
function readPgm(bytes: Buffer): { width: number; height: number; grey: Uint8Array } {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'));
  if (!header) throw new Error('not a portable graymap');
  return { width: Number(header[1]), height: Number(header[2]), grey: bytes.subarray(header[0].length) };
}
