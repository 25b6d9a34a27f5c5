import { S3mini, S3ServiceError } from 's3mini';
import type { ObjectBucket } from './object-bucket.ts';

export interface BucketAccess {
  /** Includes the bucket: `https://s3.example.org/bucket`. */
  address: string;
  accessKey: string;
  secretKey: string;
  region: string;
  /** Timeout of an answer, in milliseconds. */
  answerMs: number;
}

/** A bucket of any store that speaks S3. */
export class S3Bucket implements ObjectBucket {
  readonly name: string;
  readonly #bucket: S3mini;

  constructor({ address, accessKey, secretKey, region, answerMs }: BucketAccess) {
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

  async exists(key: string): Promise<boolean> {
    return (await this.#bucket.objectExists(key)) === true;
  }

  async remove(key: string): Promise<void> {
    try {
      await this.#bucket.deleteObject(key);
    } catch (error) {
      // Some stores answer 404 for a missing key, others 204.
      if (!(error instanceof S3ServiceError && error.status === 404 && error.serviceCode !== 'NoSuchBucket'))
        throw error;
    }
  }

  isThere(): Promise<boolean> {
    return this.#bucket.bucketExists();
  }

  /** Returns all keys with this prefix, in order; null without the bucket. */
  async keys(prefix: string): Promise<string[] | null> {
    const objects = await this.#bucket.listObjects('/', prefix);
    return objects && objects.map(({ Key }) => Key).sort();
  }
}
