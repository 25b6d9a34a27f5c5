import { MoreThan } from 'typeorm';
import type { Tx } from '../db/transaction.ts';
import { apiProcessEntity, type ApiProcessRow } from './api-process.entity.ts';
import { silentProcessSeconds } from './cluster-bus.ts';

/** Returns the processes of the api that run, oldest first. */
export async function runningProcesses(tx: Tx): Promise<ApiProcessRow[]> {
  // The database’s clock, as the heartbeats.
  const [row] = await tx.query<{ since: Date }>(`SELECT clock_timestamp() - $1 * interval '1 second' AS since`, [
    silentProcessSeconds,
  ]);
  const since = row?.since ?? new Date(0);
  return tx.manager.find(apiProcessEntity, { where: { beatAt: MoreThan(since) }, order: { id: 'ASC' } });
}
