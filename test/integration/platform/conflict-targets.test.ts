import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

/** The key of a participant may not be taken silently, and a page publishes its key once. */
const known = ['call_key (id)'];

const inserts = /INSERT INTO (\w+)(?:(?!INSERT INTO)[\s\S]){0,900}?ON CONFLICT \(([^)]*)\) DO NOTHING/g;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/*
 * PostgreSQL looks in the named unique index alone. Where another one holds the same columns and more, such as that of a foreign key of the hospital,
 * two inserts at the same moment may both pass the first and one of them fail at the second.
 */
it('inserts that ignore an existing row name no unique index that another one contains', async () => {
  const { rows } = await database.admin.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name, array_agg(a.attname::text) AS columns
     FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
     WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname, i.indexrelid`,
  );
  const root = new URL('../../../server/src/', import.meta.url).pathname;
  const sources = globSync('**/*.ts', { cwd: root }).map((file) => readFileSync(`${root}${file}`, 'utf8'));
  const targets = sources.flatMap((source) =>
    [...source.matchAll(inserts)].map(([, table = '', columns = '']) => ({ table, columns: columns.split(/,\s*/) })),
  );
  expect(targets.length).toBeGreaterThan(5);
  const unsafe = targets.filter(({ table, columns }) =>
    rows.some((index) => {
      const contains = columns.every((column) => index.columns.includes(column));
      return index.name === table && index.columns.length > columns.length && contains;
    }),
  );
  expect(unsafe.map(({ table, columns }) => `${table} (${columns.join(', ')})`)).toEqual(known);
});
