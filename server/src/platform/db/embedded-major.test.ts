import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLogger } from '../logging/logger.ts';
import { StartError } from '../process/start-failure.ts';
import { embeddedMajor } from './embedded-major.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yunzhen-major-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('does not start on files of another major version, and leaves them as they are', async () => {
  const own = await embeddedMajor();
  await mkdir(join(folder, 'postgres'));
  await writeFile(join(folder, 'postgres', 'PG_VERSION'), `${own - 1}\n`);
  const started = startEmbeddedPostgres({
    folder,
    passwords: { admin: 'a', app: 'b' },
    log: createLogger({ name: 'test', level: 'silent' }),
  });
  await expect(started).rejects.toThrow(StartError);
  await expect(started).rejects.toThrow(`was written by PostgreSQL ${own - 1}, and this release has PostgreSQL ${own}`);
  expect(await readdir(join(folder, 'postgres'))).toEqual(['PG_VERSION']);
});
