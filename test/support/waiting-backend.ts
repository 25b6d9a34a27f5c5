import { expect } from 'vitest';
import type { TestApi } from './test-api.ts';

/** Terminates the first api connection that waits for a lock, once there is one, like a restarting server. */
export async function endWhatWaitsForLock({ database: { admin } }: Pick<TestApi, 'database'>): Promise<void> {
  const waiting = async () => {
    const { rows } = await admin.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'yunzhen-api' AND wait_event_type = 'Lock'`,
    );
    return rows[0]?.pid;
  };
  await expect.poll(waiting).toBeDefined();
  await admin.query('SELECT pg_terminate_backend($1)', [await waiting()]);
}
