import { setTimeout as delay } from 'node:timers/promises';
import { timeouts } from '../platform/config/timeouts.ts';
import { freeBytes } from '../platform/metrics/disk-metrics.ts';

/** Resolves to true when one dependency of serving is available. */
export type ReadinessCheck = () => Promise<boolean>;

export interface Parts {
  ready: boolean;
  parts: Record<string, boolean>;
}

export interface Readiness extends Parts {
  /** Whether nothing leaves this machine (`ISOLATED`): a restored copy beside the hospital. */
  isolated: boolean;
  /** Whether a media node accepts calls. */
  calls: 'available' | 'unavailable';
  /** Whether the object store with files answers; `read-only` when the bucket is another database’s, `postgres` without one. */
  files: 'postgres' | 'available' | 'read-only' | 'unavailable';
  /** Whether changes and limits reach the other api processes as configured; while degraded, Postgres and limits of each process stand in. */
  bus: 'available' | 'degraded';
  /** Whether backups, archived log and restore drills are recent enough, and whether the last attempt failed. */
  backups: 'off' | 'current' | 'trouble' | `late: ${string}`;
}

/** Runs all checks in parallel. One that fails or times out (milliseconds) counts as not ready, so the answer never hangs. */
export async function readinessOf(
  checks: Readonly<Record<string, ReadinessCheck>>,
  limit: number = timeouts['ready.answer'],
): Promise<Parts> {
  const parts = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await within(limit, check, false)] as const),
  );
  return { ready: parts.every(([, fine]) => fine), parts: Object.fromEntries(parts) };
}

/** Returns the result, or the fallback when the work fails or takes longer (milliseconds). */
export async function within<Result>(limit: number, work: () => Promise<Result>, fallback: Result): Promise<Result> {
  const ended = new AbortController();
  const tooLate = delay(limit, fallback, { signal: ended.signal }).catch(() => fallback);
  const result = await Promise.race([work().catch(() => fallback), tooLate]);
  ended.abort();
  return result;
}

/** Returns whether the folder's file system has that many megabytes free; with less, writes will soon fail. False for a missing folder. */
export async function hasFreeSpace(folder: string, megabytes: number): Promise<boolean> {
  return (await freeBytes(folder)) >= megabytes * 1024 * 1024;
}
