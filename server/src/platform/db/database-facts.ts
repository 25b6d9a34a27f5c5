import type { DataSource } from 'typeorm';
import { jobsSchema } from './migrate.ts';
import { migrationState } from './migrations.ts';

export interface DatabaseFacts {
  serverVersion: string;
  bytes: number;
  /** Open connections of the server, and how many it accepts. */
  connections: number;
  maxConnections: number;
  /** The newest migration that ran. */
  schema: string;
  pending: number;
  unknown: number;
  jobSchema: number;
}

/** Reads version, size and schema of the database with the rights of the api’s role. */
export async function readDatabaseFacts(source: DataSource): Promise<DatabaseFacts> {
  const { pending, unknown } = await migrationState(source);
  const [row] = await source.query<Omit<DatabaseFacts, 'pending' | 'unknown'>[]>(
    `SELECT current_setting('server_version') AS "serverVersion", pg_database_size(current_database())::float8 AS bytes,
       (SELECT sum(numbackends)::int FROM pg_stat_database) AS connections,
       current_setting('max_connections')::int AS "maxConnections",
       (SELECT name FROM schema_migration ORDER BY id DESC LIMIT 1) AS schema,
       (SELECT version::int FROM ${jobsSchema}.version) AS "jobSchema"`,
  );
  if (!row) throw new Error('the database returned no facts');
  return { ...row, pending: pending.length, unknown: unknown.length };
}
