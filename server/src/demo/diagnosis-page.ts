import { pictureLibrary } from '../platform/files/picture-library.ts';

/** A filled rectangle: left, top, width, height, colour. */
type Box = readonly [number, number, number, number, string];

/** Lengths of the lines of writing. */
const lines = [300, 420, 380, 440, 260, 410, 350, 430, 180];

const boxes: readonly Box[] = [
  [40, 30, 520, 740, '#fdfcf8'],
  [180, 80, 240, 26, '#0f766e'],
  [220, 124, 160, 14, '#9aa7a4'],
  [80, 176, 440, 2, '#c9c4b8'],
  ...lines.map((width, row): Box => [80, 220 + row * 44, width, 12, '#9aa7a4']),
  [400, 640, 110, 70, '#b91c1c'],
  [406, 646, 98, 58, '#fdfcf8'],
];

/** Returns a drawn sheet of a record, without text, as the photo of an earlier diagnosis. */
export async function diagnosisPage(): Promise<Buffer> {
  const sharp = await pictureLibrary();
  return sharp({ create: { width: 600, height: 800, channels: 3, background: '#d8d3c8' } })
    .composite(
      boxes.map(([left, top, width, height, background]) => ({
        input: { create: { width, height, channels: 3, background } },
        left,
        top,
      })),
    )
    .png()
    .toBuffer();
}
