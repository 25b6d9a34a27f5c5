import pg from 'pg';

/** So that both versions write each value in the same way, and no time limit ends a copy. */
const settings = {
  TimeZone: 'UTC',
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  extra_float_digits: '1',
  bytea_output: 'hex',
  statement_timeout: '0',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  row_security: 'off',
  // Names are then written with their schema.
  search_path: '',
};

/** Connects for copying and comparing. */
async function openSession(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // A lost connection fails the statement; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  for (const [name, value] of Object.entries(settings))
    await client.query('SELECT set_config($1, $2, false)', [name, value]);
  return client;
}

/** Connects, and disconnects when the work has ended. */
export async function withSession<Value>(url: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = await openSession(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same with a database on each of two servers. */
export function withSessions<Value>(
  [from, to]: readonly [string, string],
  work: (source: pg.Client, target: pg.Client) => Promise<Value>,
): Promise<Value> {
  return withSession(from, (source) => withSession(to, (target) => work(source, target)));
}

/** Schemas that are not PostgreSQL’s own; `n` is `pg_namespace`. */
export const ownSchemas = `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;

/** True for objects that no extension brings. */
export const notOfExtension = (catalog: string, oid: string) =>
  `NOT EXISTS (SELECT 1 FROM pg_depend x WHERE x.classid = '${catalog}'::regclass AND x.objid = ${oid} AND x.deptype = 'e')`;
