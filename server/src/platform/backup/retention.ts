import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { BackupRecord } from './record.ts';
import { recordKey } from './record.ts';
import type { BackupStore } from './backup-store.ts';
import { readLsn, segmentName } from './wal-position.ts';

export interface Retention {
  daily: number;
  weekly: number;
}

/** Returns the newest backup of each of the last days and last weeks (Monday to Sunday, UTC) that have one; always includes the newest. */
export function backupsToKeep(records: readonly BackupRecord[], { daily, weekly }: Retention): Set<string> {
  const newestFirst = [...records].reverse();
  const kept = new Set<string>(newestFirst.slice(0, 1).map(({ id }) => id));
  for (const [periodOf, count] of [
    [dayOf, Math.max(daily, 1)],
    [weekOf, weekly],
  ] as const) {
    const seen = new Set<string>();
    for (const record of newestFirst) {
      const period = periodOf(new Date(record.finishedAt));
      if (seen.has(period) || seen.size === count) continue;
      seen.add(period);
      kept.add(record.id);
    }
  }
  return kept;
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

function weekOf(at: Date): string {
  const sinceMonday = (at.getUTCDay() + 6) % 7;
  return dayOf(new Date(at.getTime() - sinceMonday * DAY_MS));
}

/**
 * Removes backups beyond retention, and log that no daily backup needs; an older, weekly backup restores to its own end with its own log. Removes the
 * record first, so that a partly removed backup does not count.
 */
export async function removeExpired(
  store: BackupStore,
  records: readonly BackupRecord[],
  retention: Retention,
): Promise<string[]> {
  const kept = backupsToKeep(records, retention);
  const expired = records.filter(({ id }) => !kept.has(id));
  for (const { id } of expired) {
    await store.remove(recordKey(id));
    for (const key of await store.list(`base/${id}/`)) await store.remove(key);
  }
  await removeLog(
    store,
    records.filter(({ id }) => backupsToKeep(records, { daily: retention.daily, weekly: 0 }).has(id)),
  );
  return expired.map(({ id }) => id);
}

/** Removes log from before the oldest backup of its chain, and chains without a backup that ended before the newest backup. */
async function removeLog(store: BackupStore, records: readonly BackupRecord[]): Promise<void> {
  const oldest = new Map<string, string>();
  for (const { chain, timeline, startLsn, segmentBytes } of records.toReversed())
    if (chain) oldest.set(chain, segmentName(timeline, readLsn(startLsn), segmentBytes));
  const newestAt = Date.parse(records.at(-1)?.startedAt ?? '');
  for (const key of await store.list('wal/')) {
    const [, chain = '', segment = '', file = ''] = key.split('/');
    const first = oldest.get(chain);
    const isOver = first === undefined ? Number(file.split('-').at(-1)) < newestAt : segment < first;
    if (isOver) await store.remove(key);
  }
}
