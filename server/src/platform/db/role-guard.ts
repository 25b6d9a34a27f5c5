import type { DataSource } from 'typeorm';
import { StartError } from '../process/start-failure.ts';

/**
 * Stops the program when its database role could read across hospitals: a superuser, a role with BYPASSRLS, an owner of our tables, or a member of
 * such a role. Row-level security separates hospitals; such a role would turn every query mistake into a leak.
 */
export async function assertRoleIsBound(source: DataSource): Promise<void> {
  const rows = await source.query<{ role: string; why: string }[]>(`
    SELECT r.rolname AS role,
           CASE WHEN r.rolsuper THEN 'is a superuser' WHEN r.rolbypassrls THEN 'has BYPASSRLS' ELSE 'owns tables' END AS why
    FROM pg_roles r
    WHERE pg_has_role(current_user, r.oid, 'MEMBER')
      AND (r.rolsuper OR r.rolbypassrls OR EXISTS (
        SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relowner = r.oid))
  `);
  const [first] = rows;
  if (first) {
    throw new StartError(
      `The database role of DATABASE_URL must not be able to bypass row-level security, but ${first.role} ${first.why}. ` +
        'Give the app a plain role (CREATE ROLE yunzhen_api LOGIN) and the owner’s address as DATABASE_OWNER_URL.',
    );
  }
  const [more] = await source.query<{ right: string }[]>(`
    SELECT CASE WHEN pg_has_role(current_user, 'yunzhen_operator', 'MEMBER') THEN 'is one of yunzhen_operator'
      WHEN has_database_privilege(current_database(), 'TEMPORARY') THEN 'may create temporary tables'
      WHEN EXISTS (SELECT 1 FROM pg_namespace n WHERE has_schema_privilege(n.oid, 'CREATE')) THEN 'may create tables' END AS right
    WHERE to_regrole('yunzhen_operator') IS NOT NULL
  `);
  if (more?.right)
    throw new StartError(
      `The database role of DATABASE_URL ${more.right}. Run npm run migrate, which revokes that right.`,
    );
  const unguarded = await source.query<{ name: string }[]>(`
    SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'hospital_id' AND NOT a.attisdropped
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
  `);
  if (unguarded.length > 0) {
    throw new StartError(
      `These hospital tables have no forced row-level security: ${unguarded.map((row) => row.name).join(', ')}`,
    );
  }
}
