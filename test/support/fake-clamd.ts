import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The antivirus industry's test file (eicar.org), assembled here so that no scanner flags this source. */
export const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

/** Returns the response to a complete file, or null for no response. */
export type ClamdConduct = (file: Buffer) => string | null;

const honest: ClamdConduct = (file) => (file.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK');

/** Implements clamd's INSTREAM strictly: any protocol violation is answered with an error. */
export class FakeClamd {
  readonly scanned: Buffer[] = [];
  conduct: ClamdConduct = honest;
  /** Maximum bytes of a file (`StreamMaxLength`). */
  longest = Infinity;
  readonly #server: Server;
  readonly #open = new Set<Socket>();

  private constructor() {
    this.#server = createServer((socket) => this.#serve(socket));
  }

  /** Listens on a free port, or on a socket at the given path. */
  static async start(path?: string): Promise<FakeClamd> {
    const clamd = new FakeClamd();
    await new Promise<void>((resolve) =>
      path ? clamd.#server.listen(path, resolve) : clamd.#server.listen(0, '127.0.0.1', resolve),
    );
    return clamd;
  }

  get url(): string {
    const address = this.#server.address() as AddressInfo | string;
    return typeof address === 'string' ? `unix:${address}` : `tcp://127.0.0.1:${address.port}`;
  }

  behaveHonestly(): void {
    this.conduct = honest;
    this.longest = Infinity;
  }

  close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #serve(socket: Socket): void {
    this.#open.add(socket);
    socket.once('close', () => this.#open.delete(socket)).on('error', () => undefined);
    let bytes = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      const read = readStream(bytes, this.longest);
      if (read === 'incomplete') return;
      const answer = typeof read === 'string' ? `${read} ERROR` : this.#scan(read);
      if (answer === null) return;
      socket.end(`${answer}\0`);
      bytes = Buffer.alloc(0);
    });
  }

  #scan(file: Buffer): string | null {
    this.scanned.push(file);
    return this.conduct(file);
  }
}

const command = Buffer.from('zINSTREAM\0');

/** Returns the complete file, an error text, or `incomplete`. */
function readStream(bytes: Buffer, longest: number): Buffer | string {
  if (bytes.length < command.length) return 'incomplete';
  if (!bytes.subarray(0, command.length).equals(command)) return 'UNKNOWN COMMAND';
  const chunks: Buffer[] = [];
  let total = 0;
  for (let at = command.length; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    total += length;
    if (total > longest) return 'INSTREAM size limit exceeded.';
    if (at + 4 + length > bytes.length) return 'incomplete';
    chunks.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return 'incomplete';
}
