import { readFileSync } from 'node:fs';

/** Whom a page belongs to. */
export interface Page {
  hospitalId: string;
  accountId: string;
  /** For the api’s socket; the bare one asks for nothing. */
  accessToken: string;
}

/** Whose pages will come to this server, in their order. */
export function pagesToServe(): readonly Pick<Page, 'hospitalId' | 'accountId'>[] {
  const file = process.env['BENCH_REALTIME_PAGES'];
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as ReturnType<typeof pagesToServe>) : [];
}

/** What a server is asked: its memory, or to send one board update to each hospital and one queue update to each account, so many times. */
export type ServerOrder = { ask: 'memory' } | { ask: 'publish'; times: number };
export interface ServerAnswer {
  port?: number;
  /** Bytes after a collection: whole process, and heap with buffers outside it. */
  memory?: { resident: number; used: number };
  /** Microseconds of processor time that the publishing took. */
  cpu?: number;
}

export type ClientOrder = { open: { port: number; pages: readonly Page[] } } | { expect: number };
export interface ClientAnswer {
  opened?: number;
  received?: number;
}

export const namespace = '/record';

/** Answers orders of the parent; `publish` sends one round. */
export function obey(publish: () => void | Promise<void>): void {
  process.on('message', (order: ServerOrder) => {
    void answer(order, publish).then((value) => process.send?.(value));
  });
  process.once('disconnect', () => process.exit(0));
}

async function answer(order: ServerOrder, publish: () => void | Promise<void>): Promise<ServerAnswer> {
  if (order.ask === 'memory') {
    for (let i = 0; i < 3; i++) {
      (globalThis as { gc?: () => void }).gc?.();
      await new Promise((done) => setTimeout(done, 200));
    }
    const { rss, heapUsed, external } = process.memoryUsage();
    return { memory: { resident: rss, used: heapUsed + external } };
  }
  const before = process.cpuUsage();
  for (let i = 0; i < order.times; i++) {
    await publish();
    // As between commits: what was written may go out.
    await new Promise((done) => setImmediate(done));
  }
  const { user, system } = process.cpuUsage(before);
  return { cpu: user + system };
}
