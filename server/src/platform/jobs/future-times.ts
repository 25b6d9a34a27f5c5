import { jobsSchema } from '../db/migrate.ts';

/** Nothing in the queue is due later than this: retries wait a minute at most, and no job is scheduled for later. */
const ahead = `now() + interval '3 minutes'`;

const waiting = `state < 'active' AND start_after > ${ahead}`;
const running = `state = 'active' AND (started_on > ${ahead} OR heartbeat_on > ${ahead})`;
const slot = `singleton_on AT TIME ZONE 'UTC' > ${ahead}`;

/** Columns with the time of the last action, by table. */
const stamps: Readonly<Record<string, readonly string[]>> = {
  version: ['cron_on', 'bam_on', 'flow_on', 'reindex_on'],
  instance: ['heartbeat_on'],
  queue: ['monitor_claim_on', 'monitor_on', 'maintain_on', 'retained_on', 'delta_on'],
};

/**
 * Statements that repair future times in the job queue’s tables, left by a clock that was ahead. Otherwise nothing scheduled would run until the
 * clock reaches them. Each returns one row per repaired row.
 */
export const repairFutureTimes: readonly string[] = [
  ...Object.entries(stamps).map(
    ([table, columns]) =>
      `UPDATE ${jobsSchema}.${table} SET ${columns.map((column) => `${column} = least(${column}, now())`).join(', ')}
       WHERE greatest(${columns.join(', ')}) > ${ahead} RETURNING '${table}' AS repaired`,
  ),
  `UPDATE ${jobsSchema}.job SET start_after = least(start_after, now()), started_on = least(started_on, now()),
     heartbeat_on = least(heartbeat_on, now()), singleton_on = CASE WHEN ${slot} THEN NULL ELSE singleton_on END
   WHERE (${waiting}) OR (${running}) OR (${slot}) RETURNING 'job' AS repaired`,
];

/** Seconds since any process last checked the schedules. */
export const secondsSinceSchedules = `SELECT extract(epoch FROM now() - cron_on)::float8 AS seconds FROM ${jobsSchema}.version`;
