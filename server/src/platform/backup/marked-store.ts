import type { BackupStore } from './backup-store.ts';
import type { FolderMarks } from './folder-marks.ts';

/** A folder for backups in which files are written and removed only while it is one of this installation's. */
export class MarkedStore implements BackupStore {
  readonly #store: BackupStore;
  readonly #marks: Pick<FolderMarks, 'assertPresent'>;

  constructor(store: BackupStore, marks: Pick<FolderMarks, 'assertPresent'>) {
    this.#store = store;
    this.#marks = marks;
  }

  get name(): string {
    return this.#store.name;
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await this.#marks.assertPresent();
    await this.#store.put(key, bytes);
  }

  get(key: string): Promise<Buffer | null> {
    return this.#store.get(key);
  }

  list(prefix: string): Promise<string[]> {
    return this.#store.list(prefix);
  }

  async remove(key: string): Promise<void> {
    await this.#marks.assertPresent();
    await this.#store.remove(key);
  }
}
