import type { Client } from 'pg';
import { jobsSchema } from '../platform/db/migrate.ts';
import type { Schema } from './protocol.ts';

export async function schemaOf(client: Client): Promise<Schema> {
  const { rows: migrations } = await client.query<{ name: string }>('SELECT name FROM schema_migration ORDER BY name');
  const { rows: queue } = await client.query<{ version: number }>(
    `SELECT version::int AS version FROM ${jobsSchema}.version`,
  );
  return { migrations: migrations.map(({ name }) => name), jobs: queue[0]?.version ?? 0 };
}

/** Returns what keeps rows of one schema from fitting into the other; null when they are the same. */
export function schemaDifference(source: Schema, target: Schema): string | null {
  const missing = (here: Schema, there: Schema) => here.migrations.find((name) => !there.migrations.includes(name));
  const [older, newest] = [missing(source, target), missing(target, source)];
  if (older) return `The target lacks the migration ${older}. Upgrade it to the release of the source first.`;
  if (newest) return `The source lacks the migration ${newest}. Upgrade it to the release of the target first.`;
  if (source.jobs !== target.jobs)
    return `The job queues have versions ${source.jobs} and ${target.jobs}. Run the same release on both sides first.`;
  return null;
}
