import { createRequire } from 'node:module';

const { pgboss } = createRequire(import.meta.url)('pg-boss/package.json') as { pgboss: { schema: number } };

/** The schema of the pg-boss that this program has. */
export const jobSchema = pgboss.schema;

/**
 * The oldest schema whose pg-boss works on the one of this program. Raise it with a pg-boss on whose schema that of the release before
 * does not work.
 */
export const jobSchemaUsableSince = 46;

/** What the database says of its job queue. */
export interface InstalledJobSchema {
  version: number;
  /** As the release said that migrated it; null where none did. */
  usableSince: number | null;
}

const remark = 'usable by pg-boss with schema ';

/** Records on the schema which older programs may use it. */
export const recordStatement = (schema: string) => `COMMENT ON SCHEMA ${schema} IS '${remark}${jobSchemaUsableSince}'`;

/** One row: `version` and the `remark` on the schema. */
export const installedQuery = (schema: string) =>
  `SELECT version, obj_description(to_regnamespace('${schema}'), 'pg_namespace') AS remark FROM ${schema}.version`;

/** Reads the row of `installedQuery`. */
export function readInstalled(row: { version: unknown; remark: unknown } | undefined): InstalledJobSchema {
  const text = typeof row?.remark === 'string' ? row.remark : '';
  return {
    version: Number(row?.version ?? 0),
    usableSince: text.startsWith(remark) ? Number(text.slice(remark.length)) : null,
  };
}

/** Why a program with this schema can't use the job queue; null when it can. */
export function objectionToJobs({ version, usableSince }: InstalledJobSchema, own = jobSchema): string | null {
  if (version === own) return null;
  const both = `the job queue has schema ${version}, and this release has ${own}`;
  if (version < own) return `${both}: run npm run migrate with DATABASE_OWNER_URL`;
  if (usableSince !== null && own >= usableSince) return null;
  return `${both}, which is too old for it: start a newer release, or restore a backup`;
}
