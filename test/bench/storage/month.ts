import type { Pool } from 'pg';
import { inHospital } from '../../support/tenancy.ts';
import type { TestApi } from '../../support/test-api.ts';

/** Visits in a transaction, as in the job of the night. */
const atOnce = 200;

/**
 * Adds this many visits of one month more than three years ago to the hospital, each with the packed samples and call events of a visit that it has, and
 * deletes them as the job does. Returns the seconds of the deletion.
 */
export async function forgetMonth(test: TestApi, db: Pool, hospital: string, visits: number): Promise<number> {
  const client = await db.connect();
  try {
    await client.query('SET session_replication_role = replica');
    await client.query(
      `CREATE TEMP TABLE copied ON COMMIT PRESERVE ROWS AS SELECT gen_random_uuid() AS visit, gen_random_uuid() AS session, now() - interval '3 years 40 days' + n * interval '10 minutes' AS at
       FROM generate_series(1, $1::int) AS n`,
      [visits],
    );
    const like = '(SELECT id FROM call_session WHERE hospital_id = $1 AND quality_packed_at IS NOT NULL LIMIT 1)';
    for (const sql of [
      `INSERT INTO visit (id, hospital_id, patient_id, department_id, practitioner_id, status, kind, complaint, created_at, ended_at)
       SELECT c.visit, v.hospital_id, v.patient_id, v.department_id, v.practitioner_id, 'completed', v.kind, 'cough', c.at, c.at
       FROM copied c, visit v JOIN call_session s ON s.visit_id = v.id WHERE s.id = ${like}`,
      `INSERT INTO call_session (id, hospital_id, visit_id, node_id, opened_at, closed_at, quality_packed_at)
       SELECT c.session, $1, c.visit, 'node-a', c.at, c.at, c.at FROM copied c`,
      `INSERT INTO call_quality_series SELECT q.hospital_id, c.session, q.participant_id, c.at, q.after_ms, q.span_ms, q.frozen_ms, q.kbps_received,
         q.kbps_sent, q.rtt_ms, q.jitter_ms, q.mos, q.loss_received, q.loss_sent, q.concealed, q.grade, q.cause, q.carried
       FROM copied c, call_quality_series q WHERE q.session_id = ${like}`,
      `INSERT INTO call_event (id, hospital_id, visit_id, node_id, at, type, participant_id, role)
       SELECT gen_random_uuid(), $1, c.visit, e.node_id, c.at, e.type, e.participant_id, e.role
       FROM copied c, call_event e WHERE e.visit_id = (SELECT visit_id FROM call_session WHERE id = ${like})`,
    ])
      await client.query(sql, sql.includes('$1') ? [hospital] : []);
    await client.query('VACUUM ANALYZE visit, call_session, call_quality_series, call_event');
  } finally {
    client.release(true);
  }
  const begun = performance.now();
  const forget = () =>
    inHospital(test, hospital, (tx) =>
      tx.query<{ visits: number }>('SELECT visits FROM forget_process_records(now(), $1)', [atOnce]),
    );
  while ((await forget())[0]?.visits === atOnce);
  return (performance.now() - begun) / 1000;
}
