import { expect } from 'vitest';
import { newId } from '../../server/src/platform/ids.ts';
import { jobsSchema } from '../../server/src/platform/db/migrate.ts';
import { inHospital } from './tenancy.ts';
import type { TestApi } from './test-api.ts';

/** Runs a scheduled job now for all hospitals, and waits for its end. */
export async function runJob(test: TestApi, hospitalId: string, name: string): Promise<void> {
  const key = newId();
  await inHospital(test, hospitalId, (tx) => test.api.jobs.enqueue(tx, name, {}, key));
  const state = async () => {
    const { rows } = await test.database.admin.query<{ state: string }>(
      `SELECT state FROM ${jobsSchema}.job WHERE name = $1 AND singleton_key = $2`,
      [name, key],
    );
    return rows[0]?.state;
  };
  await expect.poll(state, { timeout: 20_000 }).toBe('completed');
}
