import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertDatabaseAnswers } from '../../../server/src/platform/db/reach-database.ts';
import { makeDatabaseFolder } from '../../support/database-folder.ts';
import { DatabaseServer } from '../../support/database-server.ts';

const installed = '/usr/lib/postgresql';
const old = (existsSync(installed) ? readdirSync(installed) : []).find((version) => Number(version) < 16);

describe.skipIf(!old)(`PostgreSQL ${old ?? 'before 16 (skipped: not installed)'}`, () => {
  let folder: string;
  let server: DatabaseServer;

  beforeAll(async () => {
    folder = await makeDatabaseFolder();
    const passwords = { admin: 'test-admin', app: 'test-app' };
    server = await DatabaseServer.start(join(installed, old ?? '', 'bin'), folder, passwords);
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(['DATABASE_OWNER_URL', 'DATABASE_URL'])('is refused at the start, with its version and %s', async (name) => {
    await expect(assertDatabaseAnswers({ [name]: server.adminUrl('postgres') })).rejects.toThrow(
      new RegExp(`^${name}: the database at .* is PostgreSQL ${old}\\. Upgrade it to 16, 17 or 18\\.$`),
    );
  });
});
