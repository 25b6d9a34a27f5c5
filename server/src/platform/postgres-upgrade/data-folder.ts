import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { embeddedMajor } from '../db/embedded-major.ts';
import { stopStale } from '../db/stale-postmaster.ts';

/** The database files in a data folder are of an earlier major version of PostgreSQL. */
export interface NeededUpgrade {
  from: number;
  to: number;
}

const draftPrefix = 'postgres-upgrade-';
/** Name of the new files while the old ones are renamed. */
const readyName = 'postgres-ready';

/** Name of the folder into which the programs of an earlier version are fetched. */
export const programsFolder = (major: number) => `postgres-programs-${major}`;

export const newDraft = (folder: string) => join(folder, `${draftPrefix}${randomBytes(4).toString('hex')}`);

/**
 * Returns the upgrade that the files need; null when they need none. First finishes or removes what a killed upgrade left. The caller owns the
 * folder.
 */
export async function neededUpgrade(folder: string): Promise<NeededUpgrade | null> {
  await settle(folder);
  const to = await embeddedMajor();
  const written = await readFile(join(folder, 'postgres', 'PG_VERSION'), 'utf8').catch(() => '');
  const from = Number.parseInt(written, 10);
  return from < to ? { from, to } : null;
}

/**
 * An upgrade that was killed before its first rename left the old files in use: its own are out of date and removed. After that rename only the new
 * ones are complete.
 */
async function settle(folder: string): Promise<void> {
  const [current, ready] = [join(folder, 'postgres'), join(folder, readyName)];
  if (existsSync(ready)) {
    if (existsSync(current)) await removeFiles(ready);
    else await rename(ready, current);
  }
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(draftPrefix))) {
    await stopStale(join(folder, name, 'postgres'));
    await removeFiles(join(folder, name));
  }
}

/** A program of a killed run may still be writing for a moment. */
export async function removeFiles(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

/**
 * Replaces the files of the database by the finished ones in a draft, and returns the path at which the old ones stay. Whenever it is killed, the
 * next `neededUpgrade` finds either the old files or the new ones.
 */
export async function putInPlace(folder: string, draft: string, { from }: NeededUpgrade, now: Date): Promise<string> {
  const [current, ready] = [join(folder, 'postgres'), join(folder, readyName)];
  const kept = freeName(join(folder, `postgres-${from}-${now.toISOString().slice(0, 10)}`));
  renameSync(join(draft, 'postgres'), ready);
  syncFolder(folder);
  renameSync(current, kept);
  renameSync(ready, current);
  syncFolder(folder);
  await removeFiles(join(folder, programsFolder(from)));
  return kept;
}

/** Adds a number when an earlier upgrade of the same day has the name. */
function freeName(path: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? path : `${path}-${number}`;
    if (!existsSync(name)) return name;
  }
}

/** Makes renames in a folder survive a loss of power. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
