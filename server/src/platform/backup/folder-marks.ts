import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { BackupError } from './backup-error.ts';
import { FolderStore } from './folder-store.ts';
import { readBackupState } from './state.ts';

/** In the folder of the backups, and what this machine remembers of it in its data folder. */
const markFile = 'yunzhen-backups.json';
const memoryFile = 'backup-target.json';

const markOf = z.object({ mark: z.uuid() });
const memory = z.object({ folder: z.string(), mark: z.uuid() });

/**
 * Tells the folder of backups from an empty one in its place: where its disk or share is not mounted, backups would fill the disk below. The first
 * backup writes a mark into the folder, and this machine remembers it.
 */
export class FolderMarks {
  readonly #folder: FolderStore;
  readonly #data: FolderStore;

  constructor(folder: FolderStore, dataFolder: string) {
    this.#folder = folder;
    this.#data = new FolderStore(dataFolder);
  }

  /** Marks a folder that is new to this machine. Throws `BackupError`, `not-mounted` where the mark is missing. */
  async assertPresent(): Promise<void> {
    const { name } = this.#folder;
    const [known, found] = await Promise.all([
      read(this.#data, memoryFile, memory),
      read(this.#folder, markFile, markOf),
    ]);
    if (known?.folder === name) {
      if (found?.mark !== known.mark) throw notMounted(name);
    } else if (found) {
      await this.#remember(found.mark);
    } else {
      if (!known && (await this.#hasLostBackups())) throw notMounted(name);
      await this.renew();
    }
  }

  /** Marks the folder, whatever was in its place before. */
  async renew(): Promise<void> {
    const mark = randomUUID();
    const note = 'Backups are written to this folder only while this file is here. Do not delete it.';
    await this.#folder.put(markFile, Buffer.from(JSON.stringify({ mark, note }, null, 2)));
    await this.#remember(mark);
    // Another program may have marked it at the same time.
    const found = await read(this.#folder, markFile, markOf);
    if (found && found.mark !== mark) await this.#remember(found.mark);
  }

  /** Returns whether the folder is on the file system of the data, as it also is where nothing is mounted. */
  async isOnDiskOfData(): Promise<boolean> {
    try {
      const [folder, data] = await Promise.all([this.#folder, this.#data].map(({ name }) => stat(name)));
      return folder?.dev === data?.dev;
    } catch {
      return false;
    }
  }

  /** Returns whether a release before the marks made backups of which nothing is here. */
  async #hasLostBackups(): Promise<boolean> {
    const state = await readBackupState(this.#data.name);
    return Boolean(state?.backupAt) && (await this.#folder.list('base/')).length === 0;
  }

  #remember(mark: string): Promise<void> {
    return this.#data.put(memoryFile, Buffer.from(JSON.stringify({ folder: this.#folder.name, mark }, null, 2)));
  }
}

async function read<Read>(store: FolderStore, key: string, schema: z.ZodType<Read>): Promise<Read | null> {
  const bytes = await store.get(key);
  if (!bytes) return null;
  try {
    return schema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}

const notMounted = (folder: string) =>
  new BackupError(
    'not-mounted',
    `BACKUP_TARGET: ${folder} is not the folder of the earlier backups (${markFile} is missing or another one), so nothing is written. ` +
      'Mount its disk or share. If this is a new disk or folder, run npm run backup -- --new-target.',
  );
