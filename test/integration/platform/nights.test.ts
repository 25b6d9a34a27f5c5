import { HOUR_MS, MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, afterEach, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { NightOfTheUpgrade1764003430200 } from '../../../migrations/1764003430200-night-of-the-upgrade.ts';
import { nightlyJob } from '../../../server/src/platform/jobs/nightly-job.ts';
import { nightsOf } from '../../../server/src/platform/jobs/night.ts';
import { claimNight } from '../../../server/src/platform/jobs/nightly-runs.ts';
import { createDataSource } from '../../../server/src/platform/db/data-source.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { MovableClock, zoneAt } from '../../support/clock.ts';
import { Factory, type TestHospital } from '../../support/factories.ts';
import { requestKey } from '../../support/request-key.ts';
import { runMigration } from '../../support/run-migration.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let shanghai: TestHospital;
let berlin: TestHospital;
const ran: string[] = [];

beforeAll(async () => {
  test = await startTestApi();
  const factory = new Factory(test);
  [shanghai, berlin] = [await factory.hospital(), await factory.hospital('DE', 'Europe/Berlin')];
});
afterAll(() => test.close());
afterEach(async () => {
  ran.length = 0;
  await test.database.admin.query('DELETE FROM nightly_run');
});

/** The job as one api process runs it, with one step. */
const job = (
  work: (hospital: string) => Promise<unknown> = (hospital) => Promise.resolve(ran.push(hospital)),
  name = 'a-nightly-job',
  transactions = new Transactions(test.source, test.clock),
) => nightlyJob({ name, transactions, step: ({ hospitalId }) => work(hospitalId).then(() => false) });
const run = (one = job()) => one.run({}, 'test');

/** The same for a job of which the database knows where it has work: it compares times with its own clock, so this one is not moved. */
const knownJob = (transactions = new Transactions(test.source, new MovableClock())) =>
  nightlyJob({
    name: 'forget-records',
    transactions,
    onlyWithWork: true,
    step: ({ hospitalId }) => Promise.resolve(ran.push(hospitalId)).then(() => false),
  });

/** An api process with a pool of that size, until the test ends. */
async function processWithPool(poolSize: number): Promise<Transactions> {
  const url = test.settings.DATABASE_URL;
  const source = await createDataSource({ url, poolSize, entities: [], requestKey }).initialize();
  onTestFinished(() => source.destroy());
  return new Transactions(source, test.clock);
}

/** Moves the clock to that long after the hospital’s next night began. */
function toNightOf({ id }: TestHospital, timeZone: string, minutes: number): void {
  const now = test.clock.now();
  const next = nightsOf({ id, timeZone }, new Date(now.getTime() + 24 * HOUR_MS)).latest;
  test.clock.advance(next + minutes * MINUTE_MS - now.getTime());
}

/** Puts both hospitals into one time zone for this test. */
async function inZone(timeZone: string): Promise<void> {
  const { admin } = test.database;
  await admin.query('UPDATE hospital SET time_zone = $1', [timeZone]);
  onTestFinished(async () => {
    for (const [{ id }, zone] of [
      [shanghai, 'Asia/Shanghai'],
      [berlin, 'Europe/Berlin'],
    ] as const)
      await admin.query('UPDATE hospital SET time_zone = $1 WHERE id = $2', [zone, id]);
  });
}

/** Puts both hospitals where it is night now. */
const inNightNow = () => inZone(zoneAt(4));

/** Puts the clock where it is night in both hospitals; the one whose night began first comes first. */
async function inOneNight(): Promise<[TestHospital, TestHospital]> {
  await inZone('Asia/Shanghai');
  const begins = ({ id }: TestHospital) => nightsOf({ id, timeZone: 'UTC' }, new Date('2026-01-01T12:00:00Z')).latest;
  const [first, last] = [shanghai, berlin].toSorted((a, b) => begins(a) - begins(b)) as [TestHospital, TestHospital];
  toNightOf(last, 'Asia/Shanghai', 1);
  return [first, last];
}

it('waits in old hospitals for the night after the upgrade that stores nights', async () => {
  const { admin } = test.database;
  await admin.query(`UPDATE hospital SET created_at = created_at - interval '1 year'`);
  onTestFinished(async () => {
    await admin.query(`UPDATE hospital SET created_at = created_at + interval '1 year'`);
  });
  const jobs = ['forget-process-records', 'forget-records', 'renew-certificates'].map((name) => job(undefined, name));
  await runMigration(test.database, new NightOfTheUpgrade1764003430200());
  for (const one of jobs) await run(one);
  expect(ran).toEqual([]);
  // Any other job makes up for its nights.
  await run();
  expect(ran).toHaveLength(2);
});

it('runs in each hospital in its own night, once, however many processes run it', async () => {
  toNightOf(shanghai, 'Asia/Shanghai', 1);
  await Promise.all([run(), run(), run()]);
  expect(ran).toEqual([shanghai.id]);
  toNightOf(berlin, 'Europe/Berlin', 1);
  await Promise.all([run(), run()]);
  expect(ran).toEqual([shanghai.id, berlin.id]);
  await run();
  expect(ran).toHaveLength(2);
  toNightOf(shanghai, 'Asia/Shanghai', 5);
  await run();
  expect(ran).toEqual([shanghai.id, berlin.id, shanghai.id]);
});

it('makes up by day for two nights that were missed', async () => {
  toNightOf(shanghai, 'Asia/Shanghai', 1);
  await run();
  test.clock.advance(24 * HOUR_MS + 5 * HOUR_MS);
  await run();
  expect(ran.filter((id) => id === shanghai.id)).toHaveLength(1);
  test.clock.advance(24 * HOUR_MS);
  await run();
  expect(ran.filter((id) => id === shanghai.id)).toHaveLength(2);
});

it('fails in every run until a hospital that failed succeeds, and delays no other hospital', async () => {
  const [first, last] = await inOneNight();
  const failing = job((hospital) =>
    hospital === first.id ? Promise.reject(new Error('bad row')) : Promise.resolve(ran.push(hospital)),
  );
  await expect(run(failing)).rejects.toThrow(`failed for ${first.id}`);
  // The queue’s own retry must not count as a success, nor a run after the night.
  test.clock.advance(5 * HOUR_MS);
  await expect(run(failing)).rejects.toThrow(`failed for ${first.id}`);
  expect(ran).toEqual([last.id]);
  await run();
  expect(ran).toEqual([last.id, first.id]);
});

it('takes one transaction in a hospital with something to do, and none in another, whose night counts as finished', async () => {
  await inNightNow();
  const [busy, idle] = [shanghai, berlin];
  await new Factory(test).patient(busy);
  const transactions = new Transactions(test.source, new MovableClock());
  const runs = vi.spyOn(transactions, 'run');
  await run(knownJob(transactions));
  const hospitals = runs.mock.calls.map(([{ hospitalId }]) => hospitalId);
  expect(ran).toEqual([busy.id]);
  expect(hospitals.filter((id) => id === busy.id)).toHaveLength(1);
  expect(hospitals).not.toContain(idle.id);
  const { rows } = await test.database.admin.query('SELECT FROM nightly_run WHERE finished_at IS NOT NULL');
  expect(rows).toHaveLength(2);
});

it('goes to every hospital when those without work cannot be found, and then fails', async () => {
  const { admin } = test.database;
  await inNightNow();
  await admin.query('REVOKE EXECUTE ON FUNCTION finish_idle_nights FROM yunzhen_app');
  onTestFinished(async () => {
    await admin.query('GRANT EXECUTE ON FUNCTION finish_idle_nights TO yunzhen_app');
  });
  await expect(run(knownJob())).rejects.toThrow('hospitals without work were not found');
  expect(new Set(ran)).toEqual(new Set([shanghai.id, berlin.id]));
});

it('continues a night of several steps in later transactions, and by another run when one of them fails', async () => {
  const [first] = await inOneNight();
  const steps: string[] = [];
  let fails = true;
  const long = nightlyJob({
    name: 'a-long-nightly-job',
    transactions: new Transactions(test.source, test.clock),
    step: ({ hospitalId }) => {
      if (hospitalId === first.id) steps.push('step');
      if (steps.length === 3 && fails) return Promise.reject(new Error('bad row'));
      return Promise.resolve(hospitalId === first.id && steps.length < 5);
    },
  });
  await expect(long.run({}, 'test')).rejects.toThrow(`failed for ${first.id}`);
  // Also when the night is over.
  test.clock.advance(5 * HOUR_MS);
  fails = false;
  await long.run({}, 'test');
  await long.run({}, 'test');
  expect(steps).toHaveLength(5);
});

it('leaves a night to another process that took it when its own first step had failed', async () => {
  const [first] = await inOneNight();
  const name = 'a-nightly-job';
  const [failing, other] = [new Transactions(test.source, test.clock), new Transactions(test.source, test.clock)];
  const attempt = failing.run.bind(failing);
  vi.spyOn(failing, 'run').mockImplementation((context, work) =>
    attempt(context, work).catch(async (error: unknown) => {
      await other.run(context, (tx) => claimNight(tx, { job: name, night: new Date(tx.now.getTime() - 1) }));
      throw error;
    }),
  );
  await expect(
    run(
      job(
        (hospital) => (hospital === first.id ? Promise.reject(new Error('bad row')) : Promise.resolve()),
        name,
        failing,
      ),
    ),
  ).rejects.toThrow(`failed for ${first.id}`);
  const { rows } = await test.database.admin.query(
    'SELECT FROM nightly_run WHERE hospital_id = $1 AND leased_until > $2',
    [first.id, new Date(test.clock.now().getTime() + HOUR_MS / 3)],
  );
  expect(rows).toHaveLength(1);
});

it('does not wait for a hospital that another process takes at this moment', async () => {
  const [taken, other] = await inOneNight();
  await run();
  ran.length = 0;
  test.clock.advance(24 * HOUR_MS);
  const process = await test.database.admin.connect();
  try {
    await process.query('BEGIN');
    await process.query('SELECT FROM nightly_run WHERE hospital_id = $1 FOR UPDATE', [taken.id]);
    await run();
    expect(ran).toEqual([other.id]);
  } finally {
    await process.query('ROLLBACK');
    process.release();
  }
  await run();
  expect(ran).toEqual([other.id, taken.id]);
});

it('does not wait for a locked hospital while it looks for those with nothing to do', async () => {
  const { admin } = test.database;
  await inNightNow();
  const [locked, idle] = [shanghai, berlin];
  await admin.query(`UPDATE patient SET record_due_at = now() + interval '1 day'`);
  await run(knownJob());
  await admin.query(
    `UPDATE nightly_run SET night = night - interval '1 day', finished_at = finished_at - interval '1 day'`,
  );
  const process = await admin.connect();
  try {
    await process.query('BEGIN');
    await process.query('SELECT FROM nightly_run WHERE hospital_id = $1 FOR UPDATE', [locked.id]);
    await run(knownJob());
  } finally {
    await process.query('ROLLBACK');
    process.release();
  }
  const { rows } = await admin.query<{ id: string }>(
    `SELECT hospital_id AS id FROM nightly_run WHERE finished_at > now() - interval '1 hour'`,
  );
  expect(rows).toEqual([{ id: idle.id }]);
});

it.each([
  [2, 1],
  [10, 3],
  [20, 6],
  [40, 6],
])('all nightly jobs of a process with a pool of %i work in %i hospitals at a time, together', async (pool, atOnce) => {
  const transactions = await processWithPool(pool);
  await inOneNight();
  let [working, most] = [0, 0];
  const all = Promise.withResolvers<true>();
  const work = async (hospital: string) => {
    working += 1;
    most = Math.max(most, working);
    if (working === atOnce) all.resolve(true);
    await all.promise;
    // Long enough for every other one to begin if it may.
    for (let n = 0; n < 20; n += 1) await test.database.admin.query('SELECT 1');
    working -= 1;
    ran.push(hospital);
  };
  await Promise.all(['one', 'two', 'three', 'four'].map((name) => run(job(work, `nightly-${name}`, transactions))));
  expect([ran.length, most]).toEqual([8, atOnce]);
});

it('fails when every turn is taken until its time is over, and does the night in its next run', async () => {
  // Two hospitals at a time.
  const transactions = await processWithPool(6);
  await inOneNight();
  let working = 0;
  const [taken, free] = [Promise.withResolvers<true>(), Promise.withResolvers<true>()];
  const work = async () => {
    working += 1;
    if (working === 2) taken.resolve(true);
    await free.promise;
  };
  const long = run(job(work, 'nightly-long', transactions));
  await taken.promise;
  const begun = performance.now();
  const clock = vi.spyOn(performance, 'now').mockReturnValue(begun);
  onTestFinished(() => clock.mockRestore());
  const late = run(job(undefined, 'nightly-late', transactions));
  clock.mockReturnValue(begun + 9 * MINUTE_MS);
  free.resolve(true);
  await expect(late).rejects.toThrow('no turn in 8 minutes; 2 hospitals');
  await long;
  expect(ran).toEqual([]);
  await run(job(undefined, 'nightly-late', transactions));
  expect(ran).toHaveLength(2);
});

it('runs at once in a hospital that is named', async () => {
  await job().run({ hospitalId: berlin.id }, 'test');
  expect(ran).toEqual([berlin.id]);
});
