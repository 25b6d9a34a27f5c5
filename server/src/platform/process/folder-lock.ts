import { execFile } from 'node:child_process';
import { unlinkSync } from 'node:fs';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
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
    while (!(await claim(file, own)) && !(await takeOver(file, own, folder)));
    await removeLeftovers(folder);
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
  const draft = await draftOf(file, own);
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

/**
 * Replaces the lock of a dead owner. Several starts compete for a file named after that owner; only the one that creates it may replace the lock, which
 * is never absent in between. Returns false when the lock has changed; the caller tries again.
 */
async function takeOver(file: string, own: string, folder: string): Promise<boolean> {
  const owner = await contentOf(file);
  if (owner === null) return false;
  await refuseIfRunning(owner, folder);
  const right = `${file}${takeover}${owner.replace(/\W+/g, '-')}`;
  // The process that had the right may have been killed with it.
  if (!(await claim(right, own)) && !(await takeOver(right, own, folder))) return false;
  try {
    if ((await contentOf(file)) !== owner) return false;
    const draft = await draftOf(file, own);
    await rename(draft, file);
    return true;
  } finally {
    await rm(right, { force: true });
  }
}

const takeover = '.after-';

/** Removes what processes left that were killed while they took over. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((each) => each.includes(takeover))) {
    const owner = await contentOf(join(folder, name));
    if (owner !== null && !(await isRunning(owner))) await rm(join(folder, name), { force: true });
  }
}

const contentOf = (file: string) => readFile(file, 'utf8').catch(() => null);

async function draftOf(file: string, own: string): Promise<string> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, own, { flag: 'wx', mode: 0o600 });
  return draft;
}

async function refuseIfRunning(owner: string, folder: string): Promise<void> {
  if (await isRunning(owner))
    throw new StartError(
      `${folder} is in use by process ${pidOf(owner)}. Stop that one first, or choose another DATA_DIR.`,
    );
}

const pidOf = (owner: string) => Number(owner.split(' ')[0]);

async function isRunning(owner: string): Promise<boolean> {
  const pid = pidOf(owner);
  return Number.isInteger(pid) && pid > 0 && owner === (await identityOf(pid));
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
