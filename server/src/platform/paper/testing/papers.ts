import { threadId } from 'node:worker_threads';

/** Renderers for the tests of the rendering thread. */
export function page(text: string, bytes: Uint8Array): Promise<Buffer> {
  return Promise.resolve(Buffer.from(`${text} ${bytes.join(',')}`));
}

export function refused(text: string): Promise<Buffer> {
  return Promise.reject(new RangeError(text));
}

/** Ends the thread while it works. */
export function crash(): Promise<Buffer> {
  process.exit(1);
}

export function thread(): Promise<Buffer> {
  return Promise.resolve(Buffer.from(String(threadId)));
}
