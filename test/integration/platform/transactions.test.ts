import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emitEvent } from '../../../server/src/api/core/domain-events.ts';
import { systemContext } from '../../../server/src/platform/context.ts';
import { createDataSource } from '../../../server/src/platform/db/data-source.ts';
import { Transactions, type CommittedEvent, type Tx } from '../../../server/src/platform/db/transaction.ts';
import { toAppError } from '../../../server/src/platform/http/problem.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { admitVisit } from '../../../shared/src/visits/visits.contract.ts';
import { directUrlOf } from '../../support/database.ts';
import { Factory, type TestHospital } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { endWhatWaitsForLock } from '../../support/waiting-backend.ts';
import { waitingVisit } from '../../support/visit-steps.ts';

let test: TestApi;
let transactions: Transactions;
let factory: Factory;
let hospital: TestHospital;
const published: CommittedEvent[] = [];

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  transactions = new Transactions(test.source, test.clock);
  transactions.onCommitted((events) => void published.push(...events));
});
afterAll(() => test.close());

const here = () => systemContext(hospital.id, 'test');
const seen = (tx: Tx) => tx.query<{ id: string }>('SELECT current_hospital() AS id');

/** Ends the transaction’s connection as a restarting server would. */
async function breakConnection(tx: Tx): Promise<void> {
  const [backend] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  await test.database.admin.query('SELECT pg_terminate_backend($1)', [backend?.pid]);
}

async function failure(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => toAppError(error).code,
  );
}

describe('a broken database connection', () => {
  it('fails the transaction as “unavailable”, before and at its commit, without a leak', async () => {
    // More often than the pool has connections.
    for (let i = 0; i < test.settings.DATABASE_POOL + 2; i++) {
      const broken = transactions.run(here(), async (tx) => {
        await breakConnection(tx);
        await seen(tx);
      });
      expect(await failure(broken)).toBe('service.unavailable');
    }
    const atCommit = transactions.run(here(), async (tx) => {
      await emitEvent(tx, 'visit.created', { entityId: newId(), facts: { kind: 'walk-in' } });
      await breakConnection(tx);
    });
    expect(await failure(atCommit)).toBe('service.unavailable');
    expect(published).toEqual([]);
    expect(await transactions.run(here(), seen)).toEqual([{ id: hospital.id }]);
  });

  it('is a 503 for the caller with nothing stored, and a retry succeeds', async () => {
    const doctor = await factory.doctor(hospital);
    const visit = await waitingVisit(hospital, await factory.patient(hospital), doctor);
    const params = { visitId: visit.id };
    const blocker = await test.database.admin.connect();
    await blocker.query('BEGIN');
    await blocker.query('SELECT 1 FROM visit WHERE id = $1 FOR UPDATE', [visit.id]);
    const answer = doctor.client.call(admitVisit, { params });
    await endWhatWaitsForLock(test);
    expect(await answer).toMatchObject({ status: 503, problem: { code: 'service.unavailable' } });
    await blocker.query('ROLLBACK');
    blocker.release();
    expect((await doctor.client.ok(admitVisit, { params })).status).toBe('in-progress');
  });

  it('is a 503 on a server that has become read-only, and the next request uses a new connection', async () => {
    const doctor = await factory.doctor(hospital);
    const visit = await waitingVisit(hospital, await factory.patient(hospital), doctor);
    const { admin } = test.database;
    const { rows } = await admin.query<{ name: string }>('SELECT current_database() AS name');
    const setting = `ALTER DATABASE ${rows[0]?.name}`;
    await admin.query(`${setting} SET default_transaction_read_only = on`);
    const requestKey = test.settings.DATABASE_REQUEST_KEY;
    const url = directUrlOf(test.database);
    const source = await createDataSource({ url, poolSize: 2, entities: [], requestKey }).initialize();
    // Connects while the setting is active, as to a former primary.
    await source.query('SELECT 1');
    await admin.query(`${setting} RESET default_transaction_read_only`);
    const few = new Transactions(source, test.clock);
    const write = (tx: Tx) => tx.query('UPDATE visit SET version = version WHERE id = $1 RETURNING id', [visit.id]);
    expect(await failure(few.run(here(), write))).toBe('service.unavailable');
    expect(await few.run(here(), write)).toEqual([{ id: visit.id }]);
    await source.destroy();
  });

  it('is reported as “unavailable” too when no connection is free in time', async () => {
    const source = createDataSource({
      url: test.database.appUrl,
      poolSize: 2,
      entities: [],
      requestKey: test.settings.DATABASE_REQUEST_KEY,
      connectTimeout: 1_000,
    });
    // A busy machine may need longer for a new connection, so both are open before one is asked for in vain.
    await expect.poll(() => source.initialize().then(() => 'open', String)).toBe('open');
    const few = new Transactions(source, test.clock);
    const both = () => failure(Promise.all([1, 2].map(() => few.run(here(), seen))));
    await expect.poll(both).toBe('none');
    let release = () => {};
    const held = new Promise<void>((done) => (release = done));
    const holders = [1, 2].map(() => few.run(here(), () => held));
    expect(await failure(few.run(here(), seen))).toBe('service.unavailable');
    release();
    await Promise.all(holders);
    expect(await few.run(here(), seen)).toEqual([{ id: hospital.id }]);
    await source.destroy();
  });
});

