import { once } from 'node:events';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/**
 * A ZIP archive that is written while it is read: one entry after the other, each from a stream, and no more of it in memory than a few
 * buffers. Entries get the time of what they hold, so that nothing of the clock of the machine is in them.
 */
export class Archive {
  readonly #zip = new ZipFile();
  readonly #output = this.#zip.outputStream as Readable;
  readonly #broken = new AbortController();

  constructor() {
    // A source that fails breaks the archive: without a listener it would end the process.
    this.#zip.on('error', (error: unknown) => this.abort(error));
  }

  /** What the archive consists of, to be read to the end while entries are added. */
  get output(): AsyncIterable<Buffer> {
    return this.#output;
  }

  /** Adds an entry and waits until its source was read to the end. `packed`: pictures and PDFs are compressed already. */
  async add(path: string, at: Date, source: AsyncIterable<string | Buffer>, { packed = false } = {}): Promise<void> {
    const stream = Readable.from(source, { objectMode: false });
    this.#zip.addReadStream(stream, path, { mtime: at, compress: !packed, mode: 0o100600 });
    await Promise.race([finished(stream), this.#whenBroken()]);
  }

  async end(): Promise<void> {
    this.#zip.end();
    await Promise.race([finished(this.#output, { writable: false }), this.#whenBroken()]);
  }

  /** Nobody reads it any more: whoever adds to it is told. */
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
