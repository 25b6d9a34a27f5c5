/** The storage of backups. Keys are paths with slashes; objects are small (16 MiB at most) and stored completely or not at all. */
export interface BackupStore {
  /** A folder or an address for display, without credentials. */
  readonly name: string;
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Returns null without such a key. */
  get(key: string): Promise<Buffer | null>;
  /** Returns all keys with this prefix, in order. */
  list(prefix: string): Promise<string[]>;
  remove(key: string): Promise<void>;
}
