import { describe, expect, it } from 'vitest';
import { Clinic } from '../../support/clinic.ts';
import { Dispensary } from '../../support/dispensary.ts';
import { holdSealing, releaseSealing } from '../../support/held-jobs.ts';
import type { Halt, WireStatement } from '../../support/postgres-wire.ts';
import { trailOf } from '../../support/trail.ts';
import { killedScene } from './killed-scene.ts';

const scene = killedScene({ TIMEOUTS: 'jobs.supervise=1000' });

/** A point at which the process dies while it seals the prescription with this id, and how many of its files are stored then. */
interface Way {
  readonly what: string;
  readonly when: Halt['when'];
  readonly stored: 0 | 2;
  at(id: string): (statement: WireStatement) => boolean;
}

const stores = ({ sql, parameters }: WireStatement, id: string) =>
  sql.includes('INSERT INTO "prescription_document"') && parameters.includes(id);

const ways: readonly Way[] = [
  {
    what: 'when the job was taken',
    when: 'before',
    stored: 0,
    at:
      (id) =>
      ({ sql, parameters }) =>
        sql.includes('FROM "prescription"') && parameters.includes(id),
  },
  { what: 'drawn and signed, not kept', when: 'before', stored: 0, at: (id) => (statement) => stores(statement, id) },
  {
    what: 'one of two languages kept',
    when: 'after',
    stored: 0,
    at: (id) => (statement) => stores(statement, id) && statement.parameters.includes('en'),
  },
  {
    what: 'before the record of it',
    when: 'before',
    stored: 0,
    at:
      (id) =>
      ({ sql, parameters }) =>
        sql.includes('audit_event') && parameters.includes('prescription.sealed') && parameters.includes(id),
  },
  { what: 'before the commit', when: 'before', stored: 0, at: commitOf },
  { what: 'after the commit, the job not yet marked as done', when: 'after', stored: 2, at: commitOf },
];

describe('the api, killed while it seals documents', { timeout: 240_000 }, () => {
  it('seals each document completely or not at all, and the next process seals the rest', async () => {
    const { api } = scene;
    await holdSealing(api.database);
    const waiting = [];
    for (const way of ways) {
      const clinic = await Clinic.open(api);
      const { id } = await clinic.signed(await clinic.factory.patient(clinic.hospital));
      const after = new Dispensary(api, clinic);
      await after.approve(id);
      waiting.push({ ...way, id, clinic, after });
    }
    // One process dies for all: a worker takes the jobs of this queue together, and each is held at another point. A statement that is held for long
    // fails (`database.answer`), but its job is not retried before the kill: the jobs that were taken together end together.
    const held = waiting.map(({ id, at, when }) => api.wire.halt({ when, at: at(id) }));
    await releaseSealing(api.database);
    await Promise.all(held);
    await api.kill();
    for (const { id, what, stored } of waiting) expect(await pages(id), what).toBe(stored);
    await forgetHeartbeats();
    await api.startAgain();
    for (const { id, what, clinic, after } of waiting) {
      await expect.poll(() => pages(id), { timeout: 90_000 }).toBe(2);
      await expect.poll(() => jobState(id), { timeout: 90_000 }).toBe('completed');
      expect((await trailOf(api, id)).filter(({ action }) => action === 'prescription.sealed')).toHaveLength(1);
      const pdf = await after.pdf(clinic.doctor.client, id);
      expect(await (await after.upload(pdf, 'application/pdf')).json(), what).toMatchObject({ outcome: 'genuine' });
    }
  });
});

/** Matches the commit of the transaction that stores this prescription’s files. */
function commitOf(id: string): (statement: WireStatement) => boolean {
  let connection: number | null = null;
  return (statement) => {
    if (stores(statement, id)) connection = statement.connection;
    return statement.connection === connection && statement.sql === 'COMMIT';
  };
}

async function pages(id: string): Promise<number> {
  const sql = 'SELECT count(*)::int AS n FROM prescription_document WHERE prescription_id = $1';
  return (await scene.api.database.admin.query<{ n: number }>(sql, [id])).rows[0]?.n ?? 0;
}

/** Returns the state of all seal jobs of the prescription; the sweep may have enqueued a second one. */
async function jobState(id: string): Promise<string> {
  const sql = `SELECT DISTINCT state FROM pgboss.job WHERE name = 'seal-prescription' AND data ->> 'prescriptionId' = $1`;
  const { rows } = await scene.api.database.admin.query<{ state: string }>(sql, [id]);
  return rows.map(({ state }) => state).join(' ');
}

/** Dates the last heartbeats of the dead process back, so that the next one need not wait. */
async function forgetHeartbeats(): Promise<void> {
  await scene.api.database.admin.query(
    `UPDATE pgboss.job SET started_on = now() - interval '1 hour', heartbeat_on = now() - interval '1 hour'
     WHERE name = 'seal-prescription' AND state = 'active'`,
  );
}
