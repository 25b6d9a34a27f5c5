import type { Client } from 'pg';
import { jobsSchema } from '../platform/db/migrate.ts';

/** Jobs of the hospital that are still to run. One that runs while the hospital closes runs again: every job may. */
const waiting = `data->>'hospitalId' = $1 AND state IN ('created', 'retry', 'active')`;

export async function readJobs(client: Client, hospitalId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await client.query<{ job: Record<string, unknown> }>(
    `SELECT to_jsonb(j) || jsonb_build_object('state', CASE state WHEN 'active' THEN 'retry' ELSE state END, 'started_on', NULL, 'heartbeat_on', NULL) AS job
     FROM ${jobsSchema}.job j WHERE ${waiting}`,
    [hospitalId],
  );
  return rows.map(({ job }) => job);
}

export async function deleteJobs(client: Client, hospitalId: string): Promise<void> {
  await client.query(`DELETE FROM ${jobsSchema}.job WHERE ${waiting}`, [hospitalId]);
}

/** Adds the jobs to the queue of this installation. Those that it has already are left. */
export async function addJobs(client: Client, jobs: readonly Record<string, unknown>[]): Promise<void> {
  await client.query(
    `INSERT INTO ${jobsSchema}.job SELECT (jsonb_populate_record(NULL::${jobsSchema}.job, job)).* FROM jsonb_array_elements($1::jsonb) AS job
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(jobs)],
  );
}
