import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { TestDatabase } from './database.ts';

/** Runs a migration again as the owner of the tables, whom row-level security binds: for what it does with rows that are there. */
export async function runMigration({ admin }: TestDatabase, migration: MigrationInterface): Promise<void> {
  const client = await admin.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL ROLE yunzhen_owner');
    const query = async (sql: string, values?: unknown[]) => (await client.query(sql, values)).rows;
    await migration.up({ query } as unknown as QueryRunner);
    await client.query('COMMIT');
  } finally {
    // A failed one leaves a transaction open.
    client.release(true);
  }
}
