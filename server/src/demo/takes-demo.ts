import pg from 'pg';
import { StartError } from '../platform/process/start-failure.ts';

/**
 * Rejects demo data beside those of a real hospital, as after a restore that is started without NODE_ENV: in demo mode anyone is the operator and reads
 * the messages. Throws `StartError`.
 */
export async function assertTakesDemo(ownerUrl: string): Promise<void> {
  const db = new pg.Client({ connectionString: ownerUrl, application_name: 'yunzhen-demo' });
  await db.connect();
  try {
    const { rows } = await db.query<{ used: boolean; demo: boolean }>(
      `SELECT EXISTS (SELECT FROM hospital) OR EXISTS (SELECT FROM operator) AS used,
              EXISTS (SELECT FROM hospital WHERE demo_accounts <> '[]') OR EXISTS (SELECT FROM operator WHERE demo) AS demo`,
    );
    if (rows[0]?.used && !rows[0].demo)
      throw new StartError(
        'DEMO_MODE: this database belongs to a real installation, which must not get demo accounts. Start it with NODE_ENV=production and its other settings.',
      );
  } finally {
    await db.end();
  }
}
