import { randomBytes, randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';

const fileBytes = 200_000;
const filesAtOnce = 40;
const samplesOfSession = 240;
const sessionsAtOnce = 2_000;
/** The share of files in the size of a hospital's database; the rest is many small rows. */
const shareOfFiles = 0.7;

/**
 * Fills the database to this size with rows of a hospital that nothing reads: files of chats, which cannot be compressed, and samples of call
 * quality. Returns what it has.
 */
export async function fill(db: Pool, gigabytes: number): Promise<string> {
  const client = await db.connect();
  const [hospital, goal] = [randomUUID(), gigabytes * 1024 ** 3];
  let [files, sessions] = [0, 0];
  try {
    // Without triggers and foreign keys: the rows need no visits.
    await client.query('SET session_replication_role = replica');
    await client.query('SET synchronous_commit = off');
    while ((await sizeOf(client)) < goal * shareOfFiles) {
      for (let n = 0; n < 10; n += 1) await addFiles(client, hospital);
      files += 10 * filesAtOnce;
    }
    while ((await sizeOf(client)) < goal) {
      await addSamples(client, hospital);
      sessions += sessionsAtOnce;
    }
    await client.query('VACUUM ANALYZE chat_attachment, call_quality_sample');
    await client.query('CHECKPOINT');
    const size = ((await sizeOf(client)) / 1024 ** 3).toFixed(2);
    return `${size} GB: ${files} files of ${fileBytes / 1000} kB, ${(sessions * samplesOfSession) / 1e6} million samples of call quality`;
  } finally {
    client.release(true);
  }
}

async function sizeOf(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ bytes: number }>(
    'SELECT pg_database_size(current_database())::float8 AS bytes',
  );
  return rows[0]?.bytes ?? 0;
}

async function addFiles(client: PoolClient, hospital: string): Promise<void> {
  const places = Array.from(
    { length: filesAtOnce },
    (_, n) => `(gen_random_uuid(), gen_random_uuid(), $1, $1, 'image/png', 'x', $${n + 2}, now())`,
  );
  await client.query(
    `INSERT INTO chat_attachment (visit_id, id, hospital_id, uploader_account_id, type, received_sha256, content, uploaded_at) VALUES ${places.join(', ')}`,
    [hospital, ...places.map(() => randomBytes(fileBytes))],
  );
}

async function addSamples(client: PoolClient, hospital: string): Promise<void> {
  await client.query(
    `INSERT INTO call_quality_sample (hospital_id, session_id, participant_id, at, span_ms, frozen_ms, kbps_received, kbps_sent, rtt_ms, jitter_ms, mos,
       loss_received, loss_sent, concealed, grade, cause, carried)
     SELECT $1, s.id, s.id, now() - n * interval '5 seconds', 5000, 0, 1000 + random() * 400, 1000 + random() * 400, 20 + random() * 60, random() * 10,
       400 + random() * 40, random() * 10, random() * 10, 0, 0, 0, 0
     FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $2::int)) AS s, generate_series(1, $3::int) AS n`,
    [hospital, sessionsAtOnce, samplesOfSession],
  );
}
