import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOwnerSession } from '../../../server/src/move/owner-session.ts';
import { Clinic } from '../../support/clinic.ts';
import { startTestApi } from '../../support/test-api.ts';
import { asking, Cell, moveKey, stateOf } from './move-ground.ts';

let source: Cell;
let target: Cell;
/** The port at which the target receives hospitals. */
let port: number;
let clinic: Clinic;
let accountId: string;

beforeAll(async () => {
  source = new Cell(await startTestApi(), moveKey);
  target = new Cell(await startTestApi(), moveKey);
  port = await target.receives();
}, 180_000);
afterAll(() => Promise.all([source.close(), target.close()]));

/** A hospital with a large table, of whose rows nothing says when they were written last. */
async function hospitalWithMuch(): Promise<void> {
  clinic = await Clinic.open(source.test);
  ({ accountId } = await clinic.factory.patient(clinic.hospital));
  await notify('generate_series(1, 5000) n', `'one ' || n`);
  await source.sql(
    `INSERT INTO idempotency_key (hospital_id, account_id, key, command, created_at) SELECT $1, $2, n, 'drill', now() FROM generate_series(1, 9) n`,
    clinic.hospital.id,
    accountId,
  );
}

const notify = (from: string, dedupe: string) =>
  source.sql(
    `INSERT INTO notification (id, hospital_id, account_id, template, facts, dedupe, visible_at, told, created_at)
     SELECT gen_random_uuid(), $1, $2, 'test', '{}', ${dedupe}, now(), true, now() FROM ${from}`,
    clinic.hospital.id,
    accountId,
  );

/** What the hospital has in a table, as text. */
const rowsOf = async (cell: Cell, table: 'notification' | 'idempotency_key' | 'call_quality_sample') =>
  (
    await cell.sql<{ row: string }>(
      `SELECT to_jsonb(t)::text AS row FROM ${table} t WHERE hospital_id = $1 ORDER BY 1`,
      clinic.hospital.id,
    )
  ).map(({ row }) => row);

