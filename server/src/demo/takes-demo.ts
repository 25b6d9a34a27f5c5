import pg from 'pg';
import { belongsToPeople, hospitalKindsSql, noDemoText, type HospitalKinds } from '../platform/db/demo-hospitals.ts';
import { StartError } from '../platform/process/start-failure.ts';

/**
 * Rejects demo data beside those of a real hospital, as after a restore that is started without NODE_ENV: in demo mode anyone is the operator and reads
 * the messages. Throws `StartError`.
 */
export async function assertTakesDemo(ownerUrl: string): Promise<void> {
  const db = new pg.Client({ connectionString: ownerUrl, application_name: 'yunzhen-demo' });
  await db.connect();
  try {
    const { rows } = await db.query<HospitalKinds & { operated: boolean }>(
      `SELECT kinds.*, EXISTS (SELECT FROM operator) AND NOT EXISTS (SELECT FROM operator WHERE demo)
         AND NOT EXISTS (SELECT FROM hospital WHERE demo_accounts <> '[]') AS operated
       FROM (${hospitalKindsSql}) kinds`,
    );
    if (rows[0] && (rows[0].operated || belongsToPeople(rows[0]))) throw new StartError(noDemoText);
  } finally {
    await db.end();
  }
}
