import { describe, expect, it } from 'vitest';
import { approveReview, startReview } from '../../../shared/src/review/review.contract.ts';
import { Clinic } from '../../support/clinic.ts';
import { Dispensary, ticked } from '../../support/dispensary.ts';
import type { WireStatement } from '../../support/postgres-wire.ts';
import { trailOf } from '../../support/trail.ts';
import { killedScene } from './killed-scene.ts';
import { follow } from './killed-walk.ts';

const scene = killedScene();

describe('the api, killed while it seals documents', { timeout: 240_000 }, () => {
  it('seals each document completely or not at all, and the next process seals the rest', async () => {
    const ways: [string, (statement: WireStatement, id: string) => boolean, 'before' | 'after'][] = [
      [
        'when the job was taken',
        ({ sql, parameters }, id) => sql.includes('FROM "prescription"') && parameters.includes(id),
        'before',
      ],
      [
        'drawn and signed, not kept',
        ({ sql, parameters }, id) => sql.includes('INSERT INTO prescription_document') && parameters.includes(id),
        'before',
      ],
      [
        'one of two languages kept',
        ({ sql, parameters }, id) =>
          sql.includes('INSERT INTO prescription_document') && parameters.includes(id) && parameters.includes('en'),
        'after',
      ],
      [
        'before the record of it',
        ({ sql, parameters }, id) =>
          sql.includes('audit_event') && parameters.includes('prescription.sealed') && parameters.includes(id),
        'before',
      ],
      ['before the commit', sealingCommit(), 'before'],
      ['after the commit, the job not yet marked as done', sealingCommit(), 'after'],
    ];
    const { api } = scene;
    const clinic = await Clinic.open(api);
    const after = new Dispensary(api, clinic);
    const left: string[] = [];
    for (const [what, at, when] of ways) {
      const { id } = await clinic.signed(await clinic.factory.patient(clinic.hospital));
      // The approval also reads the prescription. Only statements after its response belong to the job, which starts with its own read.
      const approval = follow(approvalKey(id));
      let approved = false;
      const reached = api.wire.halt({
        when,
        at: (statement) => {
          if (approval(statement) !== null && statement.sql === 'COMMIT') approved = true;
          else return approved && at(statement, id);
          return false;
        },
      });
      const params = { reviewId: await after.reviewOf(id) };
      await clinic.pharmacist.client.ok(startReview, { params });
      const answer = clinic.pharmacist.client.call(approveReview, { params, body: ticked, key: approvalKey(id) });
      await reached;
      await answer.catch(() => null);
      await api.kill();
      expect(await pages(id), what).toBe(when === 'after' && what.includes('commit') ? 2 : 0);
      // Extends the leases until all are killed, so that no process resumes an earlier job.
      await silence(id, 3600);
      left.push(id);
      await api.startAgain();
    }
    for (const id of left) await silence(id, -3600);
    for (const id of left) {
      await expect.poll(() => pages(id), { timeout: 90_000 }).toBe(2);
      await expect.poll(() => jobState(id), { timeout: 90_000 }).toBe('completed');
      expect((await trailOf(api, id)).filter(({ action }) => action === 'prescription.sealed')).toHaveLength(1);
      const pdf = await after.pdf(clinic.doctor.client, id);
      expect(await (await after.upload(pdf, 'application/pdf')).json()).toMatchObject({ outcome: 'genuine' });
    }
  });
});

const approvalKey = (id: string) => `approval-${id}`;

/** Matches the commit of the transaction that stores this prescription’s files; another one may be sealed at the same time. */
function sealingCommit(): (statement: WireStatement, id: string) => boolean {
  let connection: number | null = null;
  return ({ connection: own, sql, parameters }, id) => {
    if (sql.includes('INSERT INTO prescription_document') && parameters.includes(id)) connection = own;
    return own === connection && sql === 'COMMIT';
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

/** Moves the last heartbeat of the job’s worker to that many seconds from now. */
async function silence(id: string, seconds: number): Promise<void> {
  await scene.api.database.admin.query(
    `UPDATE pgboss.job SET started_on = now() + make_interval(secs => $2), heartbeat_on = now() + make_interval(secs => $2)
     WHERE name = 'seal-prescription' AND data ->> 'prescriptionId' = $1 AND state = 'active'`,
    [id, seconds],
  );
}
