import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../process/start-failure.ts';

/** The address of the running database of a single machine, for the app's role. Throws `StartError` where none runs. */
export async function embeddedUrl(folder: string): Promise<string> {
  try {
    const [, , , port] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
    const secrets = JSON.parse(await readFile(join(folder, 'secrets.json'), 'utf8')) as Record<string, string>;
    const password = encodeURIComponent(secrets['DATABASE_APP_PASSWORD'] ?? '');
    return `postgres://yunzhen_api:${password}@127.0.0.1:${Number(port)}/yunzhen`;
  } catch (cause) {
    throw new StartError(`DATABASE_URL is not set, and no database runs in ${folder}. Start the hospital first.`, {
      cause,
    });
  }
}
