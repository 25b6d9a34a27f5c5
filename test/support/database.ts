import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  /** The superuser’s address: for assertions past row-level security, and for factories. */
  adminUrl: string;
  /** The app role’s address. */
  appUrl: string;
  admin: pg.Pool;
  drop(): Promise<void>;
}

/** Creates a migrated database for this test file; the template `template1` gives an empty one. */
export async function createTestDatabase(template: string = inject('templateDatabase')): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const fill = (url: string, database: string) =>
    url.replace(encodeURIComponent('{database}'), database).replace('{database}', database);
  const control = new pg.Client({ connectionString: fill(inject('adminUrl'), 'postgres') });
  await control.connect();
  // Postgres allows one copy of a template at a time, and test files run concurrently.
  await control.query('SELECT pg_advisory_lock(1)');
  await control.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await control.query('SELECT pg_advisory_unlock(1)');
  // Privileges on a database are not copied with it.
  await control.query(`REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
  await control.end();
  const adminUrl = fill(inject('adminUrl'), name);
  const admin = new pg.Pool({ connectionString: adminUrl, max: 3 });
  return {
    adminUrl,
    appUrl: fill(inject('appUrl'), name),
    admin,
    drop: () => admin.end(),
  };
}
