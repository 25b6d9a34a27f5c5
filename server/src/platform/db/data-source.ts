import { DataSource, type EntitySchema } from 'typeorm';
import { timeouts } from '../config/timeouts.ts';
import { knownMigrations } from './migrations.ts';
import { proveRequests } from './request-proof.ts';
import { FailureNotes } from './statement-failures.ts';

/** The app’s connections and the tables’ descriptions, by names that code outside repositories may use. */
export type Database = DataSource;
export type Entity = EntitySchema;

/** The app’s connections: a role that row-level security binds. Entities are handed in by the modules that own them. */
export function createDataSource(options: {
  url: string;
  poolSize: number;
  entities: EntitySchema[];
  /** Proves to the database which hospital a request is for. Without it transactions see no row of a hospital. */
  requestKey?: Buffer;
  /** Milliseconds to wait for a free or a new connection. */
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
      statement_timeout: 15_000,
      // Of a pipelined connection pg closes the socket then, so that one lost in silence never goes back to the pool.
      query_timeout: timeouts['database.answer'],
      idle_in_transaction_session_timeout: 30_000,
      // For `tx.all` alone: every other statement is sent when the one before it is answered.
      pipeline: true,
    },
  });
  if (options.requestKey) proveRequests(source, options.requestKey);
  return source;
}

/** Milliseconds since 1970, by the database’s clock. */
export async function databaseTime(source: Database): Promise<number> {
  const [row] = await source.query<{ now: number }[]>(
    'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now',
  );
  return row?.now ?? NaN;
}

/** The owner’s connection, for migrations and nothing else. */
export async function createOwnerDataSource(url: string): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [],
    migrations: (await knownMigrations()).map(({ migration }) => migration),
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    applicationName: 'yunzhen-migrations',
  });
}
