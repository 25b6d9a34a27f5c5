import { jobsSchema } from '../db/migrate.ts';

export interface JobBacklog {
  job: string;
  /** Jobs that are due and have not started. */
  due: number;
  /** Since when the oldest of them has been due. */
  oldestSeconds: number;
}

/** Reads the partial index of jobs that wait, so its cost grows with the backlog only. */
export const backlogOfJobs = `
  SELECT name AS job, count(*)::int AS due, extract(epoch FROM now() - min(start_after))::float8 AS "oldestSeconds"
  FROM ${jobsSchema}.job WHERE state < 'active' AND NOT blocked AND start_after <= now() GROUP BY name`;

/** Returns those of the queues `$1` that have a job to start: one statement for all, each of which reads one entry of a partial index. */
export const queuesWithWork = `
  SELECT queue.name FROM unnest($1::text[]) AS queue (name)
  WHERE EXISTS (SELECT 1 FROM ${jobsSchema}.job j
    WHERE j.name = queue.name AND j.state < 'active' AND NOT j.blocked AND j.start_after <= now())`;
