import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkAuditChain, type ChainCheckStep } from '../../../shared/src/administration/audit.contract.ts';
import { verifyChain } from '../../../server/src/platform/audit-chain/verify-chain.ts';
import { emitEvent } from '../../../server/src/api/core/domain-events.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { checkParts } from '../../support/audit-chain.ts';
import { requestKey } from '../../support/request-key.ts';
import { inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { withoutReferences } from '../platform/sample-rows.ts';

let test: TestApi;
let transactions: Transactions;
let hospital: TestHospital;
let administrator: TestPerson;
beforeAll(async () => {
  test = await startTestApi();
  transactions = new Transactions(test.source, test.clock);
});
afterAll(() => test.close());
beforeEach(async () => {
  const factory = new Factory(test);
  hospital = await factory.hospital();
  administrator = await factory.staff(hospital, 'administrator');
  for (let i = 0; i < 10; i++)
    await inHospital(test, hospital.id, async (tx) => {
      await tx.audit('duty.changed', { entity: 'practitioner', entityId: `doctor ${i}`, details: { i } });
      await emitEvent(tx, 'duty.changed', { entityId: newId(), facts: { onDuty: true, dutySeconds: 60 + i } });
    });
  expect((await verifyChain(transactions, hospital.id, checkParts())).broken).toBeNull();
});

/** Runs `work` as the owner of the tables with all triggers disabled. */
const asOwner = (work: (client: PoolClient) => Promise<unknown>) =>
  withoutReferences(test.database.admin, async (client) => void (await work(client)));

const change = (sql: string, ...values: unknown[]) => asOwner((client) => client.query(sql, [hospital.id, ...values]));

async function linkOf(entityId: string): Promise<{ seq: number; id: string }> {
  const { rows } = await test.database.admin.query<{ seq: number; id: string }>(
    `SELECT l.seq::float8 AS seq, a.id FROM audit_event a JOIN audit_link l ON l.entry_id = a.id WHERE a.hospital_id = $1 AND a.entity_id = $2`,
    [hospital.id, entityId],
  );
  if (!rows[0]) throw new Error('audit link not found');
  return rows[0];
}

const verdict = async () => (await verifyChain(transactions, hospital.id, checkParts())).broken;

/** Runs all steps of the check as the administrator's page does and returns the last one. */
async function onThePage(): Promise<ChainCheckStep> {
  let step = await administrator.client.ok(checkAuditChain);
  while (step.next) step = await administrator.client.ok(checkAuditChain, { query: { after: step.next } });
  return step;
}

describe('the check of the audit chain detects', () => {
  it('a deleted entry', async () => {
    const { seq, id } = await linkOf('doctor 4');
    await change('DELETE FROM audit_event WHERE hospital_id = $1 AND id = $2', id);
    expect(await verdict()).toEqual({ fault: 'missing', seq, source: 'audit', entryId: id });
  });

  it('an entry that was deleted together with its link', async () => {
    const { seq, id } = await linkOf('doctor 4');
    await change('DELETE FROM audit_event WHERE hospital_id = $1 AND id = $2', id);
    await change('DELETE FROM audit_link WHERE hospital_id = $1 AND entry_id = $2', id);
    expect(await verdict()).toEqual({ fault: 'gap', seq, source: null, entryId: null });
  });

  it.each([
    ['details', `details = '{"i": 5}'`],
    ['at', `at = at - interval '1 microsecond'`],
    ['actor', `actor_account_id = id`],
    ['patient', `patient_id = id`],
    ['action', `action = 'duty.read'`],
    ['outcome', `outcome = 'denied'`],
    ['address', `address = '10.0.0.1'`],
  ])('a changed %s', async (_what, set) => {
    const { seq, id } = await linkOf('doctor 6');
    await change(`UPDATE audit_event SET ${set} WHERE hospital_id = $1 AND id = $2`, id);
    expect(await verdict()).toEqual({ fault: 'changed', seq, source: 'audit', entryId: id });
  });

  it('a domain event with changed facts, also on the page', async () => {
    await change(
      `UPDATE domain_event SET facts = facts || '{"dutySeconds": 1}' WHERE hospital_id = $1 AND facts->>'dutySeconds' = '63'`,
    );
    const { broken, next } = await onThePage();
    expect(broken).toMatchObject({ fault: 'changed', source: 'event' });
    expect(next).toBeNull();
    const { rows } = await test.database.admin.query<{ details: unknown; entity_id: string }>(
      `SELECT details, entity_id FROM audit_event WHERE hospital_id = $1 AND action = 'audit.checked' ORDER BY at DESC, id DESC LIMIT 1`,
      [hospital.id],
    );
    expect(rows[0]).toMatchObject({ entity_id: broken?.entryId, details: { result: 'changed' } });
  });

  it('swapped entries', async () => {
    const [one, other] = [await linkOf('doctor 3'), await linkOf('doctor 7')];
    await asOwner(async (client) => {
      for (const [from, to] of [
        [one.seq, 1e9],
        [other.seq, one.seq],
        [1e9, other.seq],
      ])
        await client.query('UPDATE audit_link SET seq = $3 WHERE hospital_id = $1 AND seq = $2', [
          hospital.id,
          from,
          to,
        ]);
    });
    expect(await verdict()).toMatchObject({ fault: 'out-of-order', seq: one.seq });
  });

  it('swapped entries whose links were adapted', async () => {
    const [one, other] = [await linkOf('doctor 3'), await linkOf('doctor 7')];
    await change(
      `WITH two AS (SELECT seq, content_hash FROM audit_link WHERE hospital_id = $1 AND seq IN ($2, $3))
       UPDATE audit_link l SET content_hash = two.content_hash FROM two WHERE l.hospital_id = $1 AND l.seq IN ($2, $3) AND two.seq <> l.seq`,
      one.seq,
      other.seq,
    );
    await change('UPDATE audit_link SET entry_id = $3 WHERE hospital_id = $1 AND seq = $2', one.seq, newId());
    await change('UPDATE audit_link SET entry_id = $3 WHERE hospital_id = $1 AND seq = $2', other.seq, one.id);
    await change('UPDATE audit_link SET entry_id = $3 WHERE hospital_id = $1 AND seq = $2', one.seq, other.id);
    expect(await verdict()).toMatchObject({ fault: 'out-of-order', seq: one.seq });
  });

  it('a cut tail', async () => {
    const { seq } = await linkOf('doctor 5');
    await asOwner(async (client) => {
      for (const table of ['audit_event', 'domain_event'])
        await client.query(
          `DELETE FROM ${table} e USING audit_link l WHERE l.entry_id = e.id AND l.hospital_id = $1 AND l.seq >= $2`,
          [hospital.id, seq],
        );
      await client.query('DELETE FROM audit_link WHERE hospital_id = $1 AND seq >= $2', [hospital.id, seq]);
    });
    expect(await verdict()).toEqual({ fault: 'cut', seq, source: null, entryId: null });
  });

  const forge = (id: string) =>
    change(
      `INSERT INTO audit_event (id, hospital_id, at, action, outcome, actor_roles, entity, request_id, details)
       VALUES ($2, $1, now() - interval '1 day', 'duty.changed', 'done', '{}', 'practitioner', 'forged', '{}')`,
      id,
    );

  it('an entry that the program did not write', async () => {
    const id = newId();
    await forge(id);
    expect(await verdict()).toEqual({ fault: 'not-linked', seq: null, source: 'audit', entryId: id });
    // Events that are written later do not link the forged entry.
    await inHospital(test, hospital.id, (tx) => tx.audit('duty.changed', { entity: 'practitioner', entityId: null }));
    expect((await onThePage()).broken).toEqual({ fault: 'not-linked', seq: null, source: 'audit', entryId: id });
  });

  it('a forged entry at the end with a link', async () => {
    const id = newId();
    await forge(id);
    await change(
      `INSERT INTO audit_link SELECT hospital_id, seq + 1, 'audit', $2, now(), content_hash, hash, sha256(hash) FROM audit_link
       WHERE hospital_id = $1 ORDER BY seq DESC LIMIT 1`,
      id,
    );
    expect(await verdict()).toMatchObject({ fault: 'changed', entryId: id });
  });
});

describe('the check of the audit chain', () => {
  it('finds no fault in an untouched chain, entry by entry', async () => {
    const { broken, checked, total } = await onThePage();
    expect(broken).toBeNull();
    expect(checked).toBe(total);
    expect(checked).toBeGreaterThanOrEqual(20);
  });

  it('rejects cursors that it did not issue', async () => {
    const places = [
      { part: 'links', seq: -1 },
      ...['yesterday', '0000-01-01T00:00:00', ''].map((at) => ({ part: 'audit', at, id: hospital.id })),
    ].map((place) => Buffer.from(JSON.stringify(place)).toString('base64url'));
    for (const after of ['x', ...places])
      expect(await administrator.client.call(checkAuditChain, { query: { after } })).toMatchObject({ status: 400 });
  });

  it('is forbidden to other roles than the administrator', async () => {
    const doctor = await new Factory(test).doctor(hospital);
    expect(await doctor.client.call(checkAuditChain)).toMatchObject({ status: 403 });
  });

  it('exits with 1 on the command line when a hospital’s chain is broken', async () => {
    const { seq, id } = await linkOf('doctor 2');
    await change(`UPDATE audit_event SET details = '{}' WHERE hospital_id = $1 AND id = $2`, id);
    const program = fileURLToPath(new URL('../../../server/src/api/audit-verify.main.ts', import.meta.url));
    const env = {
      ...process.env,
      DATABASE_URL: test.database.appUrl,
      DATABASE_REQUEST_KEY: requestKey.toString('base64'),
    };
    const failed = await promisify(execFile)(process.execPath, [program], { env }).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 1 });
    expect((failed as { stdout: string }).stdout).toContain(
      `BROKEN at audit entry ${id} with number ${seq}: its content was changed`,
    );
  });
});
