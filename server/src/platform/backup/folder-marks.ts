import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { BackupError } from './backup-error.ts';
import { FolderStore } from './folder-store.ts';
import { installationIn } from './installation.ts';
import { readBackupState } from './state.ts';

/** In the folder of the backups, and what this machine remembers of it in its data folder. */
const markFile = 'yunzhen-backups.json';
const memoryFile = 'backup-target.json';

const markOf = z.object({ mark: z.uuid(), installation: z.string() });
const memory = z.object({
  folder: z.string(),
  marks: z.array(z.uuid()),
  turn: z.object({ id: z.uuid(), mark: z.uuid(), hasBackup: z.boolean() }),
});
type Memory = z.output<typeof memory>;

/** A time in which only one disk is written. The log on a disk has a gap between two turns, so each turn needs a backup of its own. */
export type Turn = Memory['turn'];

/**
 * Tells the disks of backups from an empty folder in their place: where a disk or share is not mounted, backups would fill the disk below. Each disk
 * has a mark with the installation that writes it, so that several disks can take turns, and none of another installation is written.
 */
export class FolderMarks {
  readonly #folder: FolderStore;
  readonly #data: FolderStore;
  readonly #turned: () => void;
  #installation: string | null = null;

  /** `turned` is called when another disk than before is written. */
  constructor(folder: FolderStore, dataFolder: string, turned: () => void = () => undefined) {
    this.#folder = folder;
    this.#data = new FolderStore(dataFolder);
    this.#turned = turned;
  }

  /** Marks a folder that is new to this machine. Throws `BackupError`, `not-mounted` where the mark is missing or not of this installation. */
  async assertPresent(): Promise<void> {
    const { name } = this.#folder;
    const { known, found, whose } = await this.#look();
    if (whose === 'foreign') throw foreign(name);
    if (whose === 'unknown' && known?.folder === name) throw notMounted(name);
    if (found) return await this.#remember(found.mark);
    if (!known && (await this.#hasLostBackups())) throw notMounted(name);
    await this.#mark();
  }

  /** Accepts one more disk, new or with earlier backups of this installation. Throws `BackupError` where it is another installation's. */
  async accept(): Promise<void> {
    const { found, whose } = await this.#look();
    if (whose === 'foreign') throw foreign(this.#folder.name);
    if (found) await this.#remember(found.mark);
    else await this.#mark();
  }

  /** Returns the turn of the disk; begins one where another was written before. Throws as `assertPresent` does. */
  async turn(): Promise<Turn> {
    await this.assertPresent();
    const turn = (await this.#remembered())?.turn;
    if (!turn) throw new BackupError('settings', `${memoryFile} in ${this.#data.name} cannot be read.`);
    return turn;
  }

  /** Records that a backup was begun and completed in this turn; does nothing if it is over. */
  async noteBackup({ id }: Turn): Promise<void> {
    const known = await this.#remembered();
    if (known?.turn.id === id) await this.#write({ ...known, turn: { ...known.turn, hasBackup: true } });
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

  /** Reads the mark, and decides whose it is: a remembered one is ours, also if `secrets.json` was replaced since. */
  async #look() {
    const [known, found] = await Promise.all([this.#remembered(), read(this.#folder, markFile, markOf)]);
    const installation = (this.#installation ??= await installationIn(this.#data.name));
    const isOurs = found && (found.installation === installation || known?.marks.includes(found.mark));
    const whose = isOurs ? 'ours' : found ? 'foreign' : 'unknown';
    return { known, found, whose } as const;
  }

  async #mark(): Promise<void> {
    const mark = randomUUID();
    const installation = (this.#installation ??= await installationIn(this.#data.name));
    const note = 'Backups are written to this folder only while this file is here. Do not delete it.';
    await this.#folder.put(markFile, Buffer.from(JSON.stringify({ mark, installation, note }, null, 2)));
    await this.#remember(mark);
  }

  /** Returns whether a release before the marks made backups of which nothing is here. */
  async #hasLostBackups(): Promise<boolean> {
    const state = await readBackupState(this.#data.name);
    return Boolean(state?.backupAt) && (await this.#folder.list('base/')).length === 0;
  }

  /** Adds the mark to those of this folder, and begins its turn; writes only what is new. */
  async #remember(mark: string): Promise<void> {
    const known = await this.#remembered();
    const { name: folder } = this.#folder;
    const before = known?.turn.mark === mark ? known.turn : undefined;
    if (before && known?.folder === folder && known.marks.includes(mark)) return;
    const marks = [...new Set([...(known?.marks ?? []), mark])];
    await this.#write({ folder, marks, turn: before ?? { id: randomUUID(), mark, hasBackup: false } });
    if (!before) this.#turned();
  }

  #remembered(): Promise<Memory | null> {
    return read(this.#data, memoryFile, memory);
  }

  #write(known: Memory): Promise<void> {
    return this.#data.put(memoryFile, Buffer.from(JSON.stringify(known, null, 2)));
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
    `BACKUP_TARGET: ${folder} is not a folder of the earlier backups (${markFile} is missing or unknown), so nothing is written. ` +
      'Mount its disk or share. If this is one more disk or a new folder, run npm run backup -- --new-target.',
  );

const foreign = (folder: string) =>
  new BackupError(
    'not-mounted',
    `BACKUP_TARGET: ${folder} has the backups of another installation (${markFile}), so nothing is written. ` +
      'Mount a disk of this one, or name an empty folder.',
  );
