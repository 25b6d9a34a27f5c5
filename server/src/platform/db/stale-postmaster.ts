import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { StartError } from '../process/start-failure.ts';

/** A fast shutdown writes everything to disk first; on a slow disk that takes its time. */
const patienceMs = 30_000;

/**
 * Ends a postmaster that outlived a killed run and still holds the files: asks it to stop and waits until it has. A pid file
 * whose process is gone, or whose number belongs to another program by now, is removed.
 */
export async function stopStale(databaseDir: string): Promise<void> {
  const pidFile = join(databaseDir, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1) return;
  if (!(await commandOf(pid)).includes(databaseDir)) {
    await rm(pidFile, { force: true });
    return;
  }
  signal(pid, 'SIGINT');
  // A process that has ended and that nobody has reaped has no command line any more.
  for (const until = Date.now() + patienceMs; (await commandOf(pid)).includes(databaseDir);) {
    if (Date.now() > until)
      throw new StartError(`The database of an earlier run (process ${pid}) does not end. End it first.`);
    await delay(50);
  }
}

/** The command line of a process; empty when there is none. */
async function commandOf(pid: number): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // No such process, or a system without /proc.
    const listed = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => null);
    return listed?.stdout ?? '';
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has just ended by itself.
  }
}
