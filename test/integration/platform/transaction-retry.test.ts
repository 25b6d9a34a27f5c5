import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@yunzhen/shared/core/errors';
import { emitEvent } from '../../../server/src/api/core/domain-events.ts';
import { systemContext, type HospitalContext } from '../../../server/src/platform/context.ts';
import { createDataSource } from '../../../server/src/platform/db/data-source.ts';
import { Transactions, type CommittedEvent, type Tx } from '../../../server/src/platform/db/transaction.ts';
import { toAppError } from '../../../server/src/platform/http/problem.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { Factory, type TestHospital } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { requestKey } from '../../support/request-key.ts';

let test: TestApi;
let hospital: TestHospital;
let context: HospitalContext;
let transactions: Transactions;
/** Its transactions use REPEATABLE READ, in which Postgres rejects an update of rows changed since the first statement. */
let repeatableSource: DataSource;
let repeatable: Transactions;

let published: CommittedEvent[];
let effects: string[];
let attempts: number;

beforeAll(async () => {
  test = await startTestApi();
  const factory = new Factory(test);
  hospital = await factory.hospital();
  const doctor = await factory.doctor(hospital);
  const actor = { ...doctor, hospitalId: hospital.id, patientId: null };
  context = { ...systemContext(hospital.id, 'retry'), actor };
  const { admin, appUrl } = test.database;
  await admin.query('CREATE TABLE pair (id int PRIMARY KEY, count int NOT NULL)');
  await admin.query('GRANT SELECT, INSERT, UPDATE ON pair TO PUBLIC');
  const { rows } = await admin.query<{ name: string }>('SELECT current_database() AS name');
  await admin.query(`ALTER DATABASE ${rows[0]?.name} SET default_transaction_isolation = 'repeatable read'`);
  repeatableSource = await createDataSource({ url: appUrl, poolSize: 2, entities: [], requestKey }).initialize();
  // Connects while the setting is active.
  await repeatableSource.query('SELECT 1');
  repeatable = new Transactions(repeatableSource, test.clock);
  await admin.query(`ALTER DATABASE ${rows[0]?.name} RESET default_transaction_isolation`);
  transactions = new Transactions(test.source, test.clock);
  for (const each of [transactions, repeatable]) each.onCommitted((events) => void published.push(...events));
});
afterAll(async () => {
  await repeatableSource.destroy();
  await test.close();
});
beforeEach(async () => {
  [published, effects, attempts] = [[], [], 0];
  await test.database.admin.query('TRUNCATE pair');
  await test.database.admin.query('INSERT INTO pair VALUES (1, 0), (2, 0)');
});

const count = (tx: Tx, id: number) => tx.query('UPDATE pair SET count = count + 1 WHERE id = $1', [id]);
const countedByOther = (id: number) =>
  test.database.admin.query('UPDATE pair SET count = count + 1 WHERE id = $1', [id]);
const counts = async () =>
  (await test.database.admin.query<{ count: number }>('SELECT count FROM pair ORDER BY id')).rows.map(
    (row) => row.count,
  );

/** Writes one trace of each kind. */
async function leaveTraces(tx: Tx, id: string): Promise<void> {
  await emitEvent(tx, 'visit.created', { entityId: id, facts: { kind: 'walk-in' } });
  await tx.audit('visit.read', { entity: 'visit', entityId: id });
  tx.afterCommit(() => void effects.push(id));
}

async function storedTraces(id: string) {
  const { rows } = await test.database.admin.query<{ events: number; audits: number }>(
    `SELECT (SELECT count(*)::int FROM domain_event WHERE entity_id::text = $1) AS events,
       (SELECT count(*)::int FROM audit_event WHERE entity_id::text = $1) AS audits`,
    [id],
  );
  return rows[0];
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => toAppError(error).code,
  );
}

describe('a deadlock', () => {
  it('is retried with the same idempotency key, and both commands take effect once', async () => {
    let arrived = 0;
    let open = () => {};
    const bothHoldTheirFirst = new Promise<void>((done) => (open = done));
    const command = (key: string, [first, second]: readonly [number, number]) =>
      transactions.command({ ...context, idempotencyKey: key }, 'cross', async (tx) => {
        attempts++;
        await count(tx, first);
        await leaveTraces(tx, key);
        if (++arrived === 2) open();
        await bothHoldTheirFirst;
        await count(tx, second);
        return { key };
      });
    const keys = [newId(), newId()] as const;
    const answers = await Promise.all([command(keys[0], [1, 2]), command(keys[1], [2, 1])]);
    expect(answers).toEqual([{ key: keys[0] }, { key: keys[1] }]);
    expect(attempts).toBeGreaterThan(2);
    expect(await counts()).toEqual([2, 2]);
    for (const key of keys) expect(await storedTraces(key)).toEqual({ events: 1, audits: 1 });
    expect([published.map(({ entityId }) => entityId).sort(), [...effects].sort()]).toEqual([keys, keys]);
    // The key stores the result of the last attempt.
    const attemptsBefore = attempts;
    expect(await command(keys[0], [1, 2])).toEqual({ key: keys[0] });
    expect([attempts, await counts(), published.length]).toEqual([attemptsBefore, [2, 2], 2]);
  });
});

