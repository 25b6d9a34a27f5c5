import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  liftRecordHold,
  listRecordHolds,
  placeRecordHold,
} from '../../../shared/src/administration/record-holds.contract.ts';
import { verifyChain } from '../../../server/src/platform/audit-chain/verify-chain.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { checkParts } from '../../support/audit-chain.ts';
import { Clinic } from '../../support/clinic.ts';
import type { TestPerson } from '../../support/factories.ts';
import { runNightlyJob } from '../../support/run-job.ts';
import { inHospital } from '../../support/tenancy.ts';
import { acceptPastEntries } from '../../support/past-clock.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { wholeRecord } from '../records/whole-record.ts';

type Patient = TestPerson & { patientId: string };

let test: TestApi;
let clinic: Clinic;
let administrator: TestPerson;
let patient: Patient;

beforeAll(async () => {
  test = await startTestApi();
  await acceptPastEntries(test.database);
  clinic = await Clinic.open(test);
  administrator = await clinic.factory.staff(clinic.hospital, 'administrator');
});
afterAll(() => test.close());
afterEach(() => test.clock.advance(Date.now() - test.clock.now().getTime()));

const sql = async <Row extends Record<string, unknown>>(text: string, ...values: unknown[]) =>
  (await test.database.admin.query<Row>(text, values)).rows;

/** Creates the record of `patient`, and moves the clock behind the database’s own, so that it can advance without passing it. */
async function prepare(): Promise<void> {
  patient = (await wholeRecord(test, clinic)).patient;
  test.clock.advance(-60 * DAY_MS);
  // Earlier tokens would be from the future.
  administrator = await clinic.factory.staff(clinic.hospital, 'administrator');
  await remember(patient);
}

/** Moves the record’s visits to that many years and days ago and ends its sessions. */
async function lastSeen(who: Patient, years: number, days = 0): Promise<void> {
  const ended = new Date(test.clock.now().getTime() - days * DAY_MS);
  ended.setUTCFullYear(ended.getUTCFullYear() - years);
  await sql('UPDATE visit SET ended_at = $2, created_at = $2 WHERE patient_id = $1', who.patientId, ended);
  await sql('UPDATE session SET ended_at = $2 WHERE account_id = $1', who.accountId, test.clock.now());
}

/** Returns the number of rows that refer to the patient or their visits, in every table except those that are retained. */
async function rowsOf(who: Patient): Promise<number> {
  const columns = await sql<{ name: string; column: string }>(
    `SELECT c.table_name AS name, c.column_name AS "column" FROM information_schema.columns c
     JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
     WHERE c.table_schema = 'public' AND c.column_name IN ('patient_id', 'visit_id', 'prescription_id')
       AND c.table_name NOT IN ('audit_event', 'domain_event')`,
  );
  expect(columns.length).toBeGreaterThan(25);
  const of = {
    patient_id: '$1::uuid',
    visit_id: '(SELECT id FROM kept_visit)',
    prescription_id: '(SELECT id FROM kept_prescription)',
  } as Record<string, string>;
  const counts = columns.map(
    ({ name, column }) => `(SELECT count(*) FROM ${name} WHERE ${column} IN (${of[column] ?? ''}))`,
  );
  const [row] = await sql<{ n: number }>(
    `WITH kept_visit AS (SELECT entity_id AS id FROM domain_event WHERE type = 'visit.created' AND entity_id = ANY ($2)),
       kept_prescription AS (SELECT entity_id AS id FROM domain_event WHERE type = 'prescription.signed' AND visit_id = ANY ($2))
     SELECT ((SELECT count(*) FROM patient WHERE id = $1) + ${counts.join(' + ')})::int AS n`,
    who.patientId,
    visitsOf.get(who.patientId) ?? [],
  );
  return row?.n ?? -1;
}
/** The visits by patient, because the rows with this relation are deleted. */
const visitsOf = new Map<string, string[]>();
async function remember(who: Patient): Promise<void> {
  const visits = await sql<{ id: string }>('SELECT id FROM visit WHERE patient_id = $1', who.patientId);
  visitsOf.set(
    who.patientId,
    visits.map(({ id }) => id),
  );
}
const forgetRecords = () => runNightlyJob(test, clinic.hospital.id, 'forget-records');

