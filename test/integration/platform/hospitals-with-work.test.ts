import { DAY_MS, MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { installationContext } from '../../../server/src/platform/context.ts';
import { entities } from '../../../server/src/api/entities.ts';
import { createDataSource, type Database } from '../../../server/src/platform/db/data-source.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { MovableClock } from '../../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { requestKey } from '../../support/request-key.ts';
import { sampleInsert, withoutReferences } from './sample-rows.ts';

let database: TestDatabase;
let source: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  source = await createDataSource({ url: database.appUrl, poolSize: 2, entities, requestKey }).initialize();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const withWork = async (job: string) =>
  (
    await new Transactions(source, new MovableClock()).run(installationContext('test'), (tx) =>
      tx.query<{ id: string }>('SELECT hospitals_with_work($1, $2) AS id', [job, tx.now]),
    )
  ).map(({ id }) => id);

/** Creates a hospital whose audit chain has no entries to link. */
async function hospital(): Promise<string> {
  const id = newId();
  await withoutReferences(database.admin, async (client) => {
    await client.query(
      `INSERT INTO hospital (id, slug, name, jurisdiction, time_zone, locale, created_at)
       VALUES ($1, $2, '{}', 'CN', 'Asia/Shanghai', 'en', now())`,
      [id, `h-${id.slice(-12)}`],
    );
    await client.query(
      `INSERT INTO audit_chain (hospital_id, seq, hash, unsealed_from) VALUES ($1, 0, '\\x00', pg_snapshot_xmin(pg_current_snapshot())::text::bigint)`,
      [id],
    );
  });
  return id;
}

/** Adds a row of a table with these values. */
async function add(hospitalId: string, table: string, values = 'hospital_id = hospital_id'): Promise<void> {
  await withoutReferences(database.admin, async (client) => {
    const { sql, values: sample } = await sampleInsert(database.admin, table, hospitalId);
    await client.query(sql, sample);
    await client.query(`UPDATE ${table} SET ${values} WHERE hospital_id = $1`, [hospitalId]);
  });
}

const past = `now() - interval '1 minute'`;
const soon = `now() + interval '2 days'`;

it.each<[string, string, due: string, idle: string]>([
  ['deliver-due-messages', 'notification', `told = false, visible_at = ${past}`, `told = false, visible_at = ${soon}`],
  ['deliver-due-messages', 'message_delivery', `due_at = ${past}`, `due_at = ${soon}`],
  [
    'expire-prescriptions',
    'prescription',
    `status = 'approved', valid_until = ${past}`,
    `status = 'approved', valid_until = ${soon}`,
  ],
  [
    'return-abandoned-reviews',
    'review',
    `status = 'in-progress', held_until = ${past}`,
    `status = 'in-progress', held_until = ${soon}`,
  ],
  ['tend-appointments', 'appointment', `hold_until = ${past}`, `hold_until = ${soon}`],
  [
    'tend-appointments',
    'appointment',
    `status = 'booked', hold_until = NULL, booked_at = now() - interval '3 days', starts_at = now() + interval '20 hours', ends_at = now() + interval '21 hours'`,
    `status = 'booked', hold_until = NULL, booked_at = now() - interval '3 days', starts_at = now() + interval '20 hours', ends_at = now() + interval '21 hours', day_reminder_at = now()`,
  ],
  [
    'tend-waiting-rooms',
    'visit',
    `status = 'waiting', doctor_gone_at = now(), booked_for = ${past}`,
    `status = 'completed', doctor_gone_at = now(), booked_for = ${past}`,
  ],
])('%s goes only to a hospital with a %s that is due', async (job, table, due, idle) => {
  const [busy, quiet] = [await hospital(), await hospital()];
  await add(busy, table, due);
  await add(quiet, table, idle);
  const found = await withWork(job);
  expect([found.includes(busy), found.includes(quiet)]).toEqual([true, false]);
});

it('figures are counted and chains sealed only where there is something new', async () => {
  const [busy, quiet] = [await hospital(), await hospital()];
  await add(busy, 'figure_pending');
  await add(busy, 'audit_event', 'written_in = pg_current_xact_id()::text::bigint');
  for (const job of ['roll-up-figures', 'seal-audit-chains']) {
    const found = await withWork(job);
    expect([job, found.includes(busy), found.includes(quiet)]).toEqual([job, true, false]);
  }
});

/** Returns those of the hospitals where the nightly job has nothing to do at that time, in the night that began then. */
const idleNights = async (
  job: string,
  hospitals: readonly string[],
  { now = new Date(), night = now }: { now?: Date; night?: Date } = {},
) =>
  (
    await new Transactions(source, new MovableClock()).run(installationContext('test'), (tx) =>
      tx.query<{ id: string }>('SELECT finish_idle_nights($1, $2, $3, $4) AS id', [
        job,
        hospitals,
        hospitals.map(() => night),
        now,
      ]),
    )
  ).map(({ id }) => id);

it.each<[string, string, due: string, idle: string]>([
  [
    'forget-process-records',
    'visit',
    `status = 'completed', ended_at = now() - interval '4 years', process_forgotten_at = NULL`,
    `status = 'completed', ended_at = now() - interval '4 years', process_forgotten_at = now()`,
  ],
  ['forget-records', 'patient', `record_due_at = ${past}`, `record_due_at = ${soon}`],
  [
    'pack-call-quality',
    'call_session',
    `closed_at = now() - interval '2 days', quality_packed_at = NULL`,
    `closed_at = now() - interval '2 hours', quality_packed_at = NULL`,
  ],
])('the nightly job %s goes only to a hospital with a %s that is due', async (job, table, due, idle) => {
  const [busy, quiet] = [await hospital(), await hospital()];
  await add(busy, table, due);
  await add(quiet, table, idle);
  expect(await idleNights(job, [busy, quiet])).toEqual([quiet]);
});

it('a nightly job whose work is not known in advance goes to every hospital, and none to one that moves', async () => {
  const [one, moving] = [await hospital(), await hospital()];
  expect(await idleNights('renew-certificates', [one])).toEqual([]);
  await database.admin.query(`UPDATE hospital SET move_state = 'closed' WHERE id = $1`, [moving]);
  expect(await idleNights('forget-records', [one, moving])).toEqual([one]);
});

const from = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS);

it.each([
  ['long ago', (-3 * DAY_MS) / MINUTE_MS],
  ['in the future', 5],
])('no night is finished at a time %s', async (_when, minutes) => {
  const now = from(minutes);
  await expect(idleNights('forget-records', [await hospital()], { now })).rejects.toThrow('in the future or long ago');
});

it.each([
  ['long ago', (-3 * DAY_MS) / MINUTE_MS],
  ['in the future', 5],
])('a night that began %s is left to the job', async (_when, minutes) => {
  const id = await hospital();
  expect(await idleNights('forget-records', [id], { night: from(minutes) })).toEqual([]);
  const { rows } = await database.admin.query('SELECT FROM nightly_run WHERE hospital_id = $1', [id]);
  expect(rows).toEqual([]);
  expect(await idleNights('forget-records', [id])).toEqual([id]);
});
