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

/** Successes are reported at most this often, unless the store failed before. */
const reportedEveryMs = 60_000;

/** Records how requests to the store ended, a failure by its code. */
export interface StoreOutcomes {
  succeeded(): void;
  failed(code: string): void;
}

/** Stores new files in a bucket, each encrypted with a key of its own that only its row has. Files in rows can be read as well. */
export class ObjectFiles implements FileStore {
  readonly bucket: string;
  readonly #bucket: ObjectBucket;
  readonly #transactions: Pick<Transactions, 'run'>;
  readonly #outcomes: StoreOutcomes | undefined;
  #claimedUntil = 0;
  #reportAt = 0;

  constructor(bucket: ObjectBucket, transactions: Pick<Transactions, 'run'>, outcomes?: StoreOutcomes) {
    this.bucket = bucket.name;
    this.#bucket = bucket;
    this.#transactions = transactions;
    this.#outcomes = outcomes;
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
    await this.#ask('put', () => this.#bucket.put(key, sealBytes(secret, bytes, key)));
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
    return this.#ask('get', async () => {
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
    return content !== null || (object !== null && (await this.#ask('exists', () => this.#bucket.exists(object.key))));
  }

  remove(key: string): Promise<void> {
    return this.#ask('remove', () => this.#bucket.remove(key));
  }

  isReachable(): Promise<boolean> {
    return this.#reported(async () => {
      if (!(await this.#bucket.isThere())) throw new Error(`bucket ${this.bucket} is missing`);
      return true;
    }).catch(() => false);
  }

  owner(): Promise<BucketOwner> {
    return this.#ask('owner', () => ownerOfBucket(this.#bucket, this.#transactions));
  }

  /** Counts the request; a failure is `service.unavailable`, so that the client may retry and nothing else is affected. */
  async #ask<Value>(operation: string, work: () => Promise<Value>): Promise<Value> {
    try {
      const value = await this.#reported(work);
      fileStoreRequestsTotal.inc({ operation, outcome: 'done' });
      return value;
    } catch (cause) {
      fileStoreRequestsTotal.inc({ operation, outcome: 'failed' });
      throw new AppError('service.unavailable', `file store: ${operation} failed`, { cause });
    }
  }

  async #reported<Value>(work: () => Promise<Value>): Promise<Value> {
    try {
      const value = await work();
      this.#succeeded();
      return value;
    } catch (error) {
      this.#reportAt = 0;
      this.#outcomes?.failed(failureCode(error));
      throw error;
    }
  }

  #succeeded(): void {
    const now = performance.now();
    if (now < this.#reportAt) return;
    this.#reportAt = now + reportedEveryMs;
    this.#outcomes?.succeeded();
  }

  async #isClaimed(): Promise<boolean> {
    const now = performance.now();
    if (now < this.#claimedUntil) return true;
    const isClaimed = await this.#ask('claim', () => claimBucket(this.#bucket, this.#transactions));
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

/** Returns a code of the network, of S3 or of ours; never a text of the store. */
function failureCode(error: unknown): string {
  if (error instanceof LostObject) return 'object-lost';
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { serviceCode, code } = cause as { serviceCode?: unknown; code?: unknown };
    const known = [serviceCode, code].find((one) => typeof one === 'string' && /^[\w-]{1,40}$/.test(one));
    if (typeof known === 'string') return known;
    if (cause.name === 'TimeoutError' || cause.name === 'AbortError') return 'timeout';
  }
  return 'failed';
}
