import { parentPort } from 'node:worker_threads';
import type { PaperAnswer, PaperOrder } from './render-apart.ts';

type Renderer = (...parameters: readonly unknown[]) => Promise<Buffer>;

/** Renders documents one after the other: rendering is synchronous, and the fonts are parsed once. */
async function render({ url, renderer, parameters }: PaperOrder): Promise<Uint8Array<ArrayBuffer>> {
  const module = (await import(url)) as Record<string, Renderer | undefined>;
  const draw = module[renderer];
  if (!draw) throw new TypeError(`${url} has no ${renderer}`);
  return new Uint8Array(await draw(...parameters));
}

parentPort?.on('message', (order: PaperOrder) => {
  render(order).then(
    (bytes) => parentPort?.postMessage({ id: order.id, bytes } satisfies PaperAnswer, [bytes.buffer]),
    (error: unknown) => parentPort?.postMessage({ id: order.id, error } satisfies PaperAnswer),
  );
});
