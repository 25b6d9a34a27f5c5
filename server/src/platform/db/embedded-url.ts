import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../process/start-failure.ts';

export interface RunningDatabase {
  /** For the app's role. */
  url: string;
  /** For the owner of the tables. */
  ownerUrl: string;
  requestKey: string;
  backupPassword: string;
  keyEncryptionKey: string | undefined;
}

/** Returns the running database of a single machine. Throws `StartError` when none runs. */
export async function embeddedDatabase(folder: string): Promise<RunningDatabase> {
  try {
    const [, , , port] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
    const secrets = JSON.parse(await readFile(join(folder, 'secrets.json'), 'utf8')) as Record<string, string>;
    const urlOf = (user: string, password = '') =>
      `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${Number(port)}/yunzhen`;
    return {
      url: urlOf('yunzhen_api', secrets['DATABASE_APP_PASSWORD']),
      ownerUrl: urlOf('postgres', secrets['DATABASE_ADMIN_PASSWORD']),
      requestKey: secrets['DATABASE_REQUEST_KEY'] ?? '',
      backupPassword: secrets['DATABASE_BACKUP_PASSWORD'] ?? '',
      keyEncryptionKey: secrets['KEY_ENCRYPTION_KEY'],
    };
  } catch (cause) {
    throw new StartError(`DATABASE_URL is not set, and no database runs in ${folder}. Start the hospital first.`, {
      cause,
    });
  }
}
