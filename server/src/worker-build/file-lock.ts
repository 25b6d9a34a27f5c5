import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Runs the work under a lock file with this process's id, so that two runs never install or build the same thing at once. Takes over the lock of a
 * process that has ended.
 * @param onWait called once with the id of the process that is waited for
 */
export async function withFileLock<T>(
  path: string,
  work: () => Promise<T>,
  onWait: (owner: number) => void = () => undefined,
): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  for (let owner = acquire(path); owner !== process.pid; owner = acquire(path)) {
    if (!told) onWait(owner);
    told = true;
    await delay(300);
  }
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** Returns the id of the process that now holds the lock: this one when it was free, or when its owner has ended. */
function acquire(path: string): number {
  const claim = `${path}.${process.pid}`;
  writeFileSync(claim, String(process.pid));
  try {
    // A link appears with its content, so an empty lock is never visible.
    linkSync(claim, path);
    return process.pid;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    const owner = ownerOf(path);
    return owner !== undefined && isAlive(owner) ? owner : takeOver(path, claim, owner);
  } finally {
    rmSync(claim, { force: true });
  }
}

/** Moves the lock of a dead process away and retries; restores a lock that a running process took in the meantime. */
function takeOver(path: string, claim: string, deadOwner: number | undefined): number {
  const removed = `${claim}.removed`;
  try {
    renameSync(path, removed);
    if (ownerOf(removed) !== deadOwner) linkSync(removed, path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT') && !hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(removed, { force: true });
  }
  return acquire(path);
}

function ownerOf(path: string): number | undefined {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
