import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as contract from '../../../shared/src/accounts/account-closing.contract.ts';
import { cancelAppointment } from '../../../shared/src/scheduling/appointments.contract.ts';
import { readAccount, signIn } from '../../../shared/src/accounts/auth.contract.ts';
import { signUp } from '../../../shared/src/accounts/sign-up.contract.ts';
import { readChart } from '../../../shared/src/chart/chart.contract.ts';
import { addChild } from '../../../shared/src/accounts/family.contract.ts';
import { actFor } from '../../../shared/src/accounts/acting.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { jobsSchema } from '../../../server/src/platform/db/migrate.ts';
import { agreedToStandard } from '../../support/agreements.ts';
import { booked, freeTimes, hold, openHours } from '../../support/appointment-steps.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, testPassword, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { MailServer } from '../../support/mail-server.ts';
import { proveByMail } from '../../support/proofs.ts';
import { runJob } from '../../support/run-job.ts';
import { inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { admittedVisit, waitingVisit } from '../../support/visit-steps.ts';

type Patient = TestPerson & { patientId: string };

let mail: MailServer;
let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: Patient;
const confirmation = { password: testPassword };

beforeAll(async () => {
  mail = await MailServer.start();
  test = await startTestApi({ SMTP_URL: mail.url });
  factory = new Factory(test);
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
  await openHours(hospital, doctor);
});
afterAll(async () => {
  await test.close();
  await mail.close();
});
beforeEach(async () => {
  patient = await factory.patient(hospital);
});

const rowsOf = async (sql: string, ...values: unknown[]) =>
  (await test.database.admin.query<Record<string, unknown>>(sql, values)).rows;
const ask = (person: TestPerson = patient) => person.client.call(contract.askForClosing, { body: { confirmation } });
const read = (person: TestPerson = patient) => person.client.ok(contract.readOwnClosing);
const addressOf = (person: TestPerson) => `${person.accountId}@example.test`;
const isDue = (person: TestPerson) =>
  test.database.admin.query(
    `UPDATE account_closing SET due_at = now() - interval '1 second' WHERE account_id = $1 AND state = 'asked'`,
    [person.accountId],
  );
const runClosing = () => runJob(test, hospital.id, 'close-accounts');
const stateOf = async (person: TestPerson) =>
  (await rowsOf('SELECT state FROM account_closing WHERE account_id = $1 ORDER BY asked_at', person.accountId)).map(
    ({ state }) => state,
  );
const statusOf = async (person: TestPerson) =>
  (await rowsOf('SELECT status FROM account WHERE id = $1', person.accountId))[0]?.['status'];
const trail = async (patientId: string) =>
  (
    await rowsOf(
      `SELECT action FROM audit_event WHERE patient_id = $1 AND action LIKE 'account.clos%' ORDER BY at, id`,
      patientId,
    )
  ).map(({ action }) => action);

/** Inserts a visit that has ended. */
async function pastVisit(person: Patient): Promise<void> {
  const visit = await admittedVisit(hospital, person, doctor);
  await test.database.admin.query(`UPDATE visit SET status = 'completed', ended_at = now() WHERE id = $1`, [visit.id]);
}

describe('asking to close an account', () => {
  it('requires confirmation of the person, allows fourteen days and is notified by mail', async () => {
    const wrong = await patient.client.call(contract.askForClosing, {
      body: { confirmation: { password: 'wrong password' } },
    });
    expect(wrong.problem.code).toBe('auth.confirmation-failed');
    expect((await read()).asked).toBeNull();
    const answer = await patient.client.ok(contract.askForClosing, { body: { confirmation } });
    const { askedAt = '', dueAt = '' } = answer.asked ?? {};
    expect(Date.parse(dueAt) - Date.parse(askedAt)).toBe(14 * DAY_MS);
    expect((await mail.next(addressOf(patient))).subject).toContain('注销');
    expect((await patient.client.ok(readAccount)).id).toBe(patient.accountId);
    await runClosing();
    expect(await stateOf(patient)).toEqual(['asked']);
  });

  it('creates one request when it is sent twice, at once or later', async () => {
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await ask();
    expect(await stateOf(patient)).toEqual(['asked']);
    expect(await trail(patient.patientId)).toEqual(['account.closing-asked']);
  });

  it('can be withdrawn and requested again', async () => {
    await ask();
    const [first, second] = await Promise.all([
      patient.client.ok(contract.takeClosingBack),
      patient.client.ok(contract.takeClosingBack),
    ]);
    expect([first.asked, second.asked]).toEqual([null, null]);
    await isDue(patient);
    await runClosing();
    expect(await statusOf(patient)).toBe('active');
    await ask();
    expect(await stateOf(patient)).toEqual(['taken-back', 'asked']);
    expect(await trail(patient.patientId)).toEqual([
      'account.closing-asked',
      'account.closing-taken-back',
      'account.closing-asked',
    ]);
  });

  it('is rejected while a visit is open or an appointment is booked, and accepted after the cancellation', async () => {
    const [startsAt = ''] = await freeTimes(patient, doctor);
    const appointment = await booked(hospital, patient, doctor, startsAt);
    expect((await ask()).problem.code).toBe('account.closing-obstructed');
    expect((await read()).obstacles).toMatchObject([{ kind: 'appointment', id: appointment.id, at: startsAt }]);
    await patient.client.ok(cancelAppointment, { params: { appointmentId: appointment.id }, body: {} });
    expect((await ask()).status).toBe(200);

    const other = await factory.patient(hospital);
    const visit = await waitingVisit(hospital, other, doctor);
    expect((await ask(other)).problem.code).toBe('account.closing-obstructed');
    expect((await read(other)).obstacles).toMatchObject([{ kind: 'visit', id: visit.id }]);
  });

  it('is allowed to patients only: not to staff and not on behalf of another patient', async () => {
    expect((await doctor.client.call(contract.askForClosing, { body: { confirmation } })).status).toBe(403);
    await test.database.admin.query(`UPDATE account SET roles = '{patient,doctor}' WHERE id = $1`, [patient.accountId]);
    expect((await ask()).problem.code).toBe('account.closing-staff');

    const parent = await factory.patient(hospital);
    const child = { name: '李小明', birthDate: '2015-02-02', sex: 'male', relation: 'parent', declared: true } as const;
    const { dependant } = await parent.client.ok(addChild, { body: child });
    const { accessToken } = await parent.client.ok(actFor, { body: { patientId: dependant?.patientId ?? '' } });
    const acting = new TestClient(test.url, accessToken);
    const refused = await acting.call(contract.askForClosing, { body: { confirmation } });
    expect(refused.problem.code).toBe('family.acting');
  });
});

describe('while a request to close is open', () => {
  it('rejects every command that starts something new', async () => {
    const [startsAt = ''] = await freeTimes(patient, doctor, 2);
    await ask();
    const refused = await hold(hospital, patient, doctor, startsAt);
    expect([refused.status, refused.problem.code]).toEqual([409, 'account.closing']);
    await expect(waitingVisit(hospital, patient, doctor)).rejects.toThrow('account.closing');
    await patient.client.ok(contract.takeClosingBack);
    expect((await hold(hospital, patient, doctor, startsAt)).status).toBe(201);
  });

  it('rejects either the booking or the request when both arrive at once', async () => {
    const times = await freeTimes(patient, doctor, 3);
    const outcomes = await Promise.all(
      times.slice(0, 8).map(async (startsAt) => {
        const person = await factory.patient(hospital);
        const [held, asked] = await Promise.all([hold(hospital, person, doctor, startsAt), ask(person)]);
        return [held.status, asked.status].sort().join(' ');
      }),
    );
    // One of the two succeeds (201 for the hold or 200 for the request), the other is rejected with 409.
    expect(outcomes.filter((outcome) => outcome !== '200 409' && outcome !== '201 409')).toEqual([]);
  });
});

describe('carrying out a request that is due', () => {
  it('closes the account, retains the record of care and notifies the person of both', async () => {
    await pastVisit(patient);
    const kept = (await read()).keptUntil ?? '';
    expect(Number(kept.slice(0, 4)) - new Date().getUTCFullYear()).toBeGreaterThanOrEqual(15);
    await ask();
    await isDue(patient);
    await runClosing();
    expect(await stateOf(patient)).toEqual(['done']);
    expect((await patient.client.call(readAccount)).problem.code).toBe('auth.session-expired');
    const again = { hospital: hospital.slug, email: addressOf(patient), password: testPassword };
    expect((await new TestClient(test.url).call(signIn, { body: again })).problem.code).toBe(
      'auth.invalid-credentials',
    );
    await expect
      .poll(() => mail.received.filter(({ to }) => to === addressOf(patient)).at(-1)?.subject)
      .toContain('已注销');
    const [account] = await rowsOf('SELECT * FROM account WHERE id = $1', patient.accountId);
    expect(account).toMatchObject({ phone: null, password_hash: '', wishes: {}, status: 'disabled' });
    expect(String(account?.['email'])).toMatch(/@closed\.invalid$/);
    for (const table of ['session', 'notification', 'one_time_code', 'push_subscription', 'idempotency_key'])
      expect(await rowsOf(`SELECT 1 FROM ${table} WHERE account_id = $1`, patient.accountId), table).toEqual([]);
    expect((await doctor.client.ok(readChart, { params: { patientId: patient.patientId } })).patient.name).toBe('李伟');
    expect(await trail(patient.patientId)).toEqual(['account.closing-asked', 'account.closed']);
    await runClosing();
    expect(await trail(patient.patientId)).toEqual(['account.closing-asked', 'account.closed']);
  });

  it('deletes a record that contains no care', async () => {
    expect(await read()).toMatchObject({ keptUntil: null, held: false });
    await ask();
    await isDue(patient);
    await runClosing();
    expect(await rowsOf('SELECT 1 FROM patient WHERE id = $1', patient.patientId)).toEqual([]);
    expect(await rowsOf('SELECT display_name FROM account WHERE id = $1', patient.accountId)).toEqual([
      { display_name: '' },
    ]);
    expect(await stateOf(patient)).toEqual(['done']);
  });

  it('lets the same address sign up again as a new person', async () => {
    await pastVisit(patient);
    await ask();
    await isDue(patient);
    await runClosing();
    const email = addressOf(patient);
    await expect.poll(() => mail.received.findLast(({ to }) => to === email)?.subject).toContain('已注销');
    const proof = await proveByMail(test.url, mail, { hospital: hospital.slug, purpose: 'sign-up', email });
    const { account } = await new TestClient(test.url).ok(signUp, {
      body: {
        hospital: hospital.slug,
        proof,
        name: '李伟',
        birthDate: '1980-05-01',
        sex: 'male',
        locale: 'en',
        agreed: agreedToStandard,
      },
    });
    expect(account.id).not.toBe(patient.accountId);
    expect(account.patientId).not.toBe(patient.patientId);
    // A person who proves the same document does not learn that it belongs to another account.
    const [{ identity_digest: digest } = {}] = await rowsOf(
      'SELECT identity_digest FROM patient WHERE id = $1',
      patient.patientId,
    );
    await test.database.admin.query(
      `UPDATE patient SET identity_document_type = 'resident-id', identity_digest = $2, identity_last4 = '002X', identity_provider = 'test',
         identity_verified_at = now() WHERE id = $1`,
      [account.patientId, digest],
    );
  });

  it('closes the account in one transaction and retries a failure at the next run', async () => {
    await ask();
    await isDue(patient);
    await test.database.admin.query(`
      CREATE FUNCTION fall_over() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'fell over'; END $$;
      CREATE TRIGGER fall_over BEFORE INSERT ON audit_event FOR EACH ROW WHEN (NEW.action = 'account.closed') EXECUTE FUNCTION fall_over();
    `);
    const key = newId();
    await inHospital(test, hospital.id, (tx) => test.api.jobs.enqueue(tx, 'close-accounts', {}, key));
    const jobStates = async () =>
      (
        await rowsOf(`SELECT state FROM ${jobsSchema}.job WHERE name = 'close-accounts' AND singleton_key = $1`, key)
      )[0]?.['state'];
    await expect.poll(jobStates).toBe('retry');
    expect([await statusOf(patient), await stateOf(patient)]).toEqual(['active', ['asked']]);
    expect((await patient.client.ok(readAccount)).email).toBe(addressOf(patient));
    await test.database.admin.query('DROP TRIGGER fall_over ON audit_event');
    await runClosing();
    expect([await statusOf(patient), await stateOf(patient)]).toEqual(['disabled', ['done']]);
    expect(
      mail.received.filter(({ to, subject }) => to === addressOf(patient) && subject.includes('已注销')).length,
    ).toBeLessThan(2);
  });

  it('runs once when two processes run it, and a withdrawal comes either before or too late', async () => {
    await pastVisit(patient);
    await ask();
    await isDue(patient);
    const [, , back] = await Promise.all([runClosing(), runClosing(), patient.client.call(contract.takeClosingBack)]);
    const [state] = await stateOf(patient);
    expect(await statusOf(patient)).toBe(state === 'done' ? 'disabled' : 'active');
    if (back.status === 200) expect(state).toBe('taken-back');
    expect((await trail(patient.patientId)).filter((action) => action === 'account.closed').length).toBe(
      state === 'done' ? 1 : 0,
    );
  });

  it('answers a withdrawal that comes a moment too late with account.closing-ended', async () => {
    await pastVisit(patient);
    await ask();
    await isDue(patient);
    const waiting = async () =>
      Number(
        (
          await rowsOf(
            `SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
          )
        )[0]?.['n'],
      );
    const holder = await test.database.admin.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM patient WHERE id = $1 FOR UPDATE', [patient.patientId]);
    const closing = runClosing();
    await expect.poll(waiting).toBe(1);
    const back = patient.client.call(contract.takeClosingBack);
    await expect.poll(waiting).toBe(2);
    await holder.query('COMMIT');
    holder.release();
    await closing;
    expect((await back).problem.code).toBe('account.closing-ended');
    expect(await stateOf(patient)).toEqual(['done']);
  });

  it('retains a child’s record and ends the guardianship', async () => {
    const child = { name: '李小明', birthDate: '2015-02-02', sex: 'male', relation: 'parent', declared: true } as const;
    const { dependant } = await patient.client.ok(addChild, { body: child });
    const childId = dependant?.patientId ?? '';
    expect((await read()).onlyGuardianOf).toEqual([{ name: '李小明', nameLatin: '' }]);
    await ask();
    await isDue(patient);
    await runClosing();
    expect(await rowsOf('SELECT state, end_reason FROM guardianship WHERE patient_id = $1', childId)).toEqual([
      { state: 'ended', end_reason: 'guardian' },
    ]);
    expect(await rowsOf('SELECT name FROM patient WHERE id = $1', childId)).toEqual([{ name: '李小明' }]);
  });

  it('cannot run early: the database rejects it before the due time', async () => {
    await ask();
    const [{ id } = {}] = await rowsOf('SELECT id FROM account_closing WHERE account_id = $1', patient.accountId);
    const early = inHospital(test, hospital.id, (tx) => tx.query('SELECT * FROM close_account($1)', [id]));
    await expect(early).rejects.toThrow('its time has not come');
    const elsewhere = await factory.hospital();
    await isDue(patient);
    const foreign = inHospital(test, elsewhere.id, (tx) => tx.query('SELECT * FROM close_account($1)', [id]));
    await expect(foreign).rejects.toThrow('nobody asked for it');
  });
});

describe('an administrator', () => {
  it('reads the closing requests of their hospital by page and state; other roles are rejected', async () => {
    const house = await factory.hospital();
    const people: Patient[] = await Promise.all([1, 2, 3].map(() => factory.patient(house)));
    for (const person of people) expect((await ask(person)).status).toBe(200);
    await people[0]?.client.ok(contract.takeClosingBack);
    const administrator = await factory.staff(house, 'administrator');
    const list = (query: { limit?: number; cursor?: string; state?: 'asked' | 'taken-back' }) =>
      administrator.client.ok(contract.listAccountClosings, { query });
    const first = await list({ limit: 2 });
    const second = await list({ limit: 2, cursor: first.next ?? '' });
    expect([...first.items, ...second.items].map(({ accountId }) => accountId)).toEqual(
      people.map(({ accountId }) => accountId).reverse(),
    );
    expect((await list({ state: 'taken-back' })).items).toMatchObject([
      { accountId: people[0]?.accountId, name: '李伟' },
    ]);
    const elsewhere = await factory.staff(hospital, 'administrator');
    const theirs = await elsewhere.client.ok(contract.listAccountClosings, { query: { limit: 100 } });
    expect(theirs.items.filter(({ accountId }) => people.some((person) => person.accountId === accountId))).toEqual([]);
    for (const person of [patient, doctor])
      expect((await person.client.call(contract.listAccountClosings, { query: {} })).status).toBe(403);
  });
});
it('every table with rows of an account states whether closing deletes them', async () => {
  const rows = await rowsOf(`
    SELECT DISTINCT c.conrelid::regclass::text AS name FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
    WHERE c.contype = 'f' AND c.confrelid = 'account'::regclass AND a.attname = 'account_id' ORDER BY 1`);
  const gone = [
    'session',
    'notification',
    'message_delivery',
    'push_subscription',
    'one_time_code',
    'idempotency_key',
    'second_factor',
    'recovery_code',
    'record_export',
    'sign_in_passkey',
    'trusted_device',
    'open_page',
  ];
  const kept = [
    'patient',
    'practitioner',
    'account_closing',
    'account_agreement',
    'danger_answer',
    'prior_diagnosis',
    'visit_basis',
    'call_invitation',
    'dispensing_claim',
    'dispense',
    'dispense_correction',
    'pharmacy_dispenser',
    'staff_application',
  ];
  const unstated = rows.map(({ name }) => String(name)).filter((name) => ![...gone, ...kept].includes(name));
  expect(unstated).toEqual([]);
  expect((await patient.client.ok(listNotifications, { query: {} })).items).toEqual([]);
});
