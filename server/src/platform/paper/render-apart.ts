import { Worker } from 'node:worker_threads';
import { timeouts } from '../config/timeouts.ts';
import { threadLimits } from '../threads/thread-limits.ts';

export interface PaperOrder {
  readonly id: number;
  readonly url: string;
  readonly renderer: string;
  readonly parameters: readonly unknown[];
}
export type PaperAnswer =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly error: unknown };

interface Waiting {
  resolve(pdf: Buffer): void;
  reject(error: unknown): void;
}

interface PaperThread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  /** Stops the thread when it had no work for a while. */
  idle?: NodeJS.Timeout;
}

let running: PaperThread | undefined;
let ordered = 0;

type Renderer = (...parameters: never[]) => Promise<Buffer>;

/**
 * Renders in a worker thread, one per process, because a page takes tens of milliseconds that would block all requests. Only the thread loads the
 * module at `url` and calls its exported function `renderer`; parameters are cloned. Rejects with the renderer’s error, or because the thread died;
 * the next call starts another.
 */
export function renderApart<Render extends Renderer>(
  url: string,
  renderer: string,
  ...parameters: Parameters<Render>
): Promise<Buffer> {
  const thread = (running ??= start());
  const { worker, waiting } = thread;
  clearTimeout(thread.idle);
  const id = ++ordered;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.ref();
    try {
      worker.postMessage({ id, url, renderer, parameters } satisfies PaperOrder);
    } catch (error) {
      answer(thread, { id, error });
    }
  });
}

function start(): PaperThread {
  const worker = new Worker(new URL('./paper-thread.ts', import.meta.url), {
    resourceLimits: threadLimits(512),
  });
  const thread: PaperThread = { worker, waiting: new Map() };
  worker.on('message', (message: PaperAnswer) => answer(thread, message));
  worker.on('error', (error) => end(thread, error));
  worker.on('exit', () => end(thread, new Error('document rendering thread has ended')));
  return thread;
}

function answer(thread: PaperThread, message: PaperAnswer): void {
  const { worker, waiting } = thread;
  const asked = waiting.get(message.id);
  waiting.delete(message.id);
  if ('bytes' in message) asked?.resolve(Buffer.from(message.bytes.buffer));
  else asked?.reject(message.error);
  if (waiting.size > 0) return;
  // The thread must not keep an otherwise idle process alive.
  worker.unref();
  clearTimeout(thread.idle);
  thread.idle = setTimeout(() => {
    if (running === thread) running = undefined;
    void worker.terminate();
  }, timeouts['threads.idle']).unref();
}

function end(thread: PaperThread, error: unknown): void {
  if (running === thread) running = undefined;
  for (const { reject } of thread.waiting.values()) reject(error);
  thread.waiting.clear();
}
