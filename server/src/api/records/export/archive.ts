import { once } from 'node:events';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/**
 * A streaming ZIP archive: entries are written one after the other from streams, with only a few buffers in memory. Each entry has the time of its
 * content, so the archive does not depend on the clock.
 */
export class Archive {
  readonly #zip = new ZipFile();
  readonly #output = this.#zip.outputStream as Readable;
  readonly #broken = new AbortController();

  constructor() {
    // A failing source aborts the archive; without a listener the error would end the process.
    this.#zip.on('error', (error: unknown) => this.abort(error));
  }

  /** The bytes of the archive, to be read to the end while entries are added. */
  get output(): AsyncIterable<Buffer> {
    return this.#output;
  }

  /** Adds an entry and waits until its source was read to the end. `packed`: already compressed, like pictures and PDFs. */
  async add(path: string, at: Date, source: AsyncIterable<string | Buffer>, { packed = false } = {}): Promise<void> {
    const stream = Readable.from(source, { objectMode: false });
    this.#zip.addReadStream(stream, path, { mtime: at, compress: !packed, mode: 0o100600 });
    await Promise.race([finished(stream), this.#whenBroken()]);
  }

  async end(): Promise<void> {
    this.#zip.end();
    await Promise.race([finished(this.#output, { writable: false }), this.#whenBroken()]);
  }

  /** Aborts the archive; pending and later additions reject with the reason. */
  abort(reason: unknown): void {
    this.#broken.abort(reason);
    this.#output.destroy();
  }

  async #whenBroken(): Promise<never> {
    const { signal } = this.#broken;
    if (!signal.aborted) await once(signal, 'abort');
    throw signal.reason;
  }
}
