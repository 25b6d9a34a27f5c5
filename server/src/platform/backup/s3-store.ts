import { S3Bucket } from '../objects/s3-bucket.ts';
import { BackupError } from './backup-error.ts';
import type { BackupStore } from './backup-store.ts';

/** Stores backups in an S3-compatible bucket. */
export class S3Store extends S3Bucket implements BackupStore {
  async list(prefix: string): Promise<string[]> {
    const keys = await this.keys(prefix);
    if (!keys) throw new BackupError('settings', `BACKUP_TARGET: there is no bucket ${this.name}.`);
    return keys;
  }
}
