import pg from 'pg';
import { timeouts } from '../config/timeouts.ts';
import { StartError } from '../process/start-failure.ts';

interface DatabaseUrls {
  DATABASE_URL?: string | undefined;
  DATABASE_OWNER_URL?: string | undefined;
  OPERATOR_DATABASE_URL?: string | undefined;
}

/** `postgres-versions.test.ts` finds statements that need a later one. */
const oldestPostgres = 16;

/** Connects once to each configured address. Throws `StartError` with the setting's name and the problem, or an old version, never the password. */
export async function assertDatabaseAnswers(urls: DatabaseUrls): Promise<void> {
  for (const name of ['DATABASE_OWNER_URL', 'DATABASE_URL', 'OPERATOR_DATABASE_URL'] as const) {
    const url = urls[name];
    if (url) await tryAddress(name, url);
  }
}

async function tryAddress(name: string, url: string): Promise<void> {
  const limit = timeouts['database.connect'];
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: limit, query_timeout: limit });
  client.on('error', () => undefined);
  let version: number;
  try {
    await client.connect();
    version = await versionOf(client);
  } catch (error) {
    throw new StartError(`${name}: ${reasonOf(error, new URL(url))}`, { cause: error });
  } finally {
    void client.end().catch(() => undefined);
  }
  if (version < oldestPostgres)
    throw new StartError(
      `${name}: the database at ${serverOf(new URL(url))} is PostgreSQL ${version}. Upgrade it to 16, 17 or 18.`,
    );
}

async function versionOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version`,
  );
  return rows[0]?.version ?? 0;
}

const serverOf = ({ hostname, port }: URL): string => `${hostname}:${port || '5432'}`;

function reasonOf(error: unknown, url: URL): string {
  const { code, message } = error as { code?: string; message: string };
  const server = serverOf(url);
  const user = decodeURIComponent(url.username);
  if (code === '28P01' || code === '28000') return `the database at ${server} does not accept the password of ${user}.`;
  if (code === '3D000') return `there is no database ${decodeURIComponent(url.pathname.slice(1))} at ${server}.`;
  return `the database at ${server} cannot be reached (${code ?? message}).`;
}
