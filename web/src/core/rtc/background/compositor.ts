import { maskHeight, maskWidth, type Segmenter } from './segmenter.ts';

/**
 * Longer side of the sent picture. Larger pictures are scaled down, because a blurred one gains nothing from more pixels. Each step for a slow device
 * has a quarter of the pixels.
 */
const longestSides = [1280, 640, 320];
/** The background is drawn this small and enlarged again: cheaper than a filter, and faces or papers in it become unrecognisable. */
const coarseness = 24;
/** Confidence below the first is background, above the second is the person, in between is blended. */
const [surelyBehind, surelyPerson] = [0.3, 0.75];

type Picture = OffscreenCanvasRenderingContext2D;

/** Draws a frame with everything behind the person blurred. */
export class Compositor {
  readonly #segmenter: Segmenter;
  #size = 0;
  readonly #small = picture(maskWidth, maskHeight, true);
  readonly #mask = picture(maskWidth, maskHeight);
  readonly #alpha = new ImageData(maskWidth, maskHeight);
  readonly #person = picture(1, 1);
  readonly #coarse = picture(1, 1);
  readonly #medium = picture(1, 1);
  readonly #result = picture(1, 1);

  constructor(segmenter: Segmenter) {
    this.#segmenter = segmenter;
  }

  /** Reduces the size of later pictures; returns false where it is the smallest already. */
  shrink(): boolean {
    if (this.#size === longestSides.length - 1) return false;
    this.#size += 1;
    return true;
  }

  /** Returns the finished picture, valid until the next call. The caller closes the frame. */
  async draw(frame: VideoFrame): Promise<OffscreenCanvas> {
    const scale = Math.min(1, (longestSides[this.#size] ?? 0) / Math.max(frame.displayWidth, frame.displayHeight));
    const width = Math.round((frame.displayWidth * scale) / 2) * 2;
    const height = Math.round((frame.displayHeight * scale) / 2) * 2;
    this.#small.drawImage(frame, 0, 0, maskWidth, maskHeight);
    const { data } = this.#small.getImageData(0, 0, maskWidth, maskHeight);
    this.#drawMask(await this.#segmenter.find(data));
    const result = sized(this.#result, width, height);
    this.#drawBackground(frame, result);
    const person = sized(this.#person, width, height);
    person.globalCompositeOperation = 'copy';
    person.drawImage(this.#mask.canvas, 0, 0, width, height);
    person.globalCompositeOperation = 'source-in';
    person.drawImage(frame, 0, 0, width, height);
    result.drawImage(person.canvas, 0, 0);
    return result.canvas;
  }

  #drawMask(mask: Float32Array): void {
    const { data } = this.#alpha;
    for (let at = 0; at < mask.length; at++) {
      const share = ((mask[at] ?? 0) - surelyBehind) / (surelyPerson - surelyBehind);
      data[at * 4 + 3] = Math.min(1, Math.max(0, share)) * 255;
    }
    this.#mask.putImageData(this.#alpha, 0, 0);
  }

  #drawBackground(frame: VideoFrame, result: Picture): void {
    const { width, height } = result.canvas;
    const step = (by: number) => [Math.max(1, Math.round(width / by)), Math.max(1, Math.round(height / by))] as const;
    const medium = sized(this.#medium, ...step(coarseness / 6));
    medium.drawImage(frame, 0, 0, medium.canvas.width, medium.canvas.height);
    const coarse = sized(this.#coarse, ...step(coarseness));
    coarse.drawImage(medium.canvas, 0, 0, coarse.canvas.width, coarse.canvas.height);
    // Enlarges in two steps; otherwise the edges of the few pixels show.
    medium.drawImage(coarse.canvas, 0, 0, medium.canvas.width, medium.canvas.height);
    result.drawImage(medium.canvas, 0, 0, width, height);
  }
}

function picture(width: number, height: number, isRead = false): Picture {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: isRead });
  if (!context) throw new Error('canvas context is not available');
  context.imageSmoothingQuality = 'high';
  return context;
}

function sized(context: Picture, width: number, height: number): Picture {
  const { canvas } = context;
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    context.imageSmoothingQuality = 'high';
  }
  return context;
}
