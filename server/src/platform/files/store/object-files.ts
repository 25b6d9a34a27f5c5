import { hash } from 'node:crypto';
import { AppError } from '@yunzhen/shared/core/errors';
import type { HospitalContext } from '../../context.ts';
import type { Transactions } from '../../db/transaction.ts';
import { newId } from '../../ids.ts';
import { fileStoreRequestsTotal } from '../../metrics/instruments.ts';
import type { ObjectBucket } from '../../objects/object-bucket.ts';
import { claimBucket, everyProcessReads, ownerOfBucket, type BucketOwner } from './bucket-claim.ts';
import { fileObject, type FilePlace } from './file-place.ts';
import type { FileStore } from './file-store.ts';
import { scheduleRemoval } from './object-removals.ts';
import { newBytesKey, openBytes, sealBytes } from './sealed-bytes.ts';

/** Milliseconds for which uploads rely on the claim. A removal never does. */
const claimedForMs = 60_000;

/** Stores new files in a bucket, each encrypted with a key of its own that only its row has. Files in rows can be read as well. */
export class ObjectFiles implements FileStore {
  readonly bucket: string;
  readonly #bucket: ObjectBucket;
  readonly #transactions: Pick<Transactions, 'run'>;
  #claimedUntil = 0;

  constructor(bucket: ObjectBucket, transactions: Pick<Transactions, 'run'>) {
    this.bucket = bucket.name;
    this.#bucket = bucket;
    this.#transactions = transactions;
  }

  async put(context: HospitalContext, bytes: Buffer): Promise<FilePlace> {
    const inRow = { content: bytes, object: null };
    if (!(await this.#isClaimed())) return inRow;
    const key = `${context.hospitalId}/${newId()}`;
    const secret = newBytesKey();
    const isScheduled = await this.#transactions.run(context, async (tx) => {
      if (!(await everyProcessReads(tx))) return false;
      await scheduleRemoval(tx, key);
      return true;
    });
    if (!isScheduled) return inRow;
    await ask('put', () => this.#bucket.put(key, sealBytes(secret, bytes, key)));
    const object = {
      key,
      bytes: bytes.length,
      sha256: hash('sha256', bytes, 'hex'),
      secret: secret.toString('base64'),
    };
    return { content: null, object };
  }

  async get({ content, object }: FilePlace): Promise<Buffer> {
    if (content) return content;
    const { key, secret, sha256 } = fileObject.parse(object);
    return ask('get', async () => {
      const sealed = await this.#bucket.get(key);
      if (!sealed && !(await this.#bucket.isThere())) throw new Error(`bucket ${this.bucket} is missing`);
      if (!sealed) throw new LostObject(`object ${key} is missing`);
      const bytes = opened(Buffer.from(secret, 'base64'), sealed, key);
      if (!bytes || hash('sha256', bytes, 'hex') !== sha256)
        throw new LostObject(`object ${key} is not the file of its row`);
      return bytes;
    });
  }

  async exists({ content, object }: FilePlace): Promise<boolean> {
    return content !== null || (object !== null && (await ask('exists', () => this.#bucket.exists(object.key))));
  }

  remove(key: string): Promise<void> {
    return ask('remove', () => this.#bucket.remove(key));
  }

  isReachable(): Promise<boolean> {
    return this.#bucket.isThere().catch(() => false);
  }

  owner(): Promise<BucketOwner> {
    return ask('owner', () => ownerOfBucket(this.#bucket, this.#transactions));
  }

  async #isClaimed(): Promise<boolean> {
    const now = performance.now();
    if (now < this.#claimedUntil) return true;
    const isClaimed = await ask('claim', () => claimBucket(this.#bucket, this.#transactions));
    if (isClaimed) this.#claimedUntil = now + claimedForMs;
    return isClaimed;
  }
}

/** The store answers, and has no such object or another one. */
class LostObject extends Error {}

/** Returns whether a file could not be read because its object is missing or damaged, not because the store does not answer. */
export const isLost = (error: unknown): boolean => error instanceof AppError && error.cause instanceof LostObject;

function opened(secret: Buffer, sealed: Buffer, key: string): Buffer | null {
  try {
    return openBytes(secret, sealed, key);
  } catch {
    return null;
  }
}

/** Counts the request; a failure is `service.unavailable`, so that the client may retry and nothing else is affected. */
async function ask<Value>(operation: string, work: () => Promise<Value>): Promise<Value> {
  try {
    const value = await work();
    fileStoreRequestsTotal.inc({ operation, outcome: 'done' });
    return value;
  } catch (cause) {
    fileStoreRequestsTotal.inc({ operation, outcome: 'failed' });
    throw new AppError('service.unavailable', `file store: ${operation} failed`, { cause });
  }
}
