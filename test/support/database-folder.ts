import { existsSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const inMemory = '/dev/shm';
const needed = 2 * 1024 ** 3;

/**
 * Makes a folder for the database server of a run: in memory if 2 GB are free there, because creating a database creates a thousand small files, which
 * takes a disk up to half a second. Deletes folders in memory whose process was killed.
 */
export async function makeDatabaseFolder(): Promise<string> {
  deleteLeft();
  return mkdtemp(join(hasRoom() ? inMemory : tmpdir(), `yunzhen-${process.pid}-test-`));
}

function hasRoom(): boolean {
  if (!existsSync(inMemory)) return false;
  const { bavail, bsize } = statfsSync(inMemory);
  return bavail * bsize > needed;
}

function deleteLeft(): void {
  if (!existsSync(inMemory)) return;
  for (const name of readdirSync(inMemory)) {
    const [, owner] = /^yunzhen-(\d+)-test-/.exec(name) ?? [];
    if (owner && !existsSync(join('/proc', owner))) rmSync(join(inMemory, name), { recursive: true, force: true });
  }
}
