import pg from 'pg';
import type { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../server/src/platform/clock.ts';
import { systemContext } from '../../../server/src/platform/context.ts';
import { createDataSource } from '../../../server/src/platform/db/data-source.ts';
import { RequestProofs } from '../../../server/src/platform/db/request-proof.ts';
import { Transactions, type Tx } from '../../../server/src/platform/db/transaction.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { requestKey } from '../../support/request-key.ts';
import { sampleInsert, withoutReferences } from './sample-rows.ts';

/*
 * State that an attacker’s SQL leaves: for the next request on the same connection, which may be of another hospital, and with proofs of other
 * transactions.
 */
const here = newId();
const elsewhere = newId();
let database: TestDatabase;
const opened: DataSource[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  await withoutReferences(database.admin, async (client) => {
    for (const hospital of [here, elsewhere]) {
      await client.query(
        `INSERT INTO hospital (id, slug, name, jurisdiction, time_zone, locale, created_at)
         VALUES ($1,$2,'{}','CN','Asia/Shanghai','en',now())`,
        [hospital, `h-${hospital.slice(-8)}`],
      );
      const { sql, values } = await sampleInsert(database.admin, 'patient', hospital);
      await client.query(sql, values);
    }
  });
});
afterEach(async () => {
  for (const source of opened.splice(0)) await source.destroy();
});
afterAll(() => database.drop());

/** Starts an api with a single connection, which all requests share. */
async function openApi() {
  const source = createDataSource({ url: database.appUrl, poolSize: 1, entities: [], requestKey });
  opened.push(await source.initialize());
  const transactions = new Transactions(source, systemClock);
  return <Value>(hospital: string, work: (tx: Tx) => Promise<Value>) =>
    transactions.run(systemContext(hospital, 'test'), work);
}

const find = (tx: Tx) => tx.query<{ found: string }>('SELECT hospital_id AS found FROM patient WHERE $1', [true]);
const codeOf = (error: unknown) => (error as { code: string }).code;

/** Returns the rows or the error code of the attacker’s statement; a rejected one leaves the transaction unchanged. */
async function attempt(tx: Tx, sql: string): Promise<{ name: string }[] | string> {
  await tx.query('SAVEPOINT attempt');
  return tx.query<{ name: string }>(sql).catch(async (error: unknown) => {
    await tx.query('ROLLBACK TO attempt');
    return codeOf(error);
  });
}

describe('the next request on a connection', () => {
  it('runs its own statements, not those that an attacker prepared under their names', async () => {
    const run = await openApi();
    expect(await run(elsewhere, find)).toEqual([{ found: elsewhere }]);
    await run(here, async (tx) => {
      await attempt(tx, 'GRANT EXECUTE ON FUNCTION pg_prepared_statement() TO PUBLIC');
      const listed = await attempt(tx, 'SELECT name FROM pg_prepared_statements');
      expect(await attempt(tx, 'SELECT name FROM pg_prepared_statement()')).toBe('42501');
      const known = typeof listed === 'string' ? [] : listed.map(({ name }) => name);
      for (const name of [...known, 'q0', 'q1', 'q2']) {
        await attempt(tx, `DEALLOCATE "${name}"`);
        await attempt(tx, `PREPARE "${name}"(boolean) AS SELECT 'implanted' AS found WHERE $1`);
      }
    });
    expect(await run(elsewhere, find)).toEqual([{ found: elsewhere }]);
  });

  it('is retried on a new connection when an attacker removed the prepared statements', async () => {
    const run = await openApi();
    await run(elsewhere, find);
    await run(here, (tx) => tx.query('DEALLOCATE ALL'));
    await expect(run(elsewhere, find)).rejects.toMatchObject({ code: '26000' });
    expect(await run(elsewhere, find)).toEqual([{ found: elsewhere }]);
  });

  it('prepares nothing where the app’s database role can list prepared statements', async () => {
    await database.admin.query('GRANT EXECUTE ON FUNCTION pg_prepared_statement() TO PUBLIC');
    const run = await openApi();
    await run(elsewhere, find);
    const prepared = await run(here, (tx) => tx.query('SELECT name FROM pg_prepared_statements'));
    await database.admin.query('REVOKE EXECUTE ON FUNCTION pg_prepared_statement() FROM PUBLIC');
    expect(prepared).toEqual([]);
  });
});

