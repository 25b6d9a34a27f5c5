import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BackupError } from './backup-error.ts';

const secrets = z.object({ DATABASE_ADMIN_PASSWORD: z.string().min(1) });

/**
 * Returns what identifies the installation of a data folder on its backup disks: the same after a restore, which needs the same `secrets.json`. The
 * random password of 24 bytes cannot be found from it. Throws `BackupError`.
 */
export async function installationIn(dataFolder: string): Promise<string> {
  const file = join(dataFolder, 'secrets.json');
  try {
    const { DATABASE_ADMIN_PASSWORD } = secrets.parse(JSON.parse(await readFile(file, 'utf8')));
    return createHmac('sha256', DATABASE_ADMIN_PASSWORD).update('installation of backups').digest('hex').slice(0, 32);
  } catch (cause) {
    throw new BackupError('settings', `${file} is missing or damaged. Restore it from its safe copy.`, { cause });
  }
}
