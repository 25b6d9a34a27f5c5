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
  const control = await connectTo(fill(inject('adminUrl'), 'postgres'));
  // Postgres allows one copy of a template at a time, and test files run concurrently.
  await control.query('SELECT pg_advisory_lock(1)');
  // A copy of files takes a quarter less CPU than one through the log, whose size it also spares.
  await control.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
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
    drop: async () => {
      await admin.end();
      const last = await connectTo(fill(inject('adminUrl'), 'postgres'));
      // Waits for connections that are about to end. A database that is still used ends with the server.
      await last.query(`DROP DATABASE ${name}`).catch((error: unknown) => {
        if ((error as { code?: string }).code !== '55006') throw error;
      });
      await last.end();
    },
  };
}

/** Returns the app role’s address on the server itself: in a run with a pooler, `appUrl` leads through it. */
export function directUrlOf({ adminUrl, appUrl }: Pick<TestDatabase, 'adminUrl' | 'appUrl'>): string {
  const url = new URL(appUrl);
  url.port = new URL(adminUrl).port;
  return url.href;
}

/** Makes the superuser the owner of the tables, as with the embedded database. Demo data need that: no other owner may copy rows in bulk. */
export async function ownBySuperuser({ admin }: TestDatabase): Promise<void> {
  await admin.query('REASSIGN OWNED BY yunzhen_owner TO CURRENT_USER');
}

async function connectTo(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}
