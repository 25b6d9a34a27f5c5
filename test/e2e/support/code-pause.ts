import { inOwnDatabase } from './database.ts';

/**
 * Makes every code sent so far this many minutes older (younger when negative): an address may get another code after a minute, and a limited number
 * per hour.
 */
export async function ageCodes(minutes: number): Promise<void> {
  await inOwnDatabase((owner) =>
    owner.query(`UPDATE one_time_code SET created_at = created_at - make_interval(secs => $1)`, [minutes * 60]),
  );
}
