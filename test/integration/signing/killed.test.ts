import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimPrescription, dispense } from '../../../shared/src/contract/dispensing.ts';
import { saveDocument, signDocument } from '../../../shared/src/contract/documents.ts';
import { signPrescription } from '../../../shared/src/contract/prescribing.ts';
import { approveReview, startReview } from '../../../shared/src/contract/review.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { ApiProcess } from '../../support/api-process.ts';
import { Clinic } from '../../support/clinic.ts';
import { Dispensary, ticked } from '../../support/dispensary.ts';
import { PharmacyCounters } from '../../support/pharmacy-counter.ts';
import type { WireStatement } from '../../support/postgres-wire.ts';
import { trailOf } from '../../support/trail.ts';
import { PaperDesk, sickDays } from '../documents/paper-desk.ts';
import { fewOf, follow, stepsOf, walk, type KilledCommand } from './killed-walk.ts';

let api: ApiProcess;
let clinic: Clinic;
let after: Dispensary;

beforeAll(async () => {
  api = await ApiProcess.start();
});
// For each walk, because on a busy machine all of them together outlast a token.
beforeEach(async () => {
  clinic = await Clinic.open(api);
  after = new Dispensary(api, clinic);
});
afterAll(() => api.close());

/** Counts by name; `none` when all are zero, `once` when all are one. */
async function counted(id: string, counts: Record<string, string>): Promise<string> {
  const parts = Object.entries(counts).map(([name, sql]) => `(SELECT count(*)::int FROM ${sql}) AS "${name}"`);
  const { rows } = await api.database.admin.query<Record<string, number>>(`SELECT ${parts.join(', ')}`, [id]);
  const found = Object.values(rows[0] ?? {});
  return found.every((n) => n === 0) ? 'none' : found.every((n) => n === 1) ? 'once' : JSON.stringify(rows[0]);
}
/** On a busy machine the walk outlasts the minutes that a second factor is good for. */
async function confirmed(): Promise<void> {
  const people = [clinic.doctor.sessionId, clinic.pharmacist.sessionId];
  await api.database.admin.query('UPDATE session SET second_factor_at = now() WHERE id = ANY($1)', [people]);
}
const audited = (action: string) => `audit_event WHERE action = '${action}' AND entity_id = $1::text`;
const told = (type: string) => `domain_event WHERE type = '${type}' AND entity_id = $1`;

const signing: KilledCommand = {
  name: 'sign a prescription',
  prepare: async () => {
    await confirmed();
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    await clinic.diagnosed(visit);
    const { id, version } = await clinic.drafted(visit);
    const call = { params: { prescriptionId: id }, version, body: {} };
    return { id, send: (key) => clinic.doctor.client.call(signPrescription, { ...call, key }) };
  },
  traces: (id) =>
    counted(id, {
      signature: `prescription_signature WHERE prescription_id = $1 AND role = 'doctor'`,
      signed: `prescription WHERE id = $1 AND status = 'signed' AND signed_payload IS NOT NULL AND secret_sealed IS NOT NULL`,
      review: 'review WHERE prescription_id = $1',
      check: `safety_check WHERE prescription_id = $1 AND phase = 'signature'`,
      audit: audited('prescription.signed'),
      event: told('prescription.signed'),
    }),
};

const approving: KilledCommand = {
  name: 'approve a prescription',
  prepare: async () => {
    await confirmed();
    const { id } = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    const params = { reviewId: await after.reviewOf(id) };
    const { client } = clinic.pharmacist;
    await client.ok(startReview, { params });
    return { id, send: (key) => client.call(approveReview, { params, body: ticked, key }) };
  },
  traces: (id) =>
    counted(id, {
      signature: `prescription_signature WHERE prescription_id = $1 AND role = 'pharmacist'`,
      approved: `prescription WHERE id = $1 AND status = 'approved'`,
      review: `review WHERE prescription_id = $1 AND status = 'completed'`,
      check: `safety_check WHERE prescription_id = $1 AND phase = 'review'`,
      job: `(SELECT 1 FROM pgboss.job WHERE name = 'seal-prescription' AND data ->> 'prescriptionId' = $1::text LIMIT 1) AS asked`,
      event: told('prescription.approved'),
    }),
};

const documents: KilledCommand = {
  name: 'sign a sick note',
  prepare: async () => {
    await confirmed();
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    await clinic.diagnosed(visit);
    const { id, version } = await new PaperDesk(api, clinic).begin(visit.id, 'sick-note');
    const { client } = clinic.doctor;
    const params = { documentId: id };
    const saved = await client.ok(saveDocument, { params, version, body: sickDays() });
    return { id, send: (key) => client.call(signDocument, { params, version: saved.version, key }) };
  },
  traces: (id) =>
    counted(id, {
      signed: `clinical_document WHERE id = $1 AND status = 'signed' AND jws IS NOT NULL`,
      job: `(SELECT 1 FROM pgboss.job WHERE name = 'seal-document' AND data ->> 'documentId' = $1::text LIMIT 1) AS asked`,
      audit: audited('document.signed'),
      event: told('document.signed'),
    }),
};

