import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import { installationContext } from '../context.ts';
import type { Transactions, Tx } from '../db/transaction.ts';
import { isNightDue, nightsOf, type LastRun } from './night.ts';

/** A process that holds a hospital for longer has died. */
const leaseMs = 30 * MINUTE_MS;

/** A job in one night of the transaction’s hospital. */
interface NightOfJob {
  job: string;
  /** When the night began. */
  night: Date;
}

/** Returns when their night began, by hospital, where it is night or was missed. */
export function dueNights(transactions: Transactions, job: string): Promise<Map<string, Date>> {
  return transactions.run(installationContext(`nights of ${job}`), (tx) => begunNights(tx, job));
}

/** Notes the night as finished where the database has no work of the job, and removes these hospitals from `due`. */
export async function finishIdleNights(transactions: Transactions, job: string, due: Map<string, Date>): Promise<void> {
  if (due.size === 0) return;
  const idle = await transactions.run(installationContext(`nights of ${job}`), (tx) =>
    tx.query<{ id: string }>('SELECT id FROM finish_idle_nights($1, $2, $3, $4) AS id', [
      job,
      [...due.keys()],
      [...due.values()],
      tx.now,
    ]),
  );
  for (const { id } of idle) due.delete(id);
}

async function begunNights(tx: Tx, job: string): Promise<Map<string, Date>> {
  const hospitals = await tx.query<{ id: string; timeZone: string; createdAt: Date }>(
    'SELECT id, time_zone AS "timeZone", created_at AS "createdAt" FROM hospital WHERE move_state IS NULL ORDER BY id',
  );
  const runs = await tx.query<LastRun & { hospitalId: string }>(
    `SELECT hospital AS "hospitalId", night, leased_until AS "leasedUntil", finished_at AS "finishedAt" FROM nightly_runs($1)`,
    [job],
  );
  const lastOf = new Map(runs.map((run) => [run.hospitalId, run]));
  const due = new Map<string, Date>();
  for (const hospital of hospitals) {
    const nights = nightsOf(hospital, tx.now);
    if (isNightDue(nights, lastOf.get(hospital.id) ?? null, tx.now, hospital.createdAt))
      due.set(hospital.id, new Date(nights.latest));
  }
  return due;
}

/** Returns false when another process has the night, or had it. Waits for one that takes it at this moment only where the job never ran before. */
export async function claimNight(tx: Tx, { job, night }: NightOfJob): Promise<boolean> {
  const claimed = await tx.query(
    `WITH free AS MATERIALIZED (SELECT FROM nightly_run WHERE hospital_id = $1 AND job = $2 FOR UPDATE SKIP LOCKED)
     INSERT INTO nightly_run AS last (hospital_id, job, night, leased_until)
     SELECT $1, $2, $3, $5 WHERE EXISTS (SELECT FROM free) OR NOT EXISTS (SELECT FROM nightly_run WHERE hospital_id = $1 AND job = $2)
     ON CONFLICT (hospital_id, job) DO UPDATE SET night = excluded.night, leased_until = excluded.leased_until, finished_at = NULL
     WHERE last.night < excluded.night OR last.night > $4 OR (last.finished_at IS NULL AND last.leased_until <= $4)
     RETURNING 1`,
    [tx.hospitalId, job, night, tx.now, new Date(tx.now.getTime() + leaseMs)],
  );
  return claimed.length > 0;
}

export async function finishNight(tx: Tx, { job, night }: NightOfJob): Promise<void> {
  const at = [tx.hospitalId, job, night, tx.now];
  await tx.query('UPDATE nightly_run SET finished_at = $4 WHERE hospital_id = $1 AND job = $2 AND night = $3', at);
}

/** Notes the night as begun, at any hour to be continued by the next run, unless another process has taken it. */
export async function noteBegun(tx: Tx, { job, night }: NightOfJob): Promise<void> {
  await tx.query(
    `INSERT INTO nightly_run AS last (hospital_id, job, night, leased_until) VALUES ($1, $2, $3, $4)
     ON CONFLICT (hospital_id, job) DO UPDATE SET night = excluded.night, leased_until = excluded.leased_until, finished_at = NULL
     WHERE last.night < excluded.night OR last.night > $4`,
    [tx.hospitalId, job, night, tx.now],
  );
}

/** Gives back the lease of a night that this process took: the next run continues it. */
export async function continueLater(tx: Tx, { job, night }: NightOfJob): Promise<void> {
  await tx.query(
    'UPDATE nightly_run SET leased_until = $4 WHERE hospital_id = $1 AND job = $2 AND night = $3 AND finished_at IS NULL',
    [tx.hospitalId, job, night, tx.now],
  );
}
