import { Tensor, loadAndCompile, loadLiteRt, type CompiledModel } from '@litertjs/core';
import type { BlurAssets } from './blur-messages.ts';

/** Input and output size of the model (MediaPipe Selfie Segmentation, landscape): 144 rows of 256 pixels. */
export const maskWidth = 256;
export const maskHeight = 144;

/** Share of the last mask that remains in this one: reduces flicker along hair without visible lag. */
const inertia = 0.35;

/** Separates a person from the background. */
export class Segmenter {
  readonly #model: CompiledModel;
  readonly #input = new Float32Array(maskWidth * maskHeight * 3);
  readonly #mask = new Float32Array(maskWidth * maskHeight);

  private constructor(model: CompiledModel) {
    this.#model = model;
  }

  /** Loads runtime and model. Works in a classic worker only, because the runtime’s own script is not a module. */
  static async load({ runtime, runtimeWasm, model }: BlurAssets): Promise<Segmenter> {
    (globalThis as { Module?: unknown }).Module = { locateFile: () => runtimeWasm };
    await loadLiteRt(runtime);
    return new Segmenter(await loadAndCompile(model, { accelerator: 'wasm' }));
  }

  /**
   * Returns the confidence, 0 to 1, that each pixel of the small picture shows a person. The array is reused for the next picture.
   *
   * @param pixels RGBA of 256 × 144
   */
  async find(pixels: Uint8ClampedArray): Promise<Float32Array> {
    const input = this.#input;
    for (let from = 0, to = 0; from < pixels.length; from += 4) {
      input[to++] = (pixels[from] ?? 0) / 255;
      input[to++] = (pixels[from + 1] ?? 0) / 255;
      input[to++] = (pixels[from + 2] ?? 0) / 255;
    }
    const tensor = new Tensor(input, [1, maskHeight, maskWidth, 3]);
    const outputs = await this.#model.run(tensor);
    tensor.delete();
    const fresh = (await outputs[0]?.data()) as Float32Array | undefined;
    for (const output of outputs) output.delete();
    if (fresh?.length !== this.#mask.length) throw new Error('segmentation model returned no mask');
    const mask = this.#mask;
    for (let at = 0; at < mask.length; at++) {
      mask[at] = (mask[at] ?? 0) * inertia + (fresh[at] ?? 0) * (1 - inertia);
    }
    return mask;
  }
}
