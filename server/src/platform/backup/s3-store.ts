import { S3mini } from 's3mini';
import { BackupError } from './backup-error.ts';
import type { BackupStore } from './backup-store.ts';

interface Bucket {
  /** Includes the bucket: `https://s3.example.org/bucket`. */
  address: string;
  accessKey: string;
  secretKey: string;
  region: string;
}

/** Timeout of a store’s answer, in milliseconds; then the object is stored again. */
const answerMs = 60_000;

/** Stores backups in an S3-compatible bucket. */
export class S3Store implements BackupStore {
  readonly name: string;
  readonly #bucket: S3mini;

  constructor({ address, accessKey, secretKey, region }: Bucket) {
    this.name = address;
    this.#bucket = new S3mini({
      endpoint: address,
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
      region,
      requestAbortTimeout: answerMs,
    });
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await this.#bucket.putObject(key, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  async get(key: string): Promise<Buffer | null> {
    const bytes = await this.#bucket.getObjectArrayBuffer(key);
    return bytes && Buffer.from(bytes);
  }

  async list(prefix: string): Promise<string[]> {
    const objects = await this.#bucket.listObjects('/', prefix);
    if (!objects) throw new BackupError('settings', `BACKUP_TARGET: there is no bucket ${this.name}.`);
    return objects.map(({ Key }) => Key).sort();
  }

  async remove(key: string): Promise<void> {
    await this.#bucket.deleteObject(key);
  }
}
