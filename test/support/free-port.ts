import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Ports of the loopback on which, and on each one’s next, no program listens now: of two media workers the second takes the next. They
 * lie below those that the system gives to connections and to programs that ask for any, which could come between the look and the use.
 */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = 10_000 + 2 * randomInt(11_000);
    if (!found.has(port) && (await isFree(port)) && (await isFree(port + 1))) found.add(port);
  }
  return [...found];
}

/** One such port. */
export async function freePort(): Promise<number> {
  const [port = 0] = await freePorts(1);
  return port;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)));
  });
}
