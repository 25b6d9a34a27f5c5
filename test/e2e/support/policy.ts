import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Installation } from './installation.ts';

/** Lets the calls of every hospital of this installation be encrypted end to end, as a hospital’s settings say it. */
export async function encryptCalls({ folder }: Installation): Promise<void> {
  const secrets = JSON.parse(await readFile(join(folder, 'secrets.json'), 'utf8')) as Record<string, string>;
  // The fourth line of a running server’s file is its port.
  const port = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[3]?.trim();
  const client = new pg.Client({
    host: '127.0.0.1',
    port: Number(port),
    user: 'postgres',
    password: secrets['DATABASE_ADMIN_PASSWORD'] ?? '',
    database: 'yunzhen',
  });
  await client.connect();
  try {
    await client.query(`UPDATE hospital SET settings = settings || '{"endToEndEncryptedCalls": true}'`);
  } finally {
    await client.end();
  }
}