describe('a record of care', () => {
  it('is retained for fourteen years and 364 days, then deleted as a whole, signed or not; figures and audit stay', async () => {
    const other = (await wholeRecord(test, clinic)).patient;
    await remember(other);
    await prepare();
    await lastSeen(patient, 15, -1);
    const [whole, others] = [await rowsOf(patient), await rowsOf(other)];
    expect(whole).toBeGreaterThan(30);
    const events = () => sql(`SELECT count(*)::int AS n FROM domain_event WHERE hospital_id = $1`, clinic.hospital.id);
    const before = await events();
    await forgetRecords();
    expect(await rowsOf(patient)).toBe(whole);

    test.clock.advance(2 * DAY_MS);
    await forgetRecords();
    expect(await rowsOf(patient)).toBe(0);
    expect(await rowsOf(other)).toBe(others);
    expect(await events()).toEqual(before);
    const transactions = new Transactions(test.source, test.clock);
    expect((await verifyChain(transactions, clinic.hospital.id, checkParts())).broken).toBeNull();
    const [account] = await sql('SELECT display_name, status FROM account WHERE id = $1', patient.accountId);
    expect(account).toEqual({ display_name: '', status: 'disabled' });
    const written = await sql<{ details: object }>(
      `SELECT details FROM audit_event WHERE hospital_id = $1 AND action = 'retention.records-forgotten'`,
      clinic.hospital.id,
    );
    expect(written).toEqual([{ details: { records: 1, rows: expect.any(Number) as number } }]);
    expect((await sql(`SELECT 1 FROM audit_event WHERE patient_id = $1`, patient.patientId)).length).toBeGreaterThan(5);
  });

  it('is complete after a crash midway, and deleted at the next run', async () => {
    await prepare();
    await lastSeen(patient, 16);
    const whole = await rowsOf(patient);
    const died = inHospital(test, clinic.hospital.id, async (tx) => {
      const [gone] = await tx.query<{ records: number }>('SELECT records FROM forget_records($1, 20)', [tx.now]);
      expect(gone?.records).toBe(1);
      throw new Error('killed');
    });
    await expect(died).rejects.toThrow('killed');
    expect(await rowsOf(patient)).toBe(whole);
    await forgetRecords();
    expect(await rowsOf(patient)).toBe(0);
  });

  it('under a record hold is retained with its chats until the hold is lifted', async () => {
    await prepare();
    await lastSeen(patient, 20);
    const { client } = administrator;
    const { patientId } = patient;
    const wanted = { body: { patientId, reason: 'Court file 12/2041' } };
    const [hold, again] = await Promise.all([client.ok(placeRecordHold, wanted), client.ok(placeRecordHold, wanted)]);
    expect(again.id).toBe(hold.id);
    const whole = await rowsOf(patient);
    await forgetRecords();
    await runNightlyJob(test, clinic.hospital.id, 'forget-process-records');
    expect(await rowsOf(patient)).toBe(whole);

    expect((await client.ok(listRecordHolds, { query: { patientId } })).items).toMatchObject([
      { reason: 'Court file 12/2041', liftedAt: null },
    ]);
    const params = { holdId: hold.id };
    await client.ok(liftRecordHold, { params, body: { reason: 'Judgement is final' } });
    expect((await client.ok(liftRecordHold, { params, body: { reason: 'again' } })).liftReason).toBe(
      'Judgement is final',
    );
    await forgetRecords();
    expect(await rowsOf(patient)).toBe(0);
  });

  it('is retained while a session is active and for the hospital’s period, never shorter than the legal one', async () => {
    await prepare();
    await lastSeen(patient, 16);
    const whole = await rowsOf(patient);
    const years = (n: number) =>
      sql(
        `UPDATE hospital SET settings = settings || jsonb_build_object('recordYears', $2::int) WHERE id = $1`,
        clinic.hospital.id,
        n,
      );
    await years(20);
    await forgetRecords();
    expect(await rowsOf(patient)).toBe(whole);
    await years(1);
    await sql(
      `UPDATE session SET ended_at = NULL, expires_at = $2 WHERE id = $1`,
      patient.sessionId,
      new Date(test.clock.now().getTime() + DAY_MS),
    );
    await forgetRecords();
    expect(await rowsOf(patient)).toBe(whole);
    await lastSeen(patient, 14);
    await forgetRecords();
    expect(await rowsOf(patient)).toBe(whole);
  });

  it('of another hospital is not affected; other roles cannot delete, hold or lift', async () => {
    await prepare();
    await lastSeen(patient, 30);
    const elsewhere = await clinic.factory.hospital();
    const there = await inHospital(test, elsewhere.id, (tx) =>
      tx.query('SELECT records FROM forget_records(now(), 10)'),
    );
    expect(there).toEqual([{ records: 0 }]);
    const theirs = await clinic.factory.staff(elsewhere, 'administrator');
    const wanted = { body: { patientId: patient.patientId, reason: 'not theirs' } };
    expect((await theirs.client.call(placeRecordHold, wanted)).status).toBe(404);
    expect(
      (await theirs.client.call(liftRecordHold, { params: { holdId: newId() }, body: { reason: 'x' } })).status,
    ).toBe(404);
    expect((await clinic.doctor.client.call(placeRecordHold, wanted)).status).toBe(403);
    for (const statement of [
      'DELETE FROM note',
      'DELETE FROM prescription',
      `SELECT forget_rows('patient', 'true', 0)`,
    ]) {
      const asApp = inHospital(test, clinic.hospital.id, async (tx) => {
        await tx.query(`SELECT set_config('app.forgetting', 'on', true)`);
        await tx.query(statement);
      });
      await expect(asApp).rejects.toThrow();
    }
    await expect(sql('DELETE FROM note_signature')).rejects.toThrow('never changes');
  });

  it.each(['forget_records', 'forget_process_records'])('%s rejects a time in the future', async (name) => {
    const early = inHospital(test, clinic.hospital.id, (tx) =>
      tx.query(`SELECT * FROM ${name}(now() + interval '1 day', 10)`),
    );
    await expect(early).rejects.toThrow('before its time');
  });
});
