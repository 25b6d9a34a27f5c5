import { z } from 'zod';
import { BackupError } from './backup-error.ts';
import type { BackupStore } from './backup-store.ts';

/** The description of a complete backup, stored last and unencrypted; parts without it are not a backup. Contains no secret. */
const backupRecord = z.strictObject({
  layout: z.literal(1),
  /** Its start: `20261129T020000Z`, with a unique suffix. */
  id: z.string().regex(/^\d{8}T\d{6}Z-[0-9a-f]{4}$/),
  startedAt: z.iso.datetime(),
  /** The earliest time to which it can be restored. */
  finishedAt: z.iso.datetime(),
  postgresMajor: z.number().int(),
  systemId: z.string(),
  timeline: z.number().int(),
  segmentBytes: z.number().int().positive(),
  startLsn: z.string(),
  endLsn: z.string(),
  /** The unbroken write-ahead log that continues from it; null when none was being archived. */
  chain: z.string().nullable(),
  /** Size of the restored files. */
  bytes: z.number().int(),
  parts: z.array(z.strictObject({ bytes: z.number().int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })).min(1),
});
export type BackupRecord = z.output<typeof backupRecord>;

export const recordKey = (id: string) => `base/${id}/backup.json`;
export const partKey = (id: string, index: number) => `base/${id}/part-${String(index).padStart(6, '0')}`;

/** Returns complete backups, oldest first. `damaged` names those with an unreadable record. */
export async function listBackups(store: BackupStore): Promise<{ records: BackupRecord[]; damaged: string[] }> {
  const records: BackupRecord[] = [];
  const damaged: string[] = [];
  for (const key of await store.list('base/')) {
    if (!key.endsWith('/backup.json')) continue;
    const read = readRecord(await store.get(key));
    if (read && recordKey(read.id) === key) records.push(read);
    else damaged.push(key);
  }
  return { records: records.sort((one, other) => one.finishedAt.localeCompare(other.finishedAt)), damaged };
}

export async function storeRecord(store: BackupStore, record: BackupRecord): Promise<void> {
  await store.put(recordKey(record.id), Buffer.from(JSON.stringify(backupRecord.parse(record), null, 2)));
}

function readRecord(bytes: Buffer | null): BackupRecord | null {
  if (!bytes) return null;
  try {
    return backupRecord.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}

/** Returns the backup from which a restore starts: the named one, or the newest that finished before the target time. Throws `BackupError`. */
export function chooseBackup(
  records: readonly BackupRecord[],
  { id, time }: { id?: string | undefined; time?: Date | undefined },
): BackupRecord {
  const first = records[0];
  if (!first) throw new BackupError('nothing', 'There is no complete backup in BACKUP_TARGET.');
  if (id !== undefined) {
    const named = records.find((record) => record.id === id);
    if (!named)
      throw new BackupError(
        'nothing',
        `There is no backup ${id}. Use one of ${records.map((one) => one.id).join(', ')}.`,
      );
    if (time && new Date(named.finishedAt) > time)
      throw new BackupError('time', `Backup ${id} can be restored to ${named.finishedAt} at the earliest.`);
    return named;
  }
  const found = records.findLast((record) => !time || new Date(record.finishedAt) <= time);
  if (!found)
    throw new BackupError(
      'time',
      `The oldest backup was finished at ${first.finishedAt}: an earlier time cannot be restored.`,
    );
  return found;
}
