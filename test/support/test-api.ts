import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { buildApi, type Api } from '../../server/src/api/app.ts';
import { entities } from '../../server/src/api/entities.ts';
import type { Clock } from '../../server/src/platform/clock.ts';
import { apiSettings, type ApiSettings } from '../../server/src/platform/config/settings.ts';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { createDataSource } from '../../server/src/platform/db/data-source.ts';
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

/** Starts a complete api without stubs on its own port with a new database. */
export async function startTestApi(
  overrides: Record<string, string> = {},
  log: Logger = createLogger({ name: 'test', level: 'error' }),
  machineClock?: Clock,
): Promise<TestApi> {
  const { createTestDatabase } = await import('./database.ts');
  return startApiOver(await createTestDatabase(), overrides, log, machineClock);
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
  const settings = readConfig(apiSettings, {
    NODE_ENV: 'test',
    DATABASE_URL: database.appUrl,
    DATABASE_REQUEST_KEY: requestKey.toString('base64'),
    OPERATOR_DATABASE_URL: operatorUrlOf(database.appUrl),
    DATABASE_POOL: '10',
    ACCESS_TOKEN_SECRET: randomBytes(32).toString('base64'),
    KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    TICKET_PRIVATE_KEY: ticketKeys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    NODE_SECRET: randomBytes(24).toString('hex'),
    RATE_LIMIT_FACTOR: '1000',
    ...overrides,
  });
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
