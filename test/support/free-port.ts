import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** All ports lie below the ephemeral range, so that no other connection takes them between check and use. */
const firstPort = 10_000;
const portsOfBlock = 200;
const blocks = 110;

/** The first port of this process’s block. It stays open as long as the process runs, so that no other one hands out ports of the block. */
let block: Promise<number> | undefined;
let next = 2;

/** Returns loopback ports that are free together with the next port, which a second media worker uses, and that no other test is about to use. */
export async function freePorts(count: number): Promise<number[]> {
  const start = await (block ??= takeBlock());
  const found: number[] = [];
  while (found.length < count) {
    const port = start + next;
    next = next + 2 < portsOfBlock ? next + 2 : 2;
    if ((await isFree(port)) && (await isFree(port + 1))) found.push(port);
  }
  return found;
}

/** Returns one such port. */
export async function freePort(): Promise<number> {
  const [port = 0] = await freePorts(1);
  return port;
}

async function takeBlock(): Promise<number> {
  let start: number;
  do start = firstPort + portsOfBlock * randomInt(blocks);
  while (!(await opens(start)));
  return start;
}

/** Opens the port for the life of this process, without keeping it alive; false where another program has it. */
function opens(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => done(true)).unref();
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)));
  });
}
