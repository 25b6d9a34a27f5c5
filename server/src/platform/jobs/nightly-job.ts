import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import { z } from 'zod';
import { systemContext } from '../context.ts';
import { isDatabaseLost } from '../db/database-errors.ts';
import type { Transactions, Tx } from '../db/transaction.ts';
import { FairQueue } from '../limits/fair-queue.ts';
import { runEach } from '../run-each.ts';
import type { JobDefinition } from './jobs.ts';
import { claimNight, continueLater, dueNights, finishIdleNights, finishNight, noteBegun } from './nightly-runs.ts';

/** With a hospital it runs there at once; without one, in every hospital that has its night. */
const payload = z.strictObject({ hospitalId: z.uuid().optional() });

/** Hospitals at a time in a large pool. One with something to do costs five round trips to the database and those of its steps. */
const MAX_AT_ONCE = 6;

/** Returns in how many hospitals the nightly jobs over one pool work at a time, together: requests and jobs of every minute need the rest of it. */
const atOnceIn = (poolSize: number) => Math.min(MAX_AT_ONCE, Math.max(1, Math.floor(poolSize / 3)));

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
/** With the next schedule, a failure of one hospital stays in sight of the alerts without much load. */
const retryLimit = 2;

interface Parts {
  name: string;
  transactions: Transactions;
  /** Only in hospitals where the database has work of this job (`hospital_has_night_work`). */
  onlyWithWork?: true;
  /** One transaction of the work in a hospital. Returns whether there may be more to do; a run whose time is over leaves that to the next one. */
  step: (tx: Tx) => Promise<boolean>;
}

/** One run of the job. */
interface Run extends Parts {
  cause: string;
  isOver: () => boolean;
}

/**
 * A job for each hospital’s night, once. Looks every ten minutes in three statements where it is night and something to do, so a process that was
 * not running makes up for a night, and two processes share the hospitals.
 */
export function nightlyJob(parts: Parts): JobDefinition<typeof payload> {
  const { name, transactions, onlyWithWork, step } = parts;
  const { atOnce, turns } = nightsIn(transactions);
  return {
    name,
    payload,
    schedule: { cron: '*/10 * * * *', timeZone: 'UTC', payload: {} },
    longestSeconds: (2 * longestMs) / 1000,
    retryLimit,
    run: async ({ hospitalId }, jobId) => {
      const begun = performance.now();
      const run = { ...parts, cause: `job:${jobId}`, isOver: () => performance.now() - begun > longestMs };
      if (hospitalId !== undefined) {
        const context = systemContext(hospitalId, run.cause);
        for (let isLeft = true; isLeft && !run.isOver();) isLeft = await transactions.run(context, step);
        return;
      }
      const due = await dueNights(transactions, name);
      const failure = onlyWithWork ? await failureOf(finishIdleNights(transactions, name, due)) : null;
      let isIdle = due.size > 0;
      const workIn = async (id: string) => {
        const night = due.get(id);
        if (night === undefined || run.isOver()) return;
        isIdle = false;
        await workAtNight(run, id, night);
      };
      await runEach(due.keys(), (id) => turns.run('night', () => workIn(id)), atOnce).catch((error: unknown) => {
        throw failure ? new AggregateError([failure, error], failure.message) : error;
      });
      // Completed would hide from health and alerts that no night was done.
      if (isIdle)
        throw new Error(`no turn in ${longestMs / MINUTE_MS} minutes; ${due.size} hospitals still have their night`);
      if (failure) throw failure;
    },
  };
}

/**
 * Returns why hospitals without work are not known; null when they are. One that takes too long to answer must not keep the others from their night:
 * the job goes everywhere, and its run fails at the end.
 */
async function failureOf(search: Promise<void>): Promise<Error | null> {
  try {
    await search;
    return null;
  } catch (error) {
    if (isDatabaseLost(error)) throw error;
    return new Error('hospitals without work were not found', { cause: error });
  }
}

/** Does the hospital’s night unless another process has it. The first step is in the transaction that takes it, the last in the one that ends it. */
async function workAtNight({ name, transactions, step, cause, isOver }: Run, hospitalId: string, night: Date) {
  const within = <Value>(work: (tx: Tx) => Promise<Value>) => transactions.run(systemContext(hospitalId, cause), work);
  const own = { job: name, night };
  const stepOrEnd = async (tx: Tx) => {
    const isLeft = await step(tx);
    if (!isLeft) await finishNight(tx, own);
    return isLeft;
  };
  let isTaken = false;
  try {
    let isLeft = await within(async (tx) => (await claimNight(tx, own)) && stepOrEnd(tx));
    isTaken = true;
    while (isLeft && !isOver()) isLeft = await within(stepOrEnd);
    if (isLeft) await within((tx) => continueLater(tx, own));
  } catch (error) {
    // Every run tries it again and fails until the reason is gone, so that the failure is noticed. Without a database the lease runs out.
    await within((tx) => (isTaken ? continueLater : noteBegun)(tx, own)).catch(() => undefined);
    throw error;
  }
}
