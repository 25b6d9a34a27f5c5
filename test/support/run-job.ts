import { expect } from 'vitest';
import { newId } from '../../server/src/platform/ids.ts';
import { jobsSchema } from '../../server/src/platform/db/migrate.ts';
import { inHospital } from './tenancy.ts';
import type { TestApi } from './test-api.ts';

/** Runs a nightly job now in this hospital, whatever the time there, and waits for its end. */
export function runNightlyJob(test: TestApi, hospitalId: string, name: string): Promise<void> {
  return runJob(test, hospitalId, name, { hospitalId });
}

/** Runs a scheduled job now for all hospitals, and waits for its end. */
export async function runJob(test: TestApi, hospitalId: string, name: string, payload: object = {}): Promise<void> {
  const key = newId();
  await inHospital(test, hospitalId, (tx) => test.api.jobs.enqueue(tx, name, payload, key));
  const state = async () => {
    const { rows } = await test.database.admin.query<{ state: string }>(
      `SELECT state FROM ${jobsSchema}.job WHERE name = $1 AND singleton_key = $2`,
      [name, key],
    );
    return rows[0]?.state;
  };
  await expect.poll(state, { timeout: 60_000 }).toBe('completed');
}
