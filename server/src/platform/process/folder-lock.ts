import { execFile } from 'node:child_process';
import { unlinkSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from './start-failure.ts';

/**
 * Makes this process the only owner of the data folder until it ends. Takes over the lock of a killed process. Throws `StartError` when a running
 * process has it, before anything in the folder changes.
 */
export async function lockFolder(folder: string): Promise<void> {
  const file = join(folder, 'owner.lock');
  const own = await identityOf(process.pid);
  try {
    await mkdir(folder, { recursive: true });
    while (!(await claim(file, own))) await removeStale(file, folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof StartError || code === undefined) throw error;
    throw new StartError(`DATA_DIR: ${folder} is not writable (${code}).`, { cause: error });
  }
  if (owned.size === 0) process.once('exit', releaseAll);
  owned.add(file);
}

const owned = new Set<string>();

function releaseAll(): void {
  for (const file of owned) {
    try {
      unlinkSync(file);
    } catch {
      // The folder itself may be gone.
    }
  }
}

/** Creates the lock by a link, which never replaces: of two simultaneous starts one gets the lock, with its owner in it from the beginning. */
async function claim(file: string, own: string): Promise<boolean> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, own, { flag: 'wx', mode: 0o600 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function removeStale(file: string, folder: string): Promise<void> {
  const owner = await readFile(file, 'utf8').catch(() => null);
  if (owner === null) return;
  await refuseIfRunning(owner, folder);
  // Two processes may find it stale at once. Each checks what it moved away again, because it may be the other’s new lock.
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  await rename(file, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => null);
  if (moved !== null && moved !== owner) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

async function refuseIfRunning(owner: string, folder: string): Promise<void> {
  const pid = Number(owner.split(' ')[0]);
  if (Number.isInteger(pid) && pid > 0 && owner === (await identityOf(pid)))
    throw new StartError(`${folder} is in use by process ${pid}. Stop that one first, or choose another DATA_DIR.`);
}

/** Returns process id and start time, because process ids are reused. */
async function identityOf(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name may contain spaces and brackets; the fields after it do not. The start time is the 22nd field (proc_pid_stat(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const hasEnded = fields[0] === 'Z' || fields[0] === 'X';
    return `${pid} ${hasEnded ? 'ended' : fields[19]}`;
  } catch {
    // No such process, or a system without /proc.
    const listed = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => null);
    return `${pid} ${listed?.stdout.trim() ?? 'ended'}`;
  }
}
