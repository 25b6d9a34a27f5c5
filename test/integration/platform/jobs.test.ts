import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Jobs, type JobIntervals } from '../../../server/src/platform/jobs/jobs.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { Factory, type TestHospital } from '../../support/factories.ts';
import { inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

// Retries and the search for dead workers use the clock of the database.
const patience = { timeout: 60_000, interval: 100 };

let test: TestApi;
let hospital: TestHospital;
const started: Jobs[] = [];

beforeAll(async () => {
  test = await startTestApi();
  hospital = await new Factory(test).hospital();
});
afterEach(async () => {
  for (const jobs of started.splice(0)) await jobs.stop();
});
afterAll(() => test.close());

const payload = z.strictObject({ n: z.int() });

async function startJobs(name: string, run: (n: number) => Promise<void>, intervals: JobIntervals = {}): Promise<Jobs> {
  const log = createLogger({ name: 'test', level: 'silent' });
  const jobs = new Jobs(test.settings.DATABASE_URL, log, { pollingSeconds: 0.5, ...intervals });
  jobs.define({ name, payload, run: ({ n }) => run(n) });
  await jobs.start();
  started.push(jobs);
  return jobs;
}

async function statesOf(name: string): Promise<string[]> {
  const { rows } = await test.database.admin.query<{ state: string }>(
    'SELECT state FROM pgboss.job WHERE name = $1 ORDER BY created_on',
    [name],
  );
  return rows.map(({ state }) => state);
}

describe('a clock that was a day ahead and was corrected', { timeout: 120_000 }, () => {
  /** Sets the times that a process with such a clock leaves, also of a waiting job. */
  async function leaveFutureTimes(name: string): Promise<void> {
    const { admin } = test.database;
    await admin.query(
      `UPDATE pgboss.version SET cron_on = now() + interval '1 day', bam_on = now() + interval '1 day'`,
    );
    await admin.query(`UPDATE pgboss.queue SET monitor_claim_on = now() + interval '1 day' WHERE name = $1`, [name]);
    await admin.query(
      `UPDATE pgboss.job SET start_after = now() + interval '1 day', singleton_on = now() + interval '1 day' WHERE name = $1`,
      [name],
    );
  }

  async function pastTimes(name: string): Promise<unknown> {
    const { rows } = await test.database.admin.query(
      `SELECT cron_on <= now() AS cron, bam_on <= now() AS bam,
         (SELECT monitor_claim_on <= now() FROM pgboss.queue WHERE name = $1) AS monitor FROM pgboss.version`,
      [name],
    );
    return rows[0];
  }

  it('leaves no time in the future: schedules and waiting jobs continue', async () => {
    const first = await startJobs('left-over', () => Promise.resolve());
    await first.stop();
    await inHospital(test, hospital.id, (tx) => first.enqueue(tx, 'left-over', { n: 1 }, 'one'));
    await leaveFutureTimes('left-over');
    const ran: number[] = [];
    await startJobs('left-over', async (n) => void ran.push(n));
    await expect.poll(() => ran, patience).toEqual([1]);
    expect(await pastTimes('left-over')).toEqual({ cron: true, bam: true, monitor: true });
  });

  it('leaves none in a process that keeps running either', async () => {
    const ran: number[] = [];
    const jobs = await startJobs('running-on', async (n) => void ran.push(n), { repairMilliseconds: 100 });
    // Due only tomorrow, before a worker can take it.
    await inHospital(test, hospital.id, async (tx) => {
      await jobs.enqueue(tx, 'running-on', { n: 1 }, 'one');
      await tx.query(`UPDATE pgboss.job SET start_after = now() + interval '1 day' WHERE name = 'running-on'`);
    });
    await leaveFutureTimes('running-on');
    await expect.poll(() => ran).toEqual([1]);
    await expect.poll(() => pastTimes('running-on')).toEqual({ cron: true, bam: true, monitor: true });
  });
});

describe('a job', { timeout: 120_000 }, () => {
  it('exists when its transaction commits and does not when that rolls back', async () => {
    const ran: number[] = [];
    const jobs = await startJobs('transactional', async (n) => void ran.push(n));
    const undone = inHospital(test, hospital.id, async (tx) => {
      await jobs.enqueue(tx, 'transactional', { n: 1 }, 'one');
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    await inHospital(test, hospital.id, (tx) => jobs.enqueue(tx, 'transactional', { n: 2 }, 'two'));
    await expect.poll(() => ran, patience).toEqual([2]);
    await expect.poll(() => statesOf('transactional'), patience).toEqual(['completed']);
  });

  it('of another process is started at the next poll, also a delayed one', async () => {
    const ran: number[] = [];
    await startJobs('elsewhere', async (n) => void ran.push(n));
    await test.database.admin.query(
      `INSERT INTO pgboss.job (name, data, start_after)
       VALUES ('elsewhere', '{"n": 2}', now() + interval '1 second'), ('elsewhere', '{"n": 1}', now())`,
    );
    // A poll that comes late finds both due, in any order.
    await expect.poll(() => ran.toSorted()).toEqual([1, 2]);
    const { rows } = await test.database.admin.query(
      `SELECT count(*)::int AS early FROM pgboss.job WHERE name = 'elsewhere' AND started_on < start_after`,
    );
    expect(rows).toEqual([{ early: 0 }]);
  });

  it('that waits is not enqueued again under its key', async () => {
    const jobs = await startJobs('keyed', () => Promise.resolve());
    await inHospital(test, hospital.id, async (tx) => {
      for (const key of ['a', 'a', 'a', 'b']) await jobs.enqueue(tx, 'keyed', { n: 1 }, key);
    });
    await expect.poll(() => statesOf('keyed'), patience).toEqual(['completed', 'completed']);
  });

  it('in a backlog is followed by the next one at once, not at the next poll', async () => {
    // Polls every ten minutes only, so everything in this test runs because its worker was woken or continued.
    const jobs = new Jobs(test.settings.DATABASE_URL, createLogger({ name: 'test', level: 'silent' }), {
      pollingSeconds: 600,
    });
    started.push(jobs);
    const ran: number[] = [];
    const beside: number[] = [];
    let running = 0;
    const run = async (n: number) => {
      beside.push(++running);
      await Promise.resolve();
      running -= 1;
      ran.push(n);
      if (n === 7) throw new Error('one of a batch fails');
    };
    jobs.define({ name: 'singly', payload, run: ({ n }) => run(n), retryLimit: 0 });
    jobs.define({ name: 'batched', payload, run: ({ n }) => run(n), retryLimit: 0, batch: 8 });
    await jobs.start();
    for (const [name, most] of [
      ['singly', 1],
      ['batched', 8],
    ] as const) {
      await inHospital(test, hospital.id, async (tx) => {
        for (let n = 0; n < 50; n++) await jobs.enqueue(tx, name, { n }, String(n));
      });
      const ended = async () => (await statesOf(name)).filter((state) => state === 'completed' || state === 'failed');
      await expect.poll(async () => (await ended()).length, patience).toBe(50);
      expect((await ended()).filter((state) => state === 'failed')).toHaveLength(1);
      expect(ran.splice(0).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n));
      expect(Math.max(...beside.splice(0))).toBe(most);
    }
  });

  it('that fails is retried', async () => {
    let tries = 0;
    const jobs = await startJobs('failing', async () => {
      tries += 1;
      if (tries < 3) throw new Error('not yet');
    });
    await inHospital(test, hospital.id, (tx) => jobs.enqueue(tx, 'failing', { n: 1 }, 'x'));
    await expect.poll(() => statesOf('failing'), patience).toEqual(['completed']);
    expect(tries).toBe(3);
  });

  it('whose worker was killed is run by another', async () => {
    const ran: number[] = [];
    const jobs = await startJobs('orphaned', async (n) => void ran.push(n));
    await inHospital(test, hospital.id, (tx) => jobs.enqueue(tx, 'orphaned', { n: 1 }, 'x'));
    await expect.poll(() => statesOf('orphaned'), patience).toEqual(['completed']);
    // The state after a kill: started, not finished, without a heartbeat since.
    await test.database.admin.query(
      `UPDATE pgboss.job SET state = 'active', completed_on = NULL, started_on = now() - interval '30 seconds',
         heartbeat_on = now() - interval '30 seconds' WHERE name = 'orphaned'`,
    );
    await expect.poll(() => ran, patience).toEqual([1, 1]);
    await expect.poll(() => statesOf('orphaned'), patience).toEqual(['completed']);
  });

  it('replaces the queue settings of an earlier release', async () => {
    await startJobs('settled', () => Promise.resolve());
    await test.database.admin.query(
      `UPDATE pgboss.queue SET retry_limit = 0, heartbeat_seconds = NULL WHERE name = 'settled'`,
    );
    await startJobs('settled', () => Promise.resolve());
    const { rows } = await test.database.admin.query(
      `SELECT retry_limit, heartbeat_seconds, expire_seconds FROM pgboss.queue WHERE name = 'settled'`,
    );
    expect(rows).toEqual([{ retry_limit: 5, heartbeat_seconds: 15, expire_seconds: 120 }]);
  });
});
