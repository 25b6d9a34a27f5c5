import pg from 'pg';
import { timeouts } from '../config/timeouts.ts';
import { StartError } from '../process/start-failure.ts';

interface DatabaseUrls {
  DATABASE_URL?: string | undefined;
  DATABASE_OWNER_URL?: string | undefined;
  OPERATOR_DATABASE_URL?: string | undefined;
}

/** Connects once to each configured address. Throws `StartError` with the setting's name and the problem, never the password. */
export async function assertDatabaseAnswers(urls: DatabaseUrls): Promise<void> {
  for (const name of ['DATABASE_OWNER_URL', 'DATABASE_URL', 'OPERATOR_DATABASE_URL'] as const) {
    const url = urls[name];
    if (url) await tryAddress(name, url);
  }
}

async function tryAddress(name: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: timeouts['database.connect'] });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new StartError(`${name}: ${reasonOf(error, new URL(url))}`, { cause: error });
  } finally {
    void client.end().catch(() => undefined);
  }
}

function reasonOf(error: unknown, { hostname, port, username, pathname }: URL): string {
  const { code, message } = error as { code?: string; message: string };
  const server = `${hostname}:${port || '5432'}`;
  const user = decodeURIComponent(username);
  if (code === '28P01' || code === '28000') return `the database at ${server} does not accept the password of ${user}.`;
  if (code === '3D000') return `there is no database ${decodeURIComponent(pathname.slice(1))} at ${server}.`;
  return `the database at ${server} cannot be reached (${code ?? message}).`;
}
