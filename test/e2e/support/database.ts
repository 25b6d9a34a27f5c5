import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** Runs `work` as the owner in the database of the installation in this folder, for what no route does, such as ageing rows. */
export async function inDatabase<Value>(folder: string, work: (owner: pg.Client) => Promise<Value>): Promise<Value> {
  const secrets = JSON.parse(await readFile(join(folder, 'secrets.json'), 'utf8')) as Record<string, string>;
  // The fourth line of a running server’s file is its port.
  const port = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[3]?.trim();
  const owner = new pg.Client({
    host: '127.0.0.1',
    port: Number(port),
    user: 'postgres',
    password: secrets['DATABASE_ADMIN_PASSWORD'] ?? '',
    database: 'yunzhen',
  });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** Runs `work` in the database of the installation of this worker’s tests. */
export function inOwnDatabase<Value>(work: (owner: pg.Client) => Promise<Value>): Promise<Value> {
  return inDatabase(process.env['YUNZHEN_E2E_FOLDER'] ?? '', work);
}
