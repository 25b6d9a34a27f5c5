import { rm } from 'node:fs/promises';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../server/src/platform/db/embedded-postgres.ts';
import { jobsSchema, migrate } from '../../server/src/platform/db/migrate.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { makeDatabaseFolder } from './database-folder.ts';
import { startApiOver } from './test-api.ts';
import { accessOf } from './request-key.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The superuser’s address with a `{database}` placeholder. */
    adminUrl: string;
    appUrl: string;
    templateDatabase: string;
  }
}

/** Starts one real PostgreSQL server for the run; each test file gets its own copy of a migrated template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await makeDatabaseFolder();
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

/** Creates the job queues, which an api creates at its first start, so that each copy contains them. */
async function makeQueues(adminUrl: string, appUrl: string): Promise<void> {
  const admin = new pg.Pool({ connectionString: adminUrl, max: 1 });
  const { close } = await startApiOver({ adminUrl, appUrl, admin, drop: async () => undefined });
  await close();
  await admin.query(`DELETE FROM ${jobsSchema}.job`);
  await admin.end();
}