describe('a transaction', () => {
  it('fails when an error within it was caught', async () => {
    const work = transactions.run(here(), async (tx) => {
      await emitEvent(tx, 'visit.created', { entityId: newId(), facts: { kind: 'walk-in' } });
      await tx.query('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(work).rejects.toThrow(/swallowed/);
    expect(published).toEqual([]);
  });

  const kept = async (id: string) =>
    (await transactions.run(here(), (tx) => tx.query('SELECT 1 FROM domain_event WHERE entity_id = $1', [id]))).length;

  it('stores its events, shows them to its own statements and publishes them once', async () => {
    const id = newId();
    const before = published.length;
    await transactions.run(here(), async (tx) => {
      await emitEvent(tx, 'visit.created', { entityId: id, facts: { kind: 'walk-in' } });
      expect(await tx.query('SELECT 1 FROM domain_event WHERE entity_id = $1', [id])).toHaveLength(1);
      expect(published).toHaveLength(before);
    });
    expect(await kept(id)).toBe(1);
    expect(published.splice(before)).toMatchObject([{ entityId: id }]);
  });

  it('is rolled back when its audit event cannot be written, even just before the commit', async () => {
    const id = newId();
    const work = transactions.run(here(), async (tx) => {
      await emitEvent(tx, 'visit.created', { entityId: id, facts: { kind: 'walk-in' } });
      await tx.audit('visit.read', { entity: 'visit', entityId: null, patientId: 'nobody' });
    });
    await expect(work).rejects.toThrow(/invalid input syntax for type uuid/);
    expect([await kept(id), published]).toEqual([0, []]);
  });

  it('fails with its first error, not with a later one', async () => {
    const work = transactions.run(here(), async (tx) => {
      const audit = tx.audit('visit.read', { entity: 'visit', entityId: null, patientId: 'nobody' });
      await audit.catch(() => undefined);
      await seen(tx);
    });
    await expect(work).rejects.toThrow(/invalid input syntax for type uuid/);
    const refused = transactions.run(here(), async (tx) => {
      const insert = tx.query('INSERT INTO hospital (id) VALUES ($1)', [newId()]);
      await insert.catch(() => tx.manager.query('SELECT 1'));
    });
    await expect(refused).rejects.toThrow(/permission denied/);
  });

  it('answers parallel reads in their order, and waits for all of them before it fails', async () => {
    const values = await transactions.run(here(), (tx) =>
      tx.all([tx.query('SELECT 1 AS one'), tx.manager.query<object[]>('SELECT 2 AS two'), Promise.resolve('three')]),
    );
    expect(values).toEqual([[{ one: 1 }], [{ two: 2 }], 'three']);
    let ended = false;
    const slow = async (tx: Tx) => {
      await tx.manager.query('SELECT 1').catch(() => undefined);
      ended = true;
    };
    const work = transactions.run(here(), (tx) => tx.all([tx.query('SELECT 1 / 0'), slow(tx)]));
    await expect(work).rejects.toThrow(/division by zero/);
    expect(ended).toBe(true);
  });

  it('of a session that has ended does not run its work and fails', async () => {
    const { id: hospitalId } = hospital;
    const known = await factory.doctor(hospital);
    const actor = { ...known, hospitalId, sessionId: newId(), patientId: null };
    let ran = false;
    const work = transactions.run({ ...here(), actor }, (tx) => {
      ran = true;
      return seen(tx);
    });
    expect([await failure(work), ran, published]).toEqual(['auth.session-expired', false, []]);
    expect(await transactions.run(here(), seen)).toEqual([{ id: hospitalId }]);
  });

  it('of an invalid hospital id runs nothing', async () => {
    const id = newId();
    const work = transactions.run(systemContext('nowhere', 'test'), async (tx) => {
      await emitEvent(tx, 'visit.created', { entityId: id, facts: { kind: 'walk-in' } });
      await seen(tx);
    });
    await expect(work).rejects.toThrow(/invalid input syntax for type uuid/);
    expect([await kept(id), published]).toEqual([0, []]);
  });

  it('is rolled back by a value that cannot be serialised', async () => {
    const id = newId();
    const details = { count: 1n as unknown as number };
    const work = transactions.run(here(), async (tx) => {
      await emitEvent(tx, 'visit.created', { entityId: id, facts: { kind: 'walk-in' } });
      await tx.audit('visit.read', { entity: 'visit', entityId: id, details });
    });
    await expect(work).rejects.toThrow(/BigInt/);
    expect(await kept(id)).toBe(0);
  });

  it('cannot be used after its end, because its connection may belong to another hospital', async () => {
    let kept: Tx | undefined;
    await transactions.run(here(), async (tx) => {
      kept = tx;
      await seen(tx);
    });
    await expect(kept?.query('SELECT 1')).rejects.toThrow(/has ended/);
    const failed = transactions.run(here(), async (tx) => {
      kept = tx;
      throw new Error('undo');
    });
    await expect(failed).rejects.toThrow('undo');
    await expect(kept?.query('SELECT 1')).rejects.toThrow(/has ended/);
    await expect(kept?.manager.query('SELECT 1')).rejects.toThrow();
  });

  it('clears its hospital at its end, so that the connection can be reused', async () => {
    await transactions.run(here(), seen);
    const rows = await test.source.query<{ id: string | null }[]>('SELECT current_hospital() AS id');
    expect(rows).toEqual([{ id: null }]);
  });

  it('stays committed when an effect after it fails, and the other effects run', async () => {
    const effects: string[] = [];
    const value = await transactions.run(here(), async (tx) => {
      tx.afterCommit(() => {
        throw new Error('nobody there');
      });
      tx.afterCommit(() => void effects.push('second'));
      return 'done';
    });
    expect([value, effects]).toEqual(['done', ['second']]);
  });

  it('with a statement prepared before a migration fails once per connection and works on a new one', async () => {
    const { admin, appUrl } = test.database;
    await admin.query('CREATE TABLE changing (id int); GRANT SELECT ON changing TO PUBLIC');
    // One connection, which nothing else uses in between.
    const requestKey = test.settings.DATABASE_REQUEST_KEY;
    const source = await createDataSource({ url: appUrl, poolSize: 1, entities: [], requestKey }).initialize();
    const single = new Transactions(source, test.clock);
    const ask = () => single.run(here(), (tx) => tx.query('SELECT * FROM changing WHERE id = $1', [1]));
    for (let i = 0; i < 3; i++) expect(await ask()).toEqual([]);
    await admin.query('ALTER TABLE changing ADD COLUMN more text');
    expect(await failure(ask())).toBe('service.unavailable');
    expect(await ask()).toEqual([]);
    await source.destroy();
    await admin.query('DROP TABLE changing');
  });

  it('maps errors of the database to codes by kind', async () => {
    const fails = (sql: string) => failure(transactions.run(here(), (tx) => tx.query(sql)));
    expect(await fails(`SELECT 'no uuid'::uuid`)).toBe('validation.failed');
    expect(await fails(`SELECT '0000-00-00'::date`)).toBe('validation.failed');
    expect(await fails(`SET LOCAL statement_timeout = 1; SELECT pg_sleep(10)`)).toBe('service.unavailable');
    expect(await fails('SELECT * FROM no_such_table')).toBe('internal');
  });
});
