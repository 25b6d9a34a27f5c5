import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { timeouts } from '../platform/config/timeouts.ts';

/** One thing that serving needs: resolves to true when it is there. */
export type ReadinessCheck = () => Promise<boolean>;

export interface Parts {
  ready: boolean;
  parts: Record<string, boolean>;
}

export interface Readiness extends Parts {
  /** Whether a media node takes calls. */
  calls: 'available' | 'unavailable';
  /** Of the embedded database: whether backups, archived log and restore drills are as new as they should be. */
  backups: 'off' | 'current' | `late: ${string}`;
}

/** Asks all checks at once. One that fails, or has no answer in time, counts as not ready: the answer never hangs. */
export async function readinessOf(checks: Readonly<Record<string, ReadinessCheck>>): Promise<Parts> {
  const limit = new AbortController();
  const tooLate = delay(timeouts['ready.answer'], false, { signal: limit.signal }).catch(() => false);
  const parts = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await Promise.race([safely(check), tooLate])] as const),
  );
  limit.abort();
  return { ready: parts.every(([, fine]) => fine), parts: Object.fromEntries(parts) };
}

/** True while the folder's file system has so many megabytes for us: with less, writing is about to fail. A folder that is not there holds nothing. */
export async function hasFreeSpace(folder: string, megabytes: number): Promise<boolean> {
  const { bavail, bsize } = await statfs(existsSync(folder) ? folder : '.');
  return bavail * bsize >= megabytes * 1024 * 1024;
}

const safely = (check: ReadinessCheck): Promise<boolean> => check().catch(() => false);
