import type { Client } from 'pg';
import { StartError } from '../platform/process/start-failure.ts';

/** Returns a map for a router in front of the installations: the host of each hospital that has moved from here, and its new address. */
export async function movedMap(client: Client, publicUrl: string): Promise<string> {
  if (!URL.canParse(publicUrl)) throw new StartError('PUBLIC_URL: expected an absolute http or https URL.');
  const { hostname } = new URL(publicUrl);
  const { rows } = await client.query<{ slug: string; address: string }>(
    `SELECT slug, moved_to AS address FROM hospital WHERE move_state = 'moved' ORDER BY slug`,
  );
  return rows.map(({ slug, address }) => `${slug}.${hostname} ${address}`).join('\n');
}
