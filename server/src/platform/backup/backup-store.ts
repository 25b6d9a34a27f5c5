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
