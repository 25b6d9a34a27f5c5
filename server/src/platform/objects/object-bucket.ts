/** A bucket of an S3-compatible store. Keys are paths with slashes; an object is stored completely or not at all. */
export interface ObjectBucket {
  /** The address for display, without credentials. */
  readonly name: string;
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Returns null without such a key. */
  get(key: string): Promise<Buffer | null>;
  exists(key: string): Promise<boolean>;
  /** Deletes the object; a missing one is no error. */
  remove(key: string): Promise<void>;
  /** Returns whether the store answers and has the bucket; throws when it does not answer. */
  isThere(): Promise<boolean>;
}