const receipts = (counters: PharmacyCounters): KilledCommand => ({
  name: 'dispense with a signed receipt',
  prepare: async () => {
    await confirmed();
    const { client } = await counters.counter();
    const claim = await client.ok(claimPrescription, { body: (await counters.approved()).code });
    const id = newId();
    const lines = claim.lines.map(({ item }) => ({ itemId: item.id, quantity: item.quantity.value }));
    const call = { params: { claimId: claim.id }, body: { id, by: '张敏', lines } };
    return { id, send: (key) => client.call(dispense, { ...call, key }) };
  },
  traces: (id) =>
    counted(id, {
      receipt: 'dispense WHERE id = $1',
      dispensed: `prescription p WHERE p.status = 'dispensed' AND EXISTS (SELECT 1 FROM dispense d WHERE d.id = $1 AND d.prescription_id = p.id)`,
    }),
});

describe('the api, killed at every change on the way to a signature', { timeout: 900_000 }, () => {
  it('has signed the prescription wholly or not at all, and the page that sends again gets the one answer', async () => {
    const steps = await stepsOf(api, signing);
    expect(steps.length).toBeGreaterThan(8);
    await walk(api, signing, steps);
  });

  it('has approved it wholly or not at all', async () => {
    const steps = await stepsOf(api, approving);
    expect(steps.length).toBeGreaterThan(8);
    await walk(api, approving, steps);
  });

  it('has signed a sick note wholly or not at all', async () => {
    const steps = await stepsOf(api, documents);
    await walk(api, documents, fewOf(steps));
  });

  it('has handed out once with a receipt, or not at all', async () => {
    const command = receipts(new PharmacyCounters(api, clinic));
    const steps = await stepsOf(api, command);
    await walk(api, command, fewOf(steps));
  });

  it('has sealed the papers wholly or not at all, and those that it left are sealed by the next process', async () => {
    const ways: [string, (statement: WireStatement, id: string) => boolean, 'before' | 'after'][] = [
      [
        'when the job was taken',
        ({ sql, parameters }, id) => sql.includes('FROM "prescription"') && parameters.includes(id),
        'before',
      ],
      ['drawn and signed, not kept', ({ sql }) => sql.includes('INSERT INTO prescription_document'), 'before'],
      [
        'one of two languages kept',
        ({ sql, parameters }) => sql.includes('INSERT INTO prescription_document') && parameters.includes('en'),
        'after',
      ],
      [
        'before the record of it',
        ({ sql, parameters }) => sql.includes('audit_event') && parameters.includes('prescription.sealed'),
        'before',
      ],
      ['before the commit', sealingCommit(), 'before'],
      ['after the commit, the job not yet marked as done', sealingCommit(), 'after'],
    ];
    const left: string[] = [];
    for (const [what, at, when] of ways) {
      await confirmed();
      const { id } = await clinic.signed(await clinic.factory.patient(clinic.hospital));
      // The approval reads the prescription too: only what comes after its answer is of the job, which is told apart by its own reading.
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
      // Held back until all have been left, so that no process takes up an earlier one while the next is to be killed.
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

/** The commit of the transaction that keeps the files. */
function sealingCommit(): (statement: WireStatement) => boolean {
  let connection: number | null = null;
  return (statement) => {
    if (statement.sql.includes('INSERT INTO prescription_document')) connection = statement.connection;
    return statement.connection === connection && statement.sql === 'COMMIT';
  };
}

async function pages(id: string): Promise<number> {
  const sql = 'SELECT count(*)::int AS n FROM prescription_document WHERE prescription_id = $1';
  return (await api.database.admin.query<{ n: number }>(sql, [id])).rows[0]?.n ?? 0;
}

async function jobState(id: string): Promise<string> {
  const sql = `SELECT state FROM pgboss.job WHERE name = 'seal-prescription' AND data ->> 'prescriptionId' = $1`;
  const { rows } = await api.database.admin.query<{ state: string }>(sql, [id]);
  return rows.map(({ state }) => state).join(' ');
}

/** As if the job’s worker had given its last sign of life so many seconds from now. */
async function silence(id: string, seconds: number): Promise<void> {
  await api.database.admin.query(
    `UPDATE pgboss.job SET started_on = now() + make_interval(secs => $2), heartbeat_on = now() + make_interval(secs => $2)
     WHERE name = 'seal-prescription' AND data ->> 'prescriptionId' = $1 AND state = 'active'`,
    [id, seconds],
  );
}
