import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Returns loopback ports that are free together with the next port, which a second media worker uses. They lie below the ephemeral range, so that no
 * other connection takes them between check and use.
 */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = 10_000 + 2 * randomInt(11_000);
    if (!found.has(port) && (await isFree(port)) && (await isFree(port + 1))) found.add(port);
  }
  return [...found];
}

/** Returns one such port. */
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
