import { rm } from 'node:fs/promises';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres, type EmbeddedServer } from '../../server/src/platform/db/embedded-postgres.ts';
import { jobsSchema, migrate } from '../../server/src/platform/db/migrate.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { makeDatabaseFolder } from './database-folder.ts';
import { DatabaseServer, Pooler } from './database-server.ts';
import { startApiOver } from './test-api.ts';
import { accessOf, operatorUrlOf } from './request-key.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The superuser’s address with a `{database}` placeholder. */
    adminUrl: string;
    appUrl: string;
    templateDatabase: string;
  }
}

const passwords = { admin: 'test-admin', app: 'test-app' };

type Server = Pick<EmbeddedServer, 'adminUrl' | 'appUrl' | 'urlOf' | 'stop'>;

/**
 * Starts one real PostgreSQL server for the run; each test file gets its own copy of a migrated template database. `TEST_POSTGRES` is the folder of
 * another server's programs, `TEST_PGBOUNCER` the program that the apis then connect through.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await makeDatabaseFolder();
  const server = await startServer(folder);
  const template = 'yunzhen_template';
  await migrate(await createOwnedDatabase(server, template), accessOf(server.appUrl(template)));
  await keepDatabaseOfAdmin(server, template);
  await makeQueues(server.adminUrl(template), server.appUrl(template));
  project.provide('adminUrl', server.adminUrl('{database}'));
  const pooler = await startPooler(folder, server);
  project.provide('appUrl', pooler?.appUrl ?? server.appUrl('{database}'));
  project.provide('templateDatabase', template);
  return async () => {
    await pooler?.stop();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function startServer(folder: string): Promise<Server> {
  const programs = process.env['TEST_POSTGRES'];
  if (programs) return DatabaseServer.start(programs, folder, passwords);
  const log = createLogger({ name: 'test', level: 'warn' });
  return startEmbeddedPostgres({ folder, passwords, log, throwAway: true });
}

async function startPooler(folder: string, server: Server) {
  const program = process.env['TEST_PGBOUNCER'];
  if (!program) return null;
  const url = new URL(server.appUrl('{database}'));
  const logins = [url.href, operatorUrlOf(url.href)].map((login) => new URL(login));
  const pooler = await Pooler.start(
    program,
    folder,
    url.href,
    logins.map(({ username, password }) => [username, password]),
  );
  url.port = String(pooler.port);
  return { appUrl: url.href, stop: () => pooler.stop() };
}

/** Creates a database whose owner is no superuser, as in an installation with Docker; returns the owner’s address. */
async function createOwnedDatabase(server: Server, name: string): Promise<string> {
  const admin = new pg.Client({ connectionString: server.adminUrl('postgres') });
  await admin.connect();
  await admin.query(`CREATE ROLE yunzhen_owner LOGIN CREATEROLE PASSWORD 'test-owner'`);
  await admin.query(`CREATE DATABASE ${name} OWNER yunzhen_owner`);
  await admin.end();
  const inside = new pg.Client({ connectionString: server.adminUrl(name) });
  await inside.connect();
  await inside.query('REVOKE EXECUTE ON FUNCTION pg_catalog.pg_prepared_statement() FROM PUBLIC');
  await inside.end();
  return server.urlOf('yunzhen_owner', 'test-owner', name);
}

/** Leaves the owner the tables only, so that a test that reassigns them changes nothing outside its own copy. */
async function keepDatabaseOfAdmin(server: Server, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: server.adminUrl('postgres') });
  await admin.connect();
  await admin.query(`ALTER DATABASE ${name} OWNER TO CURRENT_USER`);
  await admin.end();
}

/** Creates the job queues, which an api creates at its first start, so that each copy contains them. */
async function makeQueues(adminUrl: string, appUrl: string): Promise<void> {
  const admin = new pg.Pool({ connectionString: adminUrl, max: 1 });
  const { close } = await startApiOver({ adminUrl, appUrl, admin, drop: async () => undefined });
  await close();
  await admin.query(`DELETE FROM ${jobsSchema}.job`);
  await admin.end();
}
