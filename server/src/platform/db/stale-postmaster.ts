import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { StartError } from '../process/start-failure.ts';

/** A fast shutdown first writes everything to disk, which takes time on a slow disk. */
const patienceMs = 30_000;

/**
 * Stops a postmaster that outlived a killed run and still uses the files, and waits for it. Removes a pid file whose process has ended, or whose
 * number belongs to another program now.
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
  // A zombie process has no command line.
  for (const until = Date.now() + patienceMs; (await commandOf(pid)).includes(databaseDir);) {
    if (Date.now() > until)
      throw new StartError(`The database of an earlier run (process ${pid}) is still running. Stop it first.`);
    await delay(50);
  }
}

/** Returns the command line of a process; empty when there is none. */
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
    // It has just ended.
  }
}
