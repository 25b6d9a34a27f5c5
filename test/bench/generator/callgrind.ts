import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a worker did between two moments. */
export interface Work {
  /** Instructions outside the kernel. */
  readonly instructions: number;
  readonly systemCalls: number;
}

/** Whether this machine has valgrind with what tells it commands while it runs. */
export async function hasValgrind(): Promise<boolean> {
  return Promise.all([run('valgrind', ['--version']), run('vgdb', ['--help'])]).then(
    () => true,
    () => false,
  );
}

/**
 * Counts the instructions of media workers with valgrind’s callgrind. Workers that this process starts from now on run
 * under it, some fifty times slower; what they do is counted, not how long it takes, so that a busy machine changes nothing.
 */
export class Callgrind {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async use(): Promise<Callgrind> {
    const folder = await mkdtemp(join(tmpdir(), 'yunzhen-callgrind-'));
    // These two are mediasoup’s own; `--collect-systime` is for the number of system calls, of which the time is left unused.
    process.env['MEDIASOUP_USE_VALGRIND'] = 'true';
    process.env['MEDIASOUP_VALGRIND_OPTIONS'] =
      `--tool=callgrind --callgrind-out-file=${folder}/%p --collect-systime=yes -q`;
    return new Callgrind(folder);
  }

  /** Begins to count anew. */
  async zero(pid: number): Promise<void> {
    await run('vgdb', [`--pid=${pid}`, 'zero']);
  }

  /** What has been done since `zero`; the profile stays in the folder until `close`. */
  async dump(pid: number): Promise<Work> {
    await run('vgdb', [`--pid=${pid}`, 'dump']);
    const newest = globSync(`${pid}.*`, { cwd: this.folder }).sort(
      (a, b) => Number(b.split('.')[1]) - Number(a.split('.')[1]),
    )[0];
    const profile = await readFile(join(this.folder, newest ?? ''), 'utf8');
    const names = /^events: (.+)$/m.exec(profile)?.[1]?.split(' ') ?? [];
    const totals = /^totals: (.+)$/m.exec(profile)?.[1]?.split(' ') ?? [];
    const of = (event: string) => Number(totals[names.indexOf(event)] ?? Number.NaN);
    return { instructions: of('Ir'), systemCalls: of('sysCount') };
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