describe('a proof for another hospital', () => {
  const asks = (hospitalId: string) => ({ hospitalId, sessionId: null, patientId: null });
  const begin = 'SELECT begin_request($1, NULL, NULL, $2)';
  const clients: pg.Client[] = [];

  async function connect(): Promise<{ client: pg.Client; prove: (hospital: string) => Promise<Buffer> }> {
    const client = new pg.Client(database.appUrl);
    await client.connect();
    clients.push(client);
    const proofs = new RequestProofs(requestKey);
    return { client, prove: async (hospital) => (await proofs.next(client, asks(hospital))).proof };
  }
  /** Uses the proof, sets the hospital’s setting as well, and reads patients. */
  async function use(client: pg.Client, proof: Buffer): Promise<unknown> {
    await client.query('SAVEPOINT use');
    const begun = await client.query(begin, [elsewhere, proof]).then(() => 'begun', codeOf);
    if (begun !== 'begun') await client.query('ROLLBACK TO use');
    await client.query(`SELECT set_config('app.hospital_id', $1, true)`, [elsewhere]);
    const { rows } = await client.query('SELECT 1 FROM patient WHERE hospital_id = $1', [elsewhere]);
    return [begun, rows.length];
  }
  const refused = ['42501', 0];
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.end();
  });

  it('is rejected on another connection, even an unused one', async () => {
    const [victim, attacker] = [await connect(), await connect()];
    const stolen = await victim.prove(elsewhere);
    await attacker.prove(here);
    await attacker.client.query('BEGIN');
    expect(await use(attacker.client, stolen)).toEqual(refused);
    // The connection it was made for can still use it.
    await victim.client.query('BEGIN');
    expect(await use(victim.client, stolen)).toEqual(['begun', 1]);
  });

  it('is rejected after its use, also in the same transaction after rolling back to an earlier savepoint', async () => {
    const { client, prove } = await connect();
    const proof = await prove(elsewhere);
    await client.query('BEGIN; SAVEPOINT before');
    expect(await use(client, proof)).toEqual(['begun', 1]);
    await client.query('ROLLBACK TO before');
    // The hospital of a transaction cannot change once it has begun.
    expect(await client.query(begin, [elsewhere, proof]).catch(codeOf)).toBe('42501');
    await client.query('ROLLBACK; BEGIN');
    expect(await use(client, proof)).toEqual(refused);
    await client.query('COMMIT; BEGIN');
    await client.query(`SET LOCAL app.hospital_id = '${elsewhere}'`);
    expect(await use(client, proof)).toEqual(refused);
  });

  it('does not open the hospital for the next transaction on the same connection', async () => {
    const { client, prove } = await connect();
    await client.query('BEGIN');
    expect(await use(client, await prove(elsewhere))).toEqual(['begun', 1]);
    await client.query('COMMIT; BEGIN');
    await client.query(`SELECT set_config('app.hospital_id', $1, false)`, [elsewhere]);
    expect((await client.query('SELECT FROM patient')).rowCount).toBe(0);
    await client.query('COMMIT');
  });

  it('is rejected when a later one of its connection was used first', async () => {
    const { client, prove } = await connect();
    const held = await prove(elsewhere);
    await client.query('BEGIN');
    // Only the next number is accepted.
    await expect(client.query(begin, [here, await prove(here)])).rejects.toMatchObject({ code: '42501' });
    await client.query('ROLLBACK; BEGIN');
    await client.query(begin, [elsewhere, held]);
    await client.query('ROLLBACK; BEGIN');
    expect(await use(client, held)).toEqual(refused);
  });

  it('is rejected after the session was reopened', async () => {
    const { client, prove } = await connect();
    const held = await prove(elsewhere);
    await client.query('SELECT open_session()');
    await client.query('BEGIN');
    expect(await use(client, held)).toEqual(refused);
  });

  it('is not visible to other connections of the same role', async () => {
    const [victim, attacker] = [await connect(), await connect()];
    const proof = await victim.prove(elsewhere);
    await victim.client.query('BEGIN');
    await victim.client.query(begin, [elsewhere, proof]);
    const { rows } = await attacker.client.query('SELECT * FROM pg_stat_activity WHERE datname = current_database()');
    const seen = JSON.stringify(rows);
    expect(seen).toContain('begin_request($1');
    expect(seen).not.toContain(proof.toString('hex'));
    expect(seen).not.toContain(elsewhere);
  });
});
