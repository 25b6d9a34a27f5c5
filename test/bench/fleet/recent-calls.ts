import type { Pool } from 'pg';

/** Gives the visits that ended in the two days before `now`, or later, a call of ten minutes with the reports of both sides, as nights find them. */
export async function addRecentCalls(db: Pool, now: Date): Promise<void> {
  const client = await db.connect();
  try {
    await client.query('SET session_replication_role = replica');
    await client.query(
      `INSERT INTO call_session (id, hospital_id, visit_id, node_id, opened_at, closed_at)
       SELECT gen_random_uuid(), hospital_id, id, 'n', ended_at - interval '10 minutes', ended_at FROM visit WHERE ended_at > $1::timestamptz - interval '2 days'`,
      [now],
    );
    await client.query(
      `INSERT INTO call_quality_sample (hospital_id, session_id, participant_id, at, span_ms, frozen_ms, kbps_received, kbps_sent, rtt_ms, jitter_ms, mos,
         loss_received, loss_sent, concealed, grade, cause, carried)
       SELECT s.hospital_id, s.id, p.id, s.opened_at + n * interval '5 seconds', 5000, 0, 1200 + random() * 200, 1200 + random() * 200, 30 + random() * 30,
         random() * 10, 410 + random() * 30, random() * 6, random() * 6, 0, 0, 0, 0
       FROM call_session s, LATERAL (SELECT gen_random_uuid() AS id FROM generate_series(1, 2)) AS p, generate_series(1, 120) AS n`,
    );
    await client.query(
      `INSERT INTO call_event (id, hospital_id, visit_id, node_id, at, type)
       SELECT gen_random_uuid(), hospital_id, visit_id, 'n', opened_at, 'quality' FROM call_session, generate_series(1, 80)`,
    );
    await client.query('VACUUM ANALYZE call_session, call_quality_sample, call_event');
  } finally {
    client.release(true);
  }
}
