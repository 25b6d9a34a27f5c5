import type { HospitalContext } from '../../context.ts';
import type { BucketOwner } from './bucket-claim.ts';
import type { FilePlace } from './file-place.ts';

/** Where the bytes of files are stored. Everything else about a file is in its row: owner, type, retention, and what finds and opens an object. */
export interface FileStore {
  /** The bucket that holds files, for display; null when all are in Postgres. */
  readonly bucket: string | null;
  /**
   * Stores the bytes, before the transaction that stores the row with `claimObject`. A failure in between leaves nothing for ever: an object without
   * a row is removed after a day. Stores in Postgres while the bucket is another database’s, or a running process has no bucket. Throws
   * `service.unavailable`.
   */
  put(context: HospitalContext, bytes: Buffer): Promise<FilePlace>;
  /** Reads the file, outside a transaction: a slow store must hold no connection. Throws `service.unavailable`. */
  get(place: FilePlace): Promise<Buffer>;
  /** Throws `service.unavailable`. */
  exists(place: FilePlace): Promise<boolean>;
  /** Deletes an object; a missing one is no error. Throws `service.unavailable`. */
  remove(key: string): Promise<void>;
  /** Returns whether the store answers. */
  isReachable(): Promise<boolean>;
  /** Returns whose bucket it is. Objects may be removed only from one’s own. Throws `service.unavailable`. */
  owner(): Promise<BucketOwner>;
}
