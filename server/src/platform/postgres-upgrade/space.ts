import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../process/start-failure.ts';

/** Empty files of a new database, its log, and the programs of the old version. */
const spareBytes = 512 * 1024 * 1024;

/** Rejects an upgrade for which the disk has no room: the old files stay beside the new ones. Throws `StartError`. */
export async function assertRoom(folder: string, free?: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const needed = (await sizeOf(join(folder, 'postgres', 'base'))) + spareBytes;
  const available = free ?? bavail * bsize;
  if (available < needed)
    throw new StartError(
      `DATA_DIR: the upgrade of the database in ${folder} needs ${megabytes(needed)} MB, but only ${megabytes(available)} MB are free. Nothing was changed.`,
    );
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name)).catch(() => ({ size: 0 }))).size;
  return bytes;
}
