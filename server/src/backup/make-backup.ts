import { takeBackup } from '../platform/backup/base-backup.ts';
import { BackupError } from '../platform/backup/backup-error.ts';
import { Envelope } from '../platform/backup/envelope.ts';
import { listBackups, type BackupRecord } from '../platform/backup/record.ts';
import { removeExpired } from '../platform/backup/retention.ts';
import { noteBackupState } from '../platform/backup/state.ts';
import type { BackupStore } from '../platform/backup/backup-store.ts';
import { FolderMarks } from '../platform/backup/folder-marks.ts';
import { FolderStore } from '../platform/backup/folder-store.ts';
import { MarkedStore } from '../platform/backup/marked-store.ts';
import { openStore } from '../platform/backup/open-store.ts';
import type { BackupSettings } from '../platform/config/settings.ts';

export interface BackupPlace {
  store: BackupStore;
  envelope: Envelope;
}

/** `marks` is null for a bucket. */
export type PlaceOfNewBackups = BackupPlace & { marks: FolderMarks | null };

/** Throws `BackupError` when settings are missing. */
export function backupPlace(settings: BackupSettings, identities: readonly string[] = []): BackupPlace {
  const { BACKUP_TARGET: target, BACKUP_RECIPIENTS: recipients } = settings;
  if (!target) throw new BackupError('settings', 'BACKUP_TARGET: expected a folder or the address of a bucket.');
  if (!recipients && identities.length === 0)
    throw new BackupError(
      'settings',
      'BACKUP_RECIPIENTS: expected public keys. Create a pair with npm run backup -- --new-key=FILE',
    );
  return {
    store: openStore({ ...settings, BACKUP_TARGET: target }),
    envelope: new Envelope({ recipients: recipients?.split(/ +/) ?? [], identities }),
  };
}

/**
 * Returns the place for new backups; a folder is checked at each write, because its disk or share may not be mounted. Throws `BackupError`, also in an
 * isolated copy, whose target belongs to the original. `turned` is called when another disk than before is written.
 */
export function placeOfNewBackups(settings: BackupSettings, turned?: () => void): PlaceOfNewBackups {
  if (settings.ISOLATED) throw new BackupError('settings', 'ISOLATED: an isolated copy makes no backups.');
  const place = backupPlace(settings);
  if (!(place.store instanceof FolderStore)) return { ...place, marks: null };
  const marks = new FolderMarks(place.store, settings.DATA_DIR, turned);
  return { ...place, store: new MarkedStore(place.store, marks), marks };
}

interface Options {
  /** The address of the backup role. */
  url: string;
  settings: BackupSettings;
  place: PlaceOfNewBackups;
  progress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** Takes a backup, records it and removes expired ones. */
export async function makeBackup({ settings, place, ...options }: Options): Promise<BackupRecord> {
  const { store, envelope, marks } = place;
  const turn = await marks?.turn();
  const record = await takeBackup({ store, envelope, ...options });
  if (turn) await marks?.noteBackup(turn);
  await noteBackupState(settings.DATA_DIR, { backupAt: new Date(record.finishedAt), trouble: null });
  const { records } = await listBackups(store);
  await removeExpired(store, records, {
    daily: settings.BACKUP_KEEP_DAILY,
    weekly: settings.BACKUP_KEEP_WEEKLY,
  });
  return record;
}
