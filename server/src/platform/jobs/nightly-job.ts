import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import { z } from 'zod';
import { installationContext, systemContext } from '../context.ts';
import type { Transactions, Tx } from '../db/transaction.ts';
import { FairQueue } from '../limits/fair-queue.ts';
import { runEach } from '../run-each.ts';
import type { JobDefinition } from './jobs.ts';
import { isNightDue, nightsOf, type LastRun } from './night.ts';

/** With a hospital it runs there at once; without one, in every hospital that has its night. */
const payload = z.strictObject({ hospitalId: z.uuid().optional() });

/** Hospitals at a time in a large pool. A hospital with nothing to do costs a dozen round trips to the database. */
const mostAtOnce = 6;

/** Returns in how many hospitals the nightly jobs over one pool work at a time, together: requests and jobs of every minute need the rest of it. */
const atOnceIn = (poolSize: number) => Math.min(mostAtOnce, Math.max(1, Math.floor(poolSize / 3)));

const nights = new WeakMap<Transactions, { atOnce: number; turns: FairQueue }>();

/** All jobs over the same pool share the turns. */
function nightsIn(transactions: Transactions) {
  const atOnce = atOnceIn(transactions.poolSize);
  const shared = nights.get(transactions) ?? { atOnce, turns: new FairQueue({ atOnce, waiting: Infinity }) };
  nights.set(transactions, shared);
  return shared;
}

/** A run takes no further hospital after this time, waiting for a turn included; the next one continues. */
const longestMs = 8 * MINUTE_MS;
/** A process that holds a hospital for longer has died. */
const leaseMs = 30 * MINUTE_MS;
/** With the next schedule, a failure of one hospital stays in sight of the alerts without much load. */
const retryLimit = 2;

interface DueNight {
  hospitalId: string;
  night: Date;
}

/** What the work of one hospital is given. `isOver`: it should end, and is continued by a later run. */
export interface NightlyRun {
  cause: string;
  isOver: () => boolean;
}

interface Parts {
  name: string;
  transactions: Transactions;
  work: (hospitalId: string, run: NightlyRun) => Promise<unknown>;
}

/**
 * A job for each hospital’s night, once. Looks every ten minutes in two statements where it is night, so a process that was not running makes up for
 * a night, and two processes share the hospitals.
 */
export function nightlyJob({ name, transactions, work }: Parts): JobDefinition<typeof payload> {
  const { atOnce, turns } = nightsIn(transactions);
  return {
    name,
    payload,
    schedule: { cron: '*/10 * * * *', timeZone: 'UTC', payload: {} },
    longestSeconds: (2 * longestMs) / 1000,
    retryLimit,
    run: async ({ hospitalId }, jobId) => {
      const begun = performance.now();
      const run = { cause: `job:${jobId}`, isOver: () => performance.now() - begun > longestMs };
      if (hospitalId !== undefined) return void (await work(hospitalId, run));
      const due = new Map((await dueNights(transactions, name)).map((night) => [night.hospitalId, night.night]));
      let isIdle = due.size > 0;
      const workIn = async (id: string) => {
        const night = due.get(id);
        if (night === undefined || run.isOver()) return;
        isIdle = false;
        await workAtNight({ name, transactions, work }, id, night, run);
      };
      await runEach(due.keys(), (id) => turns.run('night', () => workIn(id)), atOnce);
      // Completed would hide from health and alerts that no night was done.
      if (isIdle)
        throw new Error(`no turn in ${longestMs / MINUTE_MS} minutes; ${due.size} hospitals still have their night`);
    },
  };
}

/** Does the hospital’s night unless another process has it. */
async function workAtNight({ name, transactions, work }: Parts, id: string, night: Date, run: NightlyRun) {
  const within = <Value>(step: (tx: Tx) => Promise<Value>) => transactions.run(systemContext(id, run.cause), step);
  if (!(await within((tx) => claim(tx, name, night)))) return;
  try {
    await work(id, run);
  } catch (error) {
    // Every run tries it again and fails until the reason is gone, so that the failure is noticed. Without a database the lease runs out.
    await within((tx) => end(tx, name, night, 'leased_until')).catch(() => undefined);
    throw error;
  }
  await within((tx) => end(tx, name, night, run.isOver() ? 'leased_until' : 'finished_at'));
}

/** Returns the hospitals whose night it is, or that have missed theirs. */
function dueNights(transactions: Transactions, job: string): Promise<DueNight[]> {
  return transactions.run(installationContext(`nights of ${job}`), async (tx) => {
    const hospitals = await tx.query<{ id: string; timeZone: string; createdAt: Date }>(
      'SELECT id, time_zone AS "timeZone", created_at AS "createdAt" FROM hospital WHERE move_state IS NULL ORDER BY id',
    );
    const runs = await tx.query<LastRun & { hospitalId: string }>(
      `SELECT hospital AS "hospitalId", night, leased_until AS "leasedUntil", finished_at AS "finishedAt" FROM nightly_runs($1)`,
      [job],
    );
    const lastOf = new Map(runs.map((run) => [run.hospitalId, run]));
    return hospitals.flatMap((hospital) => {
      const nights = nightsOf(hospital, tx.now);
      const due = isNightDue(nights, lastOf.get(hospital.id) ?? null, tx.now, hospital.createdAt);
      return due ? [{ hospitalId: hospital.id, night: new Date(nights.latest) }] : [];
    });
  });
}

/** Returns false when another process has the night, or had it. */
async function claim(tx: Tx, job: string, night: Date): Promise<boolean> {
  const claimed = await tx.query(
    `INSERT INTO nightly_run AS last (hospital_id, job, night, leased_until) VALUES ($1, $2, $3, $5)
     ON CONFLICT (hospital_id, job) DO UPDATE SET night = excluded.night, leased_until = excluded.leased_until, finished_at = NULL
     WHERE last.night < excluded.night OR last.night > $4 OR (last.finished_at IS NULL AND last.leased_until <= $4)
     RETURNING 1`,
    [tx.hospitalId, job, night, tx.now, new Date(tx.now.getTime() + leaseMs)],
  );
  return claimed.length > 0;
}

/** Sets when the night was finished, or lets the next run continue it now. */
async function end(tx: Tx, job: string, night: Date, column: 'finished_at' | 'leased_until'): Promise<void> {
  const at = [tx.hospitalId, job, night, tx.now];
  await tx.query(`UPDATE nightly_run SET ${column} = $4 WHERE hospital_id = $1 AND job = $2 AND night = $3`, at);
}
