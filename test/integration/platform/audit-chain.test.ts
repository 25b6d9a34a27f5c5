import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listAuditEvents } from '../../../shared/src/administration/audit.contract.ts';
import { sealChain } from '../../../server/src/platform/audit-chain/chain-sealer.ts';
import {
  auditContent,
  eventContent,
  hashOfContent,
  hashOfLink,
  noHash,
} from '../../../server/src/platform/audit-chain/chain-hashes.ts';
import { ChainReader, type EntryPlace } from '../../../server/src/platform/audit-chain/chain-reader.ts';
import { verifyChain } from '../../../server/src/platform/audit-chain/verify-chain.ts';
import { emitEvent } from '../../../server/src/api/core/domain-events.ts';
import { systemContext } from '../../../server/src/platform/context.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { toAppError } from '../../../server/src/platform/http/problem.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import type { JsonValue } from '../../../server/src/platform/signing/canonical-json.ts';
import { checkParts } from '../../support/audit-chain.ts';
import { Factory, type TestHospital } from '../../support/factories.ts';
import { runJob } from '../../support/run-job.ts';
import { inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let transactions: Transactions;
let hospital: TestHospital;
beforeAll(async () => {
  test = await startTestApi();
  // Separate from the api’s transactions: nothing is linked unless the test does it.
  transactions = new Transactions(test.source, test.clock);
});
afterAll(() => test.close());
beforeEach(async () => {
  hospital = await new Factory(test).hospital();
});

interface Link {
  seq: number;
  source: string;
  entryId: string;
  linkedAt: string;
  contentHash: Buffer;
  prevHash: Buffer;
  hash: Buffer;
  content: JsonValue;
}

async function links(): Promise<Link[]> {
  const { rows } = await test.database.admin.query<Link>(
    `SELECT l.seq::float8 AS seq, l.source, l.entry_id AS "entryId", l.content_hash AS "contentHash", l.prev_hash AS "prevHash", l.hash,
       to_char(l.linked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "linkedAt",
       CASE l.source WHEN 'audit' THEN (SELECT ${auditContent('a')} FROM audit_event a WHERE a.id = l.entry_id)
         ELSE (SELECT ${eventContent('e')} FROM domain_event e WHERE e.id = l.entry_id) END AS content
     FROM audit_link l WHERE l.hospital_id = $1 ORDER BY l.seq`,
    [hospital.id],
  );
  return rows;
}

const write = (entityId: string, details: Record<string, string | number | boolean | null> = {}) =>
  inHospital(test, hospital.id, async (tx) => {
    await tx.audit('duty.changed', { entity: 'practitioner', entityId, details });
    await emitEvent(tx, 'duty.changed', { entityId: newId(), facts: { onDuty: true, dutySeconds: null } });
  });

async function unlinked(): Promise<number> {
  const { rows } = await test.database.admin.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT id, hospital_id FROM audit_event UNION ALL SELECT id, hospital_id FROM domain_event) e
     WHERE e.hospital_id = $1 AND NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.entry_id = e.id)`,
    [hospital.id],
  );
  return rows[0]?.n ?? -1;
}

describe('the audit chain of a hospital', () => {
  it('contains each entry of many writers once, without gaps for rolled-back ones', async () => {
    const sealing = Array.from({ length: 5 }, () => sealChain(transactions, hospital.id));
    const writing = Array.from({ length: 30 }, (_, i) => {
      if (i % 3 > 0) return write(newId(), { i });
      const work = inHospital(test, hospital.id, async (tx) => {
        await tx.audit('duty.changed', { entity: 'practitioner', entityId: newId() });
        throw new Error('rolled back');
      });
      return expect(work).rejects.toThrow('rolled back');
    });
    await Promise.all([...sealing, ...writing]);
    await sealChain(transactions, hospital.id);
    const chain = await links();
    expect(chain.map(({ seq }) => seq)).toEqual(chain.map((_, i) => i + 1));
    expect(new Set(chain.map(({ entryId }) => entryId)).size).toBe(chain.length);
    expect(await unlinked()).toBe(0);
    chain.forEach(({ prevHash }, i) => expect(prevHash).toEqual(chain[i - 1]?.hash ?? noHash));
  });

  it('has the hashes of canonical JSON for every kind of entry', async () => {
    for (const details of [
      { text: 'quote " back \\ tab \t line \n bell \u0007 王芳 😀 \u2028 é', yes: true, nothing: null },
      { zebra: 1, alpha: -0, 'a b': 1.5, B: 1e21, b: 1e-7, c: 123456789012, d: 0.000001, e: 4.35, f: 2.5e25, g: 0.1 },
      {},
    ])
      await write(`thing ${JSON.stringify(details)}`, details);
    await sealChain(transactions, hospital.id);
    const chain = await links();
    expect(chain.filter(({ source }) => source === 'audit').length).toBeGreaterThanOrEqual(3);
    for (const link of chain) {
      expect(link.contentHash).toEqual(hashOfContent(link.content));
      expect(link.hash).toEqual(hashOfLink(link));
    }
  });

  it('links an entry of a long transaction at its commit, after those committed before', async () => {
    let entered = () => {};
    const inside = new Promise<void>((resolve) => (entered = resolve));
    let finish = () => {};
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const late = inHospital(test, hospital.id, async (tx) => {
      await tx.audit('duty.changed', { entity: 'practitioner', entityId: 'late' });
      entered();
      await finished;
    });
    await inside;
    await write('early');
    await sealChain(transactions, hospital.id);
    finish();
    await late;
    await sealChain(transactions, hospital.id);
    const entities = (await links()).flatMap(({ content }) => {
      const { entityId } = content as { entityId: string };
      return ['late', 'early'].includes(entityId) ? [entityId] : [];
    });
    expect(entities).toEqual(['early', 'late']);
  });

  it('continues after a restore that resets the transaction numbers', async () => {
    await write('before the dump');
    await sealChain(transactions, hospital.id);
    const before = (await links()).length;
    await write('in the dump, not linked yet');
    // Simulates the dump of a server with many more transactions.
    await test.database.admin.query('UPDATE audit_event SET written_in = written_in + 1e12 WHERE hospital_id = $1', [
      hospital.id,
    ]);
    await test.database.admin.query('UPDATE audit_chain SET unsealed_from = 1e12 WHERE hospital_id = $1', [
      hospital.id,
    ]);
    await write('after the restore');
    await sealChain(transactions, hospital.id);
    expect(await links()).toHaveLength(before + 4);
    await write('later');
    await sealChain(transactions, hospital.id);
    expect(await links()).toHaveLength(before + 6);
    expect(await unlinked()).toBe(0);
  });

  it('is checked in steps that contain each entry once, also those of one time', async () => {
    const ids = Array.from({ length: 5 }, (_, i) => `entry ${i}`);
    await inHospital(test, hospital.id, async (tx) => {
      for (const entityId of ids) await tx.audit('duty.changed', { entity: 'practitioner', entityId });
    });
    await write('later');
    const { rows } = await test.database.admin.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM audit_event WHERE hospital_id = $1',
      [hospital.id],
    );
    const counts: number[] = [];
    let place: EntryPlace | null = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };
    while (place) {
      const at: EntryPlace = place;
      const { count, last } = await inHospital(test, hospital.id, (tx) =>
        new ChainReader().entries(tx, 'audit', at, 2),
      );
      counts.push(count);
      place = last;
    }
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows[0]?.n);
    expect(rows[0]?.n).toBeGreaterThanOrEqual(6);
  });

  it('is linked by the job when the writing process ended', async () => {
    await write(newId());
    expect(await unlinked()).toBeGreaterThan(0);
    await runJob(test, hospital.id, 'seal-audit-chains');
    expect(await unlinked()).toBe(0);
  });

  it('is linked a moment after a request', async () => {
    const administrator = await new Factory(test).staff(hospital, 'administrator');
    await administrator.client.ok(listAuditEvents);
    await expect.poll(unlinked).toBe(0);
  });
});

describe('the app’s database role', () => {
  const asApp = (sql: string) =>
    inHospital(test, hospital.id, (tx) => tx.query(sql)).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    );

  it.each([
    `INSERT INTO audit_link SELECT * FROM audit_link LIMIT 1`,
    `UPDATE audit_link SET seq = 1`,
    `DELETE FROM audit_link`,
    `UPDATE audit_chain SET seq = 1`,
    `DELETE FROM audit_chain`,
    `SELECT seal_entries(current_hospital(), 1)`,
    `ALTER TABLE audit_event DISABLE TRIGGER audit_event_is_marked`,
  ])('may not %s', async (sql) => {
    expect(await asApp(sql)).toBe('42501');
  });

  it('cannot choose the transaction number of an entry', async () => {
    await inHospital(test, hospital.id, (tx) =>
      tx.query(
        `INSERT INTO audit_event (id, hospital_id, at, action, outcome, actor_roles, entity, request_id, details, written_in)
         VALUES ($1, $2, now(), 'duty.changed', 'done', '{}', 'practitioner', 'forged', '{}', 5)`,
        [newId(), hospital.id],
      ),
    );
    const { rows } = await test.database.admin.query(
      `SELECT 1 FROM audit_event WHERE request_id = 'forged' AND written_in = 5`,
    );
    expect(rows).toEqual([]);
  });

  const insertDated = `INSERT INTO audit_event (id, hospital_id, at, action, outcome, actor_roles, entity, request_id, details)
    VALUES ($1, $2, now() - $3::interval, 'duty.changed', 'done', '{}', 'practitioner', 'dated', '{}')`;

  it.each([
    ['16 minutes', 'clock.unreliable'],
    ['6 years', 'clock.unreliable'],
    ['14 minutes', 'done'],
    ['-1 day', 'done'],
  ])('that dates an entry %s before its transaction gets: %s', async (age, outcome) => {
    const written = inHospital(test, hospital.id, (tx) => tx.query(insertDated, [newId(), hospital.id, age]));
    expect(
      await written.then(
        () => 'done',
        (error: unknown) => toAppError(error).code,
      ),
    ).toBe(outcome);
  });

  it('cannot write while the clock of its api is 20 minutes behind', async () => {
    const behind = new Transactions(test.source, { now: () => new Date(Date.now() - 20 * 60_000) });
    const writing = behind.run(systemContext(hospital.id, 'test'), (tx) =>
      tx.audit('duty.changed', { entity: 'practitioner', entityId: null }),
    );
    const error = await writing.catch((thrown: unknown) => thrown);
    expect(toAppError(error)).toMatchObject({ code: 'clock.unreliable' });
  });

  it('is the only one bound: entries that the owner restores are linked and verified with their old dates', async () => {
    await test.database.admin.query(insertDated, [newId(), hospital.id, '6 years']);
    const { broken, entries } = await verifyChain(transactions, hospital.id, checkParts());
    expect(broken).toBeNull();
    expect(entries).toBe((await links()).length);
    expect(await unlinked()).toBe(0);
  });
});
