import { readFileSync } from 'node:fs';

/** The owner of a page. */
export interface Page {
  hospitalId: string;
  accountId: string;
  /** For the api’s socket; the bare one has no authentication. */
  accessToken: string;
}

/** Returns the owners of the pages that will connect to this server, in order. */
export function pagesToServe(): readonly Pick<Page, 'hospitalId' | 'accountId'>[] {
  const file = process.env['BENCH_REALTIME_PAGES'];
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as ReturnType<typeof pagesToServe>) : [];
}

/** A request to a server: report memory, or send one board update per hospital and one queue update per account, the given number of times. */
export type ServerOrder = { ask: 'memory' } | { ask: 'publish'; times: number };
export interface ServerAnswer {
  port?: number;
  /** Bytes after a garbage collection: the whole process, and the heap with external buffers. */
  memory?: { resident: number; used: number };
  /** Microseconds of CPU time for publishing. */
  cpu?: number;
}

export type ClientOrder = { open: { port: number; pages: readonly Page[] } } | { expect: number };
export interface ClientAnswer {
  opened?: number;
  received?: number;
}

export const namespace = '/record';

/** Answers requests of the parent; `publish` sends one round. */
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
    // Lets pending writes flush, as between commits.
    await new Promise((done) => setImmediate(done));
  }
  const { user, system } = process.cpuUsage(before);
  return { cpu: user + system };
}
