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

/** Returns whether valgrind with its runtime control tool is installed. */
export async function hasValgrind(): Promise<boolean> {
  return Promise.all([run('valgrind', ['--version']), run('vgdb', ['--help'])]).then(
    () => true,
    () => false,
  );
}

/**
 * Counts the instructions of media workers with valgrind’s callgrind. Workers started from now on run under it, about fifty times slower; the count
 * does not depend on machine load.
 */
export class Callgrind {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async use(): Promise<Callgrind> {
    const folder = await mkdtemp(join(tmpdir(), 'yunzhen-callgrind-'));
    // These two are mediasoup’s settings; `--collect-systime` is for the number of system calls, whose time is ignored.
    process.env['MEDIASOUP_USE_VALGRIND'] = 'true';
    process.env['MEDIASOUP_VALGRIND_OPTIONS'] =
      `--tool=callgrind --callgrind-out-file=${folder}/%p --collect-systime=yes -q`;
    return new Callgrind(folder);
  }

  /** Resets the counters. */
  async zero(pid: number): Promise<void> {
    await run('vgdb', [`--pid=${pid}`, 'zero']);
  }

  /** Returns the work since `zero`; the profile stays in the folder until `close`. */
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
