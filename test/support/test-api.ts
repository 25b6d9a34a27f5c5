import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { buildApi, type Api } from '../../server/src/api/app.ts';
import { openCheckedDatabase } from '../../server/src/api/checked-database.ts';
import { entities } from '../../server/src/api/entities.ts';
import type { Clock } from '../../server/src/platform/clock.ts';
import { apiSettings, type ApiSettings } from '../../server/src/platform/config/settings.ts';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { createDataSource } from '../../server/src/platform/db/data-source.ts';
import { jobsSchema } from '../../server/src/platform/db/migrate.ts';
import { createLogger, type Logger } from '../../server/src/platform/logging/logger.ts';
import { MovableClock } from './clock.ts';
import type { TestDatabase } from './database.ts';
import { operatorUrlOf, requestKey } from './request-key.ts';

export interface TestApi {
  api: Api;
  /** `http://127.0.0.1:<port>` */
  url: string;
  database: TestDatabase;
  source: DataSource;
  clock: MovableClock;
  settings: ApiSettings;
  ticketPublicKey: string;
  close(): Promise<void>;
}

/** The ground for test people and papers: an api in this process, or a separate one. */
export type TestGround = Pick<TestApi, 'url' | 'database' | 'settings' | 'clock'>;

/** Returns the environment of an api of this database, which does not describe itself unless `API_DOCS` in `overrides` says so. */
function environmentOf(
  database: Pick<TestDatabase, 'appUrl'>,
  ticketKey: KeyObject,
  overrides: Record<string, string>,
): Record<string, string> {
  return {
    NODE_ENV: 'test',
    DATABASE_URL: database.appUrl,
    DATABASE_REQUEST_KEY: requestKey.toString('base64'),
    OPERATOR_DATABASE_URL: operatorUrlOf(database.appUrl),
    DATABASE_POOL: '10',
    ACCESS_TOKEN_SECRET: randomBytes(32).toString('base64'),
    KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    TICKET_PRIVATE_KEY: ticketKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    NODE_SECRET: randomBytes(24).toString('hex'),
    RATE_LIMIT_FACTOR: '1000',
    API_DOCS: 'false',
    ...overrides,
  };
}

/** Makes every check of an api’s start on this database, as its process does first. Throws `StartError`. */
export async function checkedStart(
  database: Pick<TestDatabase, 'appUrl'>,
  overrides: Record<string, string> = {},
): Promise<void> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const env = environmentOf(database, privateKey, overrides);
  const log = createLogger({ name: 'test', level: 'fatal' });
  const { source } = await openCheckedDatabase(readConfig(apiSettings, env), env, log);
  await source.destroy();
}

/**
 * Starts a complete api without stubs on its own port with a new database. Scheduled jobs run only when a test runs them: that of each minute could
 * run between any two steps of a test, and nightly ones at some hours only.
 */
export async function startTestApi(
  overrides: Record<string, string> = {},
  log: Logger = createLogger({ name: 'test', level: 'error' }),
  machineClock?: Clock,
): Promise<TestApi> {
  const { createTestDatabase } = await import('./database.ts');
  const database = await createTestDatabase();
  // As if another process had just checked the schedules: the next check finds none.
  await database.admin.query(`UPDATE ${jobsSchema}.version SET cron_on = now()`);
  const test = await startApiOver(database, overrides, log, machineClock);
  await database.admin.query(`DELETE FROM ${jobsSchema}.schedule`);
  return test;
}

/** Starts the same over an existing database, for benchmarks, which run outside vitest. `pages`: a folder in place of the built app. */
export async function startApiOver(
  database: TestDatabase,
  overrides: Record<string, string> = {},
  log: Logger = createLogger({ name: 'test', level: 'error' }),
  machineClock?: Clock,
  pages?: string,
): Promise<TestApi> {
  const ticketKeys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const settings = readConfig(apiSettings, environmentOf(database, ticketKeys.privateKey, overrides));
  const clock = new MovableClock();
  const source = await createDataSource({
    url: settings.DATABASE_URL,
    poolSize: settings.DATABASE_POOL,
    entities,
    requestKey: settings.DATABASE_REQUEST_KEY,
  }).initialize();
  const api = await buildApi({
    settings,
    log,
    clock,
    source,
    ...(machineClock ? { machineClock } : {}),
    ...(pages === undefined ? {} : { pages }),
  });
  await api.jobs.start();
  const url = await api.server.listen({ port: 0, host: '127.0.0.1' });
  return {
    api,
    url,
    database,
    source,
    clock,
    settings,
    ticketPublicKey: ticketKeys.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    close: async () => {
      await api.close();
      await source.destroy();
      await database.drop();
    },
  };
}