describe('a hospital that is closed for its move', () => {
  it('arrives with what was added, changed and deleted after each pass, also when the number of rows stays', async () => {
    await hospitalWithMuch();
    const bySlug = 'WHERE hospital_id = $1 AND dedupe = $2';
    let round = 0;
    const change = async () => {
      round++;
      const [changed, renamed, replaced, deleted] = [1, 2, 3, 4].map((place) => `one ${round * 10 + place}`);
      const { id } = clinic.hospital;
      await source.sql(`UPDATE notification SET read_at = now() ${bySlug}`, id, changed);
      await source.sql(`UPDATE notification SET id = gen_random_uuid() ${bySlug}`, id, renamed);
      // Its unique value passes to another row.
      await source.sql(`DELETE FROM notification ${bySlug}`, id, replaced);
      await notify('(SELECT 1) n', `'${replaced}'`);
      await source.sql(`DELETE FROM notification ${bySlug}`, id, deleted);
      await notify('(SELECT 1) n', `'new ${round}'`);
      await source.sql('DELETE FROM idempotency_key WHERE hospital_id = $1 AND key = $2', id, String(round));
    };
    const through = asking(async ({ ask, isComplete }) => {
      if (ask === 'verify' && isComplete === false) await change();
    });
    await source.sends(clinic.hospital.slug, port, { through });
    expect(round).toBeGreaterThan(1);
    for (const table of ['notification', 'idempotency_key'] as const) {
      const there = await rowsOf(target, table);
      expect([table, there.length]).toEqual([table, table === 'notification' ? 5000 : 9 - round]);
      expect(there).toEqual(await rowsOf(source, table));
    }
  }, 120_000);

  it('arrives with transactions that were open during a whole pass', async () => {
    await hospitalWithMuch();
    const { id } = clinic.hospital;
    const open: Awaited<ReturnType<typeof openOwnerSession>>[] = [];
    let round = 0;
    const through = asking(async ({ ask, isComplete }) => {
      if (ask !== 'begin' && (ask !== 'verify' || isComplete !== false)) return;
      round++;
      // The one from before this pass commits after it; transactions that begin later have committed already.
      await open.pop()?.query(`UPDATE notification SET template = 'late' WHERE dedupe = 'one ${round}0'; COMMIT`);
      if (round > 3) return;
      const session = await openOwnerSession(source.ownerUrl, id);
      await session.query(`BEGIN; UPDATE notification SET read_at = now() WHERE dedupe = 'one ${round}1';
        SAVEPOINT inner_part; DELETE FROM notification WHERE dedupe = 'one ${round}2'; RELEASE inner_part`);
      open.push(session);
      await notify('(SELECT 1) n', `'later ${round}'`);
    });
    await source.sends(clinic.hospital.slug, port, { through });
    expect([round, open]).toEqual([4, []]);
    expect(await rowsOf(target, 'notification')).toEqual(await rowsOf(source, 'notification'));
  }, 120_000);

  it('arrives with every sample of call quality, also with two of the same moment and one deleted', async () => {
    await hospitalWithMuch();
    const { id } = clinic.hospital;
    const session = await openOwnerSession(source.ownerUrl, id);
    await session.query(`SET session_replication_role = 'replica'`);
    const [call, one, two] = [randomUUID(), randomUUID(), randomUUID()];
    const sample = (participant: string, at: string, frozen: number) =>
      session.query(
        `INSERT INTO call_quality_sample (hospital_id, session_id, participant_id, at, span_ms, frozen_ms, kbps_received, kbps_sent, grade, cause, carried)
         VALUES ($1, $2, $3, $4, 1000, $5, 1, 1, 0, 0, 0)`,
        [id, call, participant, at, frozen],
      );
    await sample(one, '2026-01-01T00:00:00Z', 1);
    await sample(two, '2026-01-01T00:00:00Z', 2);
    await sample(two, '2026-01-01T00:00:01Z', 3);
    let passes = 0;
    const through = asking(async ({ ask, isComplete }) => {
      if (ask !== 'verify' || isComplete !== false || ++passes !== 3) return;
      await sample(one, '2026-01-01T00:00:00Z', 99);
      await session.query('DELETE FROM call_quality_sample WHERE frozen_ms = 3');
    });
    await source.sends(clinic.hospital.slug, port, { through }).finally(() => void session.end());
    const there = await rowsOf(target, 'call_quality_sample');
    expect(there).toHaveLength(3);
    expect(there).toEqual(await rowsOf(source, 'call_quality_sample'));
  }, 120_000);

  it('reads no table at the target that has not changed since the last pass', async () => {
    await hospitalWithMuch();
    const other = await openOwnerSession(target.ownerUrl, '');
    let isLocked = false;
    const through = asking(async () => {
      if (isLocked || (await stateOf(source, clinic.hospital)) !== 'closed') return;
      isLocked = true;
      await other.query('BEGIN; LOCK TABLE notification IN ACCESS EXCLUSIVE MODE');
    });
    await source
      .sends(clinic.hospital.slug, port, { through, longestClosedMs: 20_000 })
      .finally(() => void other.end());
    expect(isLocked).toBe(true);
    expect(await rowsOf(target, 'notification')).toEqual(await rowsOf(source, 'notification'));
  }, 120_000);

  it('does not close when a row that has arrived was changed at the target', async () => {
    await hospitalWithMuch();
    const before = source.said.length;
    let isChanged = false;
    const through = asking(async ({ ask }) => {
      if (isChanged || ask !== 'verify') return;
      isChanged = true;
      await target.sql(
        `UPDATE notification SET template = 'other' WHERE hospital_id = $1 AND dedupe = 'one 1'`,
        clinic.hospital.id,
      );
    });
    await expect(source.sends(clinic.hospital.slug, port, { through })).rejects.toThrow(
      'notification differs (content',
    );
    expect(source.said.slice(before).join('\n')).not.toContain('is closed');
    expect(await stateOf(source, clinic.hospital)).toBe('open');
  }, 120_000);
});
