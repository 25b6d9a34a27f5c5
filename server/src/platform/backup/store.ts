import { BackupError } from './backup-error.ts';
import { FolderStore } from './folder-store.ts';
import { S3Store } from './s3-store.ts';

/** Where backups are. Keys are paths with slashes; what is put under one is small (16 MiB at most) and there whole or not at all. */
export interface BackupStore {
  /** For a person: a folder or an address, without credentials. */
  readonly name: string;
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Null where there is none. */
  get(key: string): Promise<Buffer | null>;
  /** All keys that begin with this, in order. */
  list(prefix: string): Promise<string[]>;
  remove(key: string): Promise<void>;
}

export interface StoreSettings {
  BACKUP_TARGET: string;
  BACKUP_S3_ACCESS_KEY?: string | undefined;
  BACKUP_S3_SECRET_KEY?: string | undefined;
  BACKUP_S3_REGION: string;
}

/** A folder, or an S3-compatible bucket where the target is an http(s) address. */
export function openStore(settings: StoreSettings): BackupStore {
  const { BACKUP_TARGET: target, BACKUP_S3_ACCESS_KEY: accessKey, BACKUP_S3_SECRET_KEY: secretKey } = settings;
  if (!/^https?:/.test(target)) return new FolderStore(target);
  if (!accessKey || !secretKey)
    throw new BackupError('settings', 'BACKUP_S3_ACCESS_KEY, BACKUP_S3_SECRET_KEY: expected for a bucket.');
  return new S3Store({ address: target, accessKey, secretKey, region: settings.BACKUP_S3_REGION });
}
