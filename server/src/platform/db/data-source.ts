import type pg from 'pg';
import { DataSource, type EntitySchema } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { timeouts } from '../config/timeouts.ts';
import { knownMigrations } from './migrations.ts';
import { proveRequests } from './request-proof.ts';
import { FailureNotes } from './statement-failures.ts';

/** The app’s connections and table definitions, under a name that code outside repositories may use. */
export type Database = DataSource;
export type Entity = EntitySchema;

/** Time limits of the app’s sessions in the database, in milliseconds. Roles have them too, because PgBouncer drops those of a connection. */
export const sessionTimeouts = { statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 } as const;

/** Creates the app’s connections, with a role that row-level security applies to. The modules that own the entities pass them in. */
export function createDataSource(options: {
  url: string;
  poolSize: number;
  entities: EntitySchema[];
  /** Proves to the database for which hospital a request is. Without it transactions see no hospital’s rows. */
  requestKey?: Buffer;
  /** Milliseconds to wait for a free or new connection. */
  connectTimeout?: number;
}): DataSource {
  const source = new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities,
    poolSize: options.poolSize,
    synchronize: false,
    logger: new FailureNotes(),
    applicationName: 'yunzhen-api',
    connectTimeoutMS: options.connectTimeout ?? timeouts['database.connect'],
    extra: {
      keepAlive: true,
      // For a pipelined connection pg then closes the socket, so that a silently lost one never returns to the pool.
      query_timeout: timeouts['database.answer'],
      ...sessionTimeouts,
      // Used by `tx.all` only: every other statement is sent after the previous answer.
      pipeline: true,
    },
  });
  if (options.requestKey) proveRequests(source, options.requestKey);
  return source;
}

/** Returns the pool of the app’s connections, to be measured. */
export function poolOf(source: Database): pg.Pool {
  return (source.driver as PostgresDriver).master as pg.Pool;
}

/** Returns milliseconds since 1970, by the database’s clock. */
export async function databaseTime(source: Database): Promise<number> {
  const [row] = await source.query<{ now: number }[]>(
    'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now',
  );
  return row?.now ?? NaN;
}

/** Opens the owner’s connection, for migrations only. */
export async function createOwnerDataSource(url: string, migrations = knownMigrations()): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [],
    migrations: (await migrations).map(({ migration }) => migration),
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    applicationName: 'yunzhen-migrations',
  });
}
