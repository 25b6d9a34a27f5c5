import type { Client } from 'pg';

interface Role {
  name: string;
  /** As ALTER ROLE takes them. */
  attributes: string;
  password: string | null;
  until: string | null;
}

interface Membership {
  role: string;
  member: string;
  admin: boolean;
  /** Unknown before version 16. */
  inherit: boolean | null;
  set: boolean | null;
}

interface Setting {
  role: string | null;
  database: string | null;
  setting: string;
}

const attribute = (column: string, name: string) => `CASE WHEN ${column} THEN '${name}' ELSE 'NO${name}' END`;
const rolesQuery = `
  SELECT rolname AS name, rolpassword AS password, rolvaliduntil::text AS until, concat_ws(' ', ${[
    attribute('rolsuper', 'SUPERUSER'),
    attribute('rolinherit', 'INHERIT'),
    attribute('rolcreaterole', 'CREATEROLE'),
    attribute('rolcreatedb', 'CREATEDB'),
    attribute('rolcanlogin', 'LOGIN'),
    attribute('rolreplication', 'REPLICATION'),
    attribute('rolbypassrls', 'BYPASSRLS'),
  ].join(', ')}, 'CONNECTION LIMIT', rolconnlimit) AS attributes
  FROM pg_authid WHERE rolname !~ '^pg_' AND rolname <> current_user ORDER BY rolname`;

// As JSON, because columns depend on the version.
const membershipsQuery = `
  SELECT pg_get_userbyid(roleid) AS role, pg_get_userbyid(member) AS member, admin_option AS admin,
    (to_jsonb(m) ->> 'inherit_option')::boolean AS inherit, (to_jsonb(m) ->> 'set_option')::boolean AS set
  FROM pg_auth_members m WHERE pg_get_userbyid(member) !~ '^pg_' ORDER BY 1, 2`;

const settingsQuery = `
  SELECT r.rolname AS role, d.datname AS database, unnest(s.setconfig) AS setting
  FROM pg_db_role_setting s LEFT JOIN pg_roles r ON r.oid = s.setrole LEFT JOIN pg_database d ON d.oid = s.setdatabase ORDER BY 1, 2, 3`;

/** Copies all roles with their passwords, memberships and settings. The databases that settings name must exist. */
export async function copyRoles(source: Client, target: Client): Promise<void> {
  const exist = new Set((await target.query<Role>(rolesQuery)).rows.map(({ name }) => name));
  for (const { name, attributes, password, until } of (await source.query<Role>(rolesQuery)).rows) {
    const role = target.escapeIdentifier(name);
    if (!exist.has(name)) await target.query(`CREATE ROLE ${role}`);
    // The stored digest of a password is accepted in its place.
    const secret = password === null ? 'NULL' : target.escapeLiteral(password);
    const validity = until === null ? '' : ` VALID UNTIL ${target.escapeLiteral(until)}`;
    await target.query(`ALTER ROLE ${role} WITH ${attributes} PASSWORD ${secret}${validity}`);
  }
  for (const { role, member, admin, inherit, set } of (await source.query<Membership>(membershipsQuery)).rows) {
    const options = [
      `ADMIN ${admin}`,
      ...(inherit === null ? [] : [`INHERIT ${inherit}`]),
      ...(set === null ? [] : [`SET ${set}`]),
    ];
    const [granted, to] = [role, member].map((name) => target.escapeIdentifier(name));
    await target.query(`GRANT ${granted} TO ${to} WITH ${options.join(', ')}`);
  }
  for (const each of (await source.query<Setting>(settingsQuery)).rows) await applySetting(target, each);
}

/** Settings whose value is a list: as one literal it would become a list of one member. */
const lists = new Set(['search_path', 'temp_tablespaces', 'session_preload_libraries', 'local_preload_libraries']);

async function applySetting(target: Client, { role, database, setting }: Setting): Promise<void> {
  const at = setting.indexOf('=');
  const [name, value] = [setting.slice(0, at), setting.slice(at + 1)];
  const owner = [
    role === null ? 'ALTER DATABASE' : `ALTER ROLE ${target.escapeIdentifier(role)}`,
    ...(database === null
      ? []
      : [role === null ? target.escapeIdentifier(database) : `IN DATABASE ${target.escapeIdentifier(database)}`]),
  ].join(' ');
  if (!lists.has(name)) {
    await target.query(`${owner} SET ${name} TO ${target.escapeLiteral(value)}`);
    return;
  }
  await target.query('BEGIN');
  await target.query('SELECT set_config($1, $2, true)', [name, value]);
  await target.query(`${owner} SET ${name} FROM CURRENT`);
  await target.query('COMMIT');
}

/** Returns roles, memberships and settings that only the first of two servers has. */
export async function roleDifferences(source: Client, target: Client): Promise<string[]> {
  const [before, after] = await Promise.all([rolesOf(source), rolesOf(target)]);
  return [...before].filter((line) => !after.has(line)).map((line) => `- ${line}`);
}

async function rolesOf(client: Client): Promise<Set<string>> {
  const lines: string[] = [];
  for (const { name, attributes, password } of (await client.query<Role>(rolesQuery)).rows)
    lines.push(`role ${name} ${attributes} ${password === null ? 'without' : 'with'} a password`);
  for (const { role, member, admin } of (await client.query<Membership>(membershipsQuery)).rows)
    lines.push(`${member} is a member of ${role}${admin ? ' with admin option' : ''}`);
  for (const { role, database, setting } of (await client.query<Setting>(settingsQuery)).rows)
    lines.push(`setting ${role ?? 'every role'} in ${database ?? 'every database'}: ${setting}`);
  return new Set(lines);
}
