import pg from 'pg';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logging/logger.ts';
import type { KeyEncryption } from '../platform/signing/key-encryption.ts';
import { writeAppointments } from './appointment-rows.ts';
import { addDemoOperator } from './demo-operator.ts';
import type { DemoHospital } from './demo-plan.ts';
import { demoTexts } from './demo-texts.ts';
import { foundHospital } from './found-hospital.ts';
import { writeHistory } from './history.ts';
import { lakeside } from './hospitals/lakeside.ts';
import { wuzhen } from './hospitals/wuzhen.ts';

/** An arbitrary number, the same in every process: one seeds, the others wait and then find nothing to do. */
const seedLock = 7_301_164_003;

export const demoHospitals: readonly DemoHospital[] = [wuzhen, lakeside];

/**
 * Writes demo data: two hospitals, their people, and their visits of the last weeks up to now. Done once; a later start only fills in the days since.
 * `writeDemoYear` adds the figures of the past year. The connection is the owner’s; row-level security still applies.
 */
export async function seedDemo(options: {
  ownerUrl: string;
  keys: KeyEncryption;
  clock: Clock;
  log: Logger;
  hospitals?: readonly DemoHospital[];
}): Promise<void> {
  const now = options.clock.now();
  const { keys, hospitals = demoHospitals } = options;
  const db = new pg.Client({ connectionString: options.ownerUrl, application_name: 'yunzhen-demo' });
  await db.connect();
  try {
    await db.query('BEGIN');
    await db.query('SELECT pg_advisory_xact_lock($1)', [seedLock]);
    for (const plan of hospitals) {
      const { rows } = await db.query<{ id: string }>('SELECT id FROM hospital WHERE slug = $1', [plan.slug]);
      const hospitalId = rows[0]?.id ?? (await foundHospital(db, plan, { keys, words: demoTexts, now }));
      await db.query(`SELECT set_config('app.hospital_id', $1, true)`, [hospitalId]);
      const visits = await writeHistory(db, plan, hospitalId, { words: demoTexts, now });
      const appointments = await writeAppointments(db, plan, hospitalId, now);
      const founded = rows.length === 0;
      options.log.info({ hospital: plan.slug, founded, visits, appointments }, 'demo data created');
    }
    await addDemoOperator(db, keys, now);
    await db.query('COMMIT');
    await db.query('ANALYZE visit, domain_event, figure_rollup, patient, note, diagnosis');
  } finally {
    // Closing a connection within a transaction rolls it back.
    await db.end();
  }
}
