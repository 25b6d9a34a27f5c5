import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { databaseUser, endWithUs, freePort, openWayTo } from '../db/embedded-postgres.ts';
import { stopStale } from '../db/stale-postmaster.ts';
import type { Logger } from '../logging/logger.ts';
import { StartError } from '../process/start-failure.ts';

export interface OldServer {
  /** Returns the superuser’s address of a database on it. */
  url(database: string): string;
  stop(): Promise<void>;
}

interface Request {
  /** The folder that contains `postgres` of the version that wrote the files. */
  programs: string;
  databaseDir: string;
  password: string;
  log: Logger;
}

/** How long processes of a killed server may still use the files, or other programs take each free port first. */
const patienceMs = 30_000;
const passes = ['still in use', 'could not bind'];

/** Starts the server of an earlier major version on its files; nothing but this program connects to it. Throws `StartError`. */
export async function startOldServer(request: Request): Promise<OldServer> {
  const { programs, databaseDir, log } = request;
  await stopStale(databaseDir);
  if (await databaseUser()) await openWayTo(join(programs, 'postgres'), log);
  for (const until = Date.now() + patienceMs; ;) {
    const { child, url, said } = await launch(request);
    if (await isAccepting(child, said)) return { url, stop: () => stop(child) };
    const output = said.join('\n');
    if (!passes.some((reason) => output.includes(reason)) || Date.now() > until)
      throw new StartError(`PostgreSQL did not start on the earlier files in ${databaseDir}:\n${output}`);
    await delay(250);
  }
}

async function launch({ programs, databaseDir, password, log }: Request) {
  const port = await freePort();
  const parameters = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'max_connections=20',
    'autovacuum=off',
    // The old files keep their rows.
    'default_transaction_read_only=on',
  ].flatMap((parameter) => ['-c', parameter]);
  const child = spawn(join(programs, 'postgres'), ['-D', databaseDir, '-p', String(port), ...parameters], {
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_MESSAGES: 'C' },
    ...(await databaseUser()),
  });
  const guard = endWithUs(child.pid ?? 0);
  child.once('exit', () => guard.kill());
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => {
    const text = chunk.toString().trim();
    log.debug({ text }, 'earlier postgres');
    said.push(text);
    if (said.length > 20) said.shift();
  });
  const url = (database: string) => `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  return { child, url, said };
}

/** Returns false when the server has ended instead. */
function isAccepting(child: ChildProcess, said: string[]): Promise<boolean> {
  return new Promise((done) => {
    child.stderr?.on('data', () => {
      if (said.join('\n').includes('ready to accept connections')) done(true);
    });
    child.once('error', (error) => {
      said.push(error.message);
      done(false);
    });
    child.once('close', () => done(false));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  await ended;
}
