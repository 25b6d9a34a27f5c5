import { BackupError } from './backup-error.ts';
import type { BackupStore } from './backup-store.ts';
import { FolderStore } from './folder-store.ts';
import { S3Store } from './s3-store.ts';

export interface StoreSettings {
  BACKUP_TARGET: string;
  BACKUP_S3_ACCESS_KEY?: string | undefined;
  BACKUP_S3_SECRET_KEY?: string | undefined;
  BACKUP_S3_REGION: string;
}

/** Timeout of a store’s answer, in milliseconds; then the object is stored again. */
const answerMs = 60_000;

/** Opens a folder, or an S3-compatible bucket when the target is an http(s) address. */
export function openStore(settings: StoreSettings): BackupStore {
  const { BACKUP_TARGET: target, BACKUP_S3_ACCESS_KEY: accessKey, BACKUP_S3_SECRET_KEY: secretKey } = settings;
  if (!/^https?:/.test(target)) return new FolderStore(target);
  if (!accessKey || !secretKey)
    throw new BackupError('settings', 'BACKUP_S3_ACCESS_KEY, BACKUP_S3_SECRET_KEY: expected for a bucket.');
  return new S3Store({ address: target, accessKey, secretKey, region: settings.BACKUP_S3_REGION, answerMs });
}
