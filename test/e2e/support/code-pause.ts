import { inOwnDatabase } from './database.ts';

/**
 * Makes every code that was sent so far this much older, or younger where the time is negative: another one may go to an address after a
 * minute, and so many within an hour.
 */
export async function ageCodes(minutes: number): Promise<void> {
  await inOwnDatabase((owner) =>
    owner.query(`UPDATE one_time_code SET created_at = created_at - make_interval(secs => $1)`, [minutes * 60]),
  );
}
