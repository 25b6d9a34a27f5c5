import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { Logger } from '../logging/logger.ts';

/** Files of the database before an upgrade, which it left in the data folder: with every record of then, also those that were deleted since. */
export interface KeptFiles {
  /** The name in the data folder. */
  folder: string;
  /** The day of the upgrade. */
  since: Date;
}

/** As `putInPlace` names them. */
const keptName = /^postgres-\d+-(\d{4}-\d\d-\d\d)(?:-\d+)?$/;

/** Returns the files of earlier upgrades that have not been deleted, the oldest first. */
export async function keptFiles(dataFolder: string): Promise<KeptFiles[]> {
  const names = await readdir(dataFolder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .flatMap((folder) => {
      const since = new Date(keptName.exec(folder)?.[1] ?? '');
      return Number.isNaN(since.getTime()) ? [] : [{ folder, since }];
    })
    .toSorted((a, b) => a.since.getTime() - b.since.getTime() || a.folder.localeCompare(b.folder));
}

/** Reminds the operator of such files, with their age. */
export async function remindOfKeptFiles(dataFolder: string, log: Pick<Logger, 'warn'>, now: Date): Promise<void> {
  for (const { folder, since } of await keptFiles(dataFolder))
    log.warn(
      { folder: join(dataFolder, folder), days: Math.floor((now.getTime() - since.getTime()) / DAY_MS) },
      'files of the database from before its upgrade are still here, with records that were deleted since: delete this folder when the hospital works',
    );
}
