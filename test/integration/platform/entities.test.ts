import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entities } from '../../../server/src/api/entities.ts';
import { createDataSource } from '../../../server/src/platform/db/data-source.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

/** TypeORM’s own table, which this project does not use. The job queue’s tables are in a schema of their own. */
const withoutEntity = ['schema_migration'];

/** TypeORM requires a key for each table. This one has none: its samples are inserted and summed, never read singly. */
const withoutKey = 'call_quality_sample';

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  source = await createDataSource({ url: database.appUrl, poolSize: 1, entities }).initialize();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

interface StoredColumn {
  table: string;
  name: string;
  type: string;
  required: boolean;
  key: boolean;
}

/** Returns one line per column, e.g. `visit.ended_at timestamp with time zone null`. */
const lineOf = ({ table, name, type, required, key }: StoredColumn) =>
  `${table}.${name} ${type}${required ? '' : ' null'}${key && table !== withoutKey ? ' key' : ''}`;

async function stored(): Promise<string[]> {
  const { rows } = await database.admin.query<StoredColumn>(
    `SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required,
       coalesce(a.attnum = ANY (k.conkey), false) AS key
     FROM pg_class c
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') AND NOT c.relname = ANY ($1)`,
    [withoutEntity],
  );
  return rows.map(lineOf).sort();
}

function described(): string[] {
  return source.entityMetadatas
    .flatMap(({ tableName, columns }) =>
      columns.map((column) => {
        const size = column.precision ? `(${column.precision},${column.scale})` : '';
        return lineOf({
          table: tableName,
          name: column.databaseName,
          type: `${source.driver.normalizeType(column)}${size}${column.isArray ? '[]' : ''}`,
          required: !column.isNullable,
          key: column.isPrimary,
        });
      }),
    )
    .sort();
}

describe('the entities', () => {
  it('describe every table, column, type, nullability and primary key of the migrated database, and nothing else', async () => {
    expect(described()).toEqual(await stored());
  });

  it('describe each table once', () => {
    const tables = source.entityMetadatas.map(({ tableName }) => tableName);
    expect(tables.filter((table, place) => tables.indexOf(table) !== place)).toEqual([]);
    expect(entities.length).toBe(tables.length);
  });
});
