import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../server/src/platform/db/embedded-postgres.ts';
import { jobsSchema, migrate } from '../../server/src/platform/db/migrate.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { startApiOver } from './test-api.ts';
import { accessOf } from './request-key.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The superuser’s address with `{database}` to be filled in. */
    adminUrl: string;
    appUrl: string;
    templateDatabase: string;
  }
}

/** One real PostgreSQL server for the run; each test file gets a database of its own, copied from a migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'yunzhen-test-'));
  const server = await startEmbeddedPostgres({
    folder,
    passwords: { admin: 'test-admin', app: 'test-app' },
    log: createLogger({ name: 'test', level: 'warn' }),
    throwAway: true,
  });
  const template = 'yunzhen_template';
  await server.createDatabase(template);
  await migrate(server.adminUrl(template), accessOf(server.appUrl(template)));
  await makeQueues(server.adminUrl(template), server.appUrl(template));
  project.provide('adminUrl', server.adminUrl('{database}'));
  project.provide('appUrl', server.appUrl('{database}'));
  project.provide('templateDatabase', template);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** An api makes its job queues when it starts for the first time; each test’s api finds them in its copy. */
async function makeQueues(adminUrl: string, appUrl: string): Promise<void> {
  const admin = new pg.Pool({ connectionString: adminUrl, max: 1 });
  const { close } = await startApiOver({ adminUrl, appUrl, admin, drop: async () => undefined });
  await close();
  await admin.query(`DELETE FROM ${jobsSchema}.job`);
  await admin.end();
}
