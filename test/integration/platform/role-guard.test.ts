import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDataSource } from '../../../server/src/platform/db/data-source.ts';
import { migrate } from '../../../server/src/platform/db/migrate.ts';
import { assertRoleIsBound } from '../../../server/src/platform/db/role-guard.ts';
import { createTestDatabase, directUrlOf, type TestDatabase } from '../../support/database.ts';
import { accessOf } from '../../support/request-key.ts';
import { checkedStart } from '../../support/test-api.ts';

let database: TestDatabase;
const roles = ['guard_bypass', 'guard_member', 'guard_owner'].map(
  (name) => `${name}_${randomBytes(3).toString('hex')}`,
);
const [bypass = '', member = '', owner = ''] = roles;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.admin.query(`CREATE ROLE ${bypass} LOGIN PASSWORD 'x' BYPASSRLS`);
  await database.admin.query(`CREATE ROLE ${member} LOGIN PASSWORD 'x' IN ROLE ${bypass}`);
  await database.admin.query(`CREATE ROLE ${owner} LOGIN PASSWORD 'x'`);
});
afterAll(async () => {
  await database.admin.query(`DROP OWNED BY ${roles.join(', ')}`);
  await database.admin.query(`DROP ROLE ${roles.join(', ')}`);
  await database.drop();
});

function urlOf(role: string): string {
  const url = new URL(directUrlOf(database));
  url.username = role;
  url.password = 'x';
  return url.href;
}

async function guard(url: string): Promise<string> {
  const source = await createDataSource({ url, poolSize: 2, entities: [] }).initialize();
  try {
    return await assertRoleIsBound(source).then(
      () => 'bound',
      (error: unknown) => (error as Error).message,
    );
  } finally {
    await source.destroy();
  }
}

describe('the api’s database role', () => {
  it('is accepted without special rights', async () => {
    expect(await guard(database.appUrl)).toBe('bound');
  });

  it('is rejected as superuser, with BYPASSRLS, as member of such a role, and as owner of a table', async () => {
    expect(await guard(database.adminUrl)).toContain('is a superuser');
    expect(await guard(urlOf(bypass))).toContain('has BYPASSRLS');
    expect(await guard(urlOf(member))).toContain('has BYPASSRLS');
    expect(await guard(urlOf(owner))).toBe('bound');
    await database.admin.query(`GRANT CREATE ON SCHEMA public TO ${owner}`);
    await database.admin.query(`CREATE TABLE owned_elsewhere (id int)`);
    await database.admin.query(`ALTER TABLE owned_elsewhere OWNER TO ${owner}`);
    expect(await guard(urlOf(owner))).toContain('owns tables');
    await database.admin.query('DROP TABLE owned_elsewhere');
  });

  it('is rejected while it may create temporary tables, which a migration revokes', async () => {
    const { admin, adminUrl, appUrl } = database;
    const { rows } = await admin.query<{ name: string }>('SELECT current_database() AS name');
    await admin.query(`GRANT TEMPORARY ON DATABASE ${rows[0]?.name} TO PUBLIC`);
    expect(await guard(appUrl)).toContain('may create temporary tables');
    await migrate(adminUrl, accessOf(appUrl));
    expect(await guard(appUrl)).toBe('bound');
  });

  it('is rejected when a hospital’s table has no row-level security', async () => {
    await database.admin.query('CREATE TABLE forgotten (hospital_id uuid NOT NULL)');
    expect(await guard(database.appUrl)).toContain('forgotten');
    await database.admin.query('ALTER TABLE forgotten ENABLE ROW LEVEL SECURITY');
    expect(await guard(database.appUrl)).toContain('forgotten');
    await database.admin.query('ALTER TABLE forgotten FORCE ROW LEVEL SECURITY');
    expect(await guard(database.appUrl)).toBe('bound');
    await database.admin.query('DROP TABLE forgotten');
  });

  it('stops the start of the api when it could bypass row-level security', async () => {
    await expect(checkedStart({ appUrl: database.adminUrl })).rejects.toThrow(
      'must not be able to bypass row-level security',
    );
  });
});
