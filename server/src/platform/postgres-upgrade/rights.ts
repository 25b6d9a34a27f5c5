import type { Client } from 'pg';
import { notOfExtension, ownSchemas } from './session.ts';

interface Right {
  /** As GRANT names it: kind, schema and name. */
  object: string;
  /** For a right on one column. */
  column: string | null;
  grantee: string;
  privilege: string;
  grantable: boolean;
}

/** All rights on objects apart from those of their owners. */
const rightsQuery = `
  WITH object AS (
    SELECT 'SCHEMA ' || quote_ident(nspname) AS object, NULL AS col, nspowner AS owner, coalesce(nspacl, acldefault('n', nspowner)) AS acl
      FROM pg_namespace n WHERE ${ownSchemas}
    UNION ALL
    SELECT CASE c.relkind WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END || format('%I.%I', n.nspname, c.relname), NULL, c.relowner,
        coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END, c.relowner))
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${ownSchemas} AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND ${notOfExtension('pg_class', 'c.oid')}
    UNION ALL
    SELECT 'TABLE ' || format('%I.%I', n.nspname, c.relname), quote_ident(a.attname), c.relowner, a.attacl
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${ownSchemas} AND a.attacl IS NOT NULL AND NOT a.attisdropped AND ${notOfExtension('pg_class', 'c.oid')}
    UNION ALL
    SELECT 'ROUTINE ' || p.oid::regprocedure::text, NULL, p.proowner, coalesce(p.proacl, acldefault('f', p.proowner))
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${ownSchemas} AND p.prokind <> 'a' AND ${notOfExtension('pg_proc', 'p.oid')}
    UNION ALL
    SELECT 'TYPE ' || format('%I.%I', n.nspname, t.typname), NULL, t.typowner, coalesce(t.typacl, acldefault('T', t.typowner))
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE ${ownSchemas} AND t.typtype IN ('e', 'd', 'r') AND ${notOfExtension('pg_type', 't.oid')}
    UNION ALL
    SELECT 'DATABASE ' || quote_ident(datname), NULL, datdba, coalesce(datacl, acldefault('d', datdba)) FROM pg_database
      WHERE datname = current_database()
  )
  SELECT object, col AS column, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END AS grantee,
    a.privilege_type AS privilege, a.is_grantable AS grantable
  FROM object, aclexplode(object.acl) a WHERE a.grantee <> object.owner
  ORDER BY 1, 2, 3, 4`;

/** Makes all rights on objects in the second database those of the first. Both have the same objects and roles. */
export async function copyRights(source: Client, target: Client): Promise<void> {
  const [before, after] = await Promise.all([rightsOf(source), rightsOf(target)]);
  for (const [key, right] of after) if (!before.has(key)) await target.query(statement('REVOKE', right));
  for (const [key, right] of before) if (!after.has(key)) await target.query(statement('GRANT', right));
}

/** Returns rights that only one of two databases has. */
export async function rightDifferences(source: Client, target: Client): Promise<string[]> {
  const [before, after] = await Promise.all([rightsOf(source), rightsOf(target)]);
  const only = (some: Map<string, Right>, others: Map<string, Right>, mark: string) =>
    [...some].filter(([key]) => !others.has(key)).map(([, right]) => `${mark} ${statement('GRANT', right)}`);
  return [...only(before, after, '-'), ...only(after, before, '+')];
}

async function rightsOf(client: Client): Promise<Map<string, Right>> {
  const { rows } = await client.query<Right>(rightsQuery);
  return new Map(rows.map((right) => [JSON.stringify(Object.values(right)), right]));
}

function statement(verb: 'GRANT' | 'REVOKE', { object, column, grantee, privilege, grantable }: Right): string {
  const what = column === null ? privilege : `${privilege} (${column})`;
  if (verb === 'REVOKE') return `REVOKE ${what} ON ${object} FROM ${grantee}`;
  return `GRANT ${what} ON ${object} TO ${grantee}${grantable ? ' WITH GRANT OPTION' : ''}`;
}