describe('a serialisation failure', () => {
  it('is retried, and what the failed attempt collected is discarded', async () => {
    const id = newId();
    await repeatable.run(context, async (tx) => {
      await leaveTraces(tx, id);
      if (++attempts === 1) await countedByOther(1);
      await count(tx, 1);
    });
    expect([attempts, await counts()]).toEqual([2, [2, 0]]);
    expect(await storedTraces(id)).toEqual({ events: 1, audits: 1 });
    expect([published, effects]).toMatchObject([[{ entityId: id }], [id]]);
  });

  it('is retried although the work caught or wrapped it', async () => {
    const update = 'UPDATE pair SET count = count + 1 WHERE id = 1';
    const endings: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => tx.query(update).catch(() => undefined),
      (tx) => tx.manager.query(update).catch(() => tx.query('SELECT 1')),
      (tx) => tx.query(update).catch((cause: unknown) => Promise.reject(new Error('wrapped', { cause }))),
    ];
    for (const ending of endings) {
      attempts = 0;
      await repeatable.run(context, async (tx) => {
        if (++attempts === 1) await countedByOther(1);
        await ending(tx);
      });
      expect(attempts).toBe(2);
    }
    expect(await counts()).toEqual([6, 0]);
  });

  it('is a conflict after three more attempts, with nothing stored', async () => {
    const id = newId();
    const key = newId();
    const work = repeatable.command({ ...context, idempotencyKey: key }, 'hopeless', async (tx) => {
      attempts++;
      await leaveTraces(tx, id);
      await countedByOther(1);
      await count(tx, 1);
    });
    expect(await codeOf(work)).toBe('resource.conflict');
    expect([attempts, await counts()]).toEqual([4, [4, 0]]);
    expect(await storedTraces(id)).toEqual({ events: 0, audits: 0 });
    expect([published, effects]).toEqual([[], []]);
    const { rows } = await test.database.admin.query('SELECT 1 FROM idempotency_key WHERE key = $1', [key]);
    expect(rows).toEqual([]);
  });
});

describe('a statement timeout', () => {
  const sleep = 'SELECT pg_sleep(10)';
  const endings: Record<string, (tx: Tx) => Promise<unknown>> = {
    'passed on': (tx) => tx.query(sleep),
    'passed on by the manager': (tx) => tx.manager.query(sleep),
    'swallowed before the commit': (tx) => tx.query(sleep).catch(() => undefined),
    'hidden by 25P02': (tx) => tx.query(sleep).catch(() => tx.query('SELECT 1')),
    'hidden by 25P02 of the manager': (tx) => tx.manager.query(sleep).catch(() => tx.manager.query('SELECT 1')),
    'hidden by 25P02 of an audit event': (tx) =>
      tx.query(sleep).catch(() => tx.audit('visit.read', { entity: 'visit', entityId: null })),
    wrapped: (tx) => tx.query(sleep).catch(() => Promise.reject(new AppError('resource.not-found', 'wrapped'))),
  };

  it.each(Object.entries(endings))('is “unavailable” and not retried when it is %s', async (_, ending) => {
    const id = newId();
    const work = transactions.run(context, async (tx) => {
      attempts++;
      await leaveTraces(tx, id);
      await tx.query('SET LOCAL statement_timeout = 20');
      await ending(tx);
    });
    expect(await codeOf(work)).toBe('service.unavailable');
    expect([attempts, published, effects]).toEqual([1, [], []]);
    expect(await storedTraces(id)).toEqual({ events: 0, audits: 0 });
  });
});

describe('a savepoint of TypeORM', () => {
  /** Fails inside a nested transaction, which rolls back to its savepoint. */
  async function refused(tx: Tx): Promise<void> {
    const nested = tx.manager.transaction(async (manager) => {
      await manager.query('UPDATE pair SET count = 9 WHERE id = 1');
      await manager.query('SET LOCAL statement_timeout = 20');
      await manager.query('SELECT pg_sleep(10)');
    });
    await expect(nested).rejects.toThrow(/statement timeout/);
  }

  it('is rolled back alone: the rest of the transaction is committed', async () => {
    const id = newId();
    await transactions.run(context, async (tx) => {
      await count(tx, 2);
      await refused(tx);
      await leaveTraces(tx, id);
    });
    expect(await counts()).toEqual([0, 1]);
    expect(await storedTraces(id)).toEqual({ events: 1, audits: 1 });
    expect([published.length, effects]).toEqual([1, [id]]);
  });

  it('leaves no failure that would hide a later one', async () => {
    const work = transactions.run(context, async (tx) => {
      await refused(tx);
      throw new AppError('resource.not-found', 'of its own');
    });
    expect(await codeOf(work)).toBe('resource.not-found');
  });
});

it('retries nothing but deadlocks: a unique violation is a conflict at once', async () => {
  const work = transactions.run(context, async (tx) => {
    attempts++;
    await tx.query('INSERT INTO pair VALUES (1, 1)');
  });
  expect([await codeOf(work), attempts]).toEqual(['resource.conflict', 1]);
});
