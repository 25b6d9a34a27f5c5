import type { Role } from '../../../shared/src/core/permission.ts';
import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { listHospitals, readAccount, signIn } from '../../../shared/src/accounts/auth.contract.ts';
import { readConsentDraft } from '../../../shared/src/administration/consent-texts.contract.ts';
import { openDemoOperatorSession, readOperatorSession } from '../../../shared/src/operator/operator.contract.ts';
import { listPriceLists } from '../../../shared/src/administration/prices.contract.ts';
import { listDepartments, listDoctors, readConsentText } from '../../../shared/src/directory/directory.contract.ts';
import { readOwnPharmacy } from '../../../shared/src/dispensing/dispensing.contract.ts';
import { writeDemoYear } from '../../../server/src/demo/figure-year.ts';
import { demoHospitals, seedDemo } from '../../../server/src/demo/seed.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { readCertificate } from '../../../server/src/platform/signing/certificate.ts';
import { withSealedKey } from '../../../server/src/platform/signing/key-encryption.ts';
import { openKeyEncryption } from '../../../server/src/platform/signing/open-key-encryption.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { tryFirstPrescriptions } from '../../../server/src/demo/first-prescriptions.ts';
import { listPrescriptions } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { readPrescriptionCode } from '../../../shared/src/signing/prescription-paper.contract.ts';
import { listReviews, readReview } from '../../../shared/src/review/review.contract.ts';
import { verifyCode } from '../../../shared/src/signing/verification.contract.ts';
import { buildApi } from '../../../server/src/api/app.ts';
import { entities } from '../../../server/src/api/entities.ts';
import { createDataSource } from '../../../server/src/platform/db/data-source.ts';
import { TestClient } from '../../support/client.ts';
import { ownBySuperuser } from '../../support/database.ts';
import { headersOf } from '../../support/operators.ts';
import { signInFully } from '../../support/staff-sign-in.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { ownCounting } from '../metrics/own-counting.ts';
import { requestKey } from '../../support/request-key.ts';

let test: TestApi;
const seed = async () =>
  seedDemo({
    ownerUrl: test.database.adminUrl,
    keys: await openKeyEncryption(test.settings),
    clock: test.clock,
    log: createLogger({ name: 'test', level: 'error' }),
  });

beforeAll(async () => {
  test = await startTestApi({ DEMO_MODE: 'true' });
  await ownBySuperuser(test.database);
  await seed();
});
afterAll(() => test.close());

async function rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await test.database.admin.query(sql, values)).rows as Row[];
}

async function count(sql: string): Promise<number> {
  return (await rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`))[0]?.n ?? 0;
}

describe('demo data', () => {
  it('offer accounts of every role at both hospitals, and each can sign in', async () => {
    const { hospitals } = await new TestClient(test.url).ok(listHospitals);
    expect(hospitals.map(({ slug }) => slug)).toEqual(['wuzhen', 'lakeside']);
    for (const hospital of hospitals) {
      expect(hospital.demoAccounts.map(({ role }) => role)).toEqual([
        'patient',
        'doctor',
        'department-head',
        'pharmacist',
        'supervisor',
        'president',
        'administrator',
        'receptionist',
        'dispenser',
      ]);
      for (const { email, password, role, name } of hospital.demoAccounts) {
        const { client, grant } = await signInFully(test.url, { hospital: hospital.slug, email, password });
        expect(grant.account).toMatchObject({ displayName: name });
        const profession = { supervisor: 'pharmacist', 'department-head': 'doctor' } as Partial<Record<Role, Role>>;
        expect(grant.account.roles).toEqual([profession[role] ?? [], role].flat());
        const own = await client.ok(readAccount);
        expect(own.patientId !== null).toBe(role === 'patient');
        expect(own.practitionerId !== null).toBe(
          ['doctor', 'department-head', 'pharmacist', 'supervisor'].includes(role),
        );
        if (role === 'dispenser') expect((await client.ok(readOwnPharmacy)).counter).toBe(false);
      }
    }
  });

  it('show a patient departments, doctors on duty and the consent text in both languages', async () => {
    const client = new TestClient(test.url);
    const body = { hospital: 'wuzhen', email: 'patient@demo.test', password: 'yunzhen-demo' };
    client.accessToken = (await client.ok(signIn, { body })).accessToken;
    const { items: departments } = await client.ok(listDepartments);
    expect(departments).toHaveLength(8);
    for (const { name, description, doctorsOnDuty } of departments) {
      expect([name.en, name.zh, description.en, description.zh].every(Boolean)).toBe(true);
      expect(doctorsOnDuty).toBeGreaterThan(0);
    }
    const { items: doctors } = await client.ok(listDoctors);
    expect(doctors).toHaveLength(15);
    expect(doctors.filter(({ yearsOfPractice }) => yearsOfPractice < 3)).toHaveLength(1);
    const [en, zh] = [
      await client.ok(readConsentText, { query: { locale: 'en' } }),
      await client.ok(readConsentText, { query: { locale: 'zh-CN' } }),
    ];
    expect(en.version).toBe(zh.version);
    expect(en.paragraphs).toHaveLength(zh.paragraphs.length);
    expect(zh.paragraphs.every((paragraph) => /\p{Script=Han}/u.test(paragraph))).toBe(true);
  });

  it('include prices for patients and a draft of the next consent text', async () => {
    const client = new TestClient(test.url);
    const signInAs = async (email: string) => {
      const body = { hospital: 'wuzhen', email, password: 'yunzhen-demo' };
      client.accessToken = (await signInFully(test.url, body)).grant.accessToken;
    };
    await signInAs('patient@demo.test');
    const { items: doctors } = await client.ok(listDoctors);
    expect(doctors.filter(({ price }) => price === null)).toEqual([]);
    await signInAs('admin@demo.test');
    const { items: lists } = await client.ok(listPriceLists);
    expect(lists).toMatchObject([{ number: 1, state: 'in-force', createdBy: { name: '周敏' } }]);
    const { draft } = await client.ok(readConsentDraft);
    const inForce = await client.ok(readConsentText, { query: { locale: 'en' } });
    expect(draft?.wordings.en.paragraphs).toHaveLength(inForce.paragraphs.length + 1);
  });

  it('include an operator account that is open to everyone in demo mode only', async () => {
    const [operator] = await rows<{ id: string }>('SELECT id FROM operator');
    const entered = await new TestClient(test.url).call(openDemoOperatorSession);
    expect(entered).toMatchObject({ status: 201, value: { email: 'operator@demo.test' } });
    const headers = headersOf(test, entered);
    const anybody = new TestClient(test.url);
    expect(await anybody.ok(readOperatorSession, { headers })).toMatchObject({ id: operator?.id });
    // Serves the same database without demo mode.
    const source = await createDataSource({
      url: test.settings.DATABASE_URL,
      poolSize: 2,
      entities,
      requestKey,
    }).initialize();
    const log = createLogger({ name: 'test', level: 'silent' });
    const settings = { ...test.settings, DEMO_MODE: false };
    const earnest = await buildApi({ settings, log, clock: test.clock, source });
    const url = await earnest.server.listen({ port: 0, host: '127.0.0.1' });
    const stranger = new TestClient(url);
    expect((await stranger.call(openDemoOperatorSession)).problem.code).toBe('resource.not-found');
    const presented = { ...headers, origin: url };
    expect((await stranger.call(readOperatorSession, { headers: presented })).problem.code).toBe('auth.required');
    await earnest.close();
    await source.destroy();
  });

  it('give every practitioner a certificate of the hospital’s authority and a matching key', async () => {
    const keyEncryption = await openKeyEncryption(test.settings);
    const credentials = await rows<{
      hospital_id: string;
      kind: string;
      practitioner_id: string | null;
      certificate_pem: string;
      sealed_key: string;
    }>('SELECT * FROM signing_credential');
    expect(credentials).toHaveLength(2 + (await count('practitioner')));
    for (const { hospital_id, kind, practitioner_id, certificate_pem, sealed_key } of credentials) {
      const authority = credentials.find((row) => row.kind === 'hospital-ca' && row.hospital_id === hospital_id);
      const certificate = readCertificate(certificate_pem);
      expect(certificate.native.verify(readCertificate(authority?.certificate_pem ?? '').publicKey)).toBe(true);
      expect(certificate.isAuthority).toBe(kind === 'hospital-ca');
      const context =
        kind === 'hospital-ca' ? `hospital/${hospital_id}/authority` : `practitioner/${practitioner_id}/signing`;
      const fits = await withSealedKey(keyEncryption, sealed_key, context, (key) =>
        certificate.native.checkPrivateKey(key),
      );
      expect(fits).toBe(true);
    }
  });

  it('contain more than forty days of ended visits of both hospitals up to now', async () => {
    for (const { slug, timeZone } of demoHospitals) {
      const [days] = await rows<{ n: number; newest: Date }>(
        `SELECT count(DISTINCT (v.created_at AT TIME ZONE $2)::date)::int AS n, max(v.ended_at) AS newest
         FROM visit v JOIN hospital h ON h.id = v.hospital_id WHERE h.slug = $1`,
        [slug, timeZone],
      );
      expect(days?.n).toBeGreaterThanOrEqual(45);
      expect(days?.newest.getTime()).toBeLessThan(test.clock.now().getTime());
    }
    expect(await count(`visit WHERE status NOT IN ('completed', 'left', 'cancelled', 'referred-offline')`)).toBe(0);
    expect(await count(`domain_event WHERE at > now()`)).toBe(0);
  });

  it('write notes as outpatient records in the Chinese hospital, as SOAP in the other', async () => {
    const notes = await rows<{ slug: string; form: string; records: number; all: number }>(
      `SELECT h.slug, h.settings->>'noteForm' AS form, count(*)::int AS all,
         count(*) FILTER (WHERE n.content->>'subjective' LIKE '主诉：%现病史：%' AND n.content->>'objective' LIKE '体格检查：%')::int AS records
       FROM note n JOIN hospital h ON h.id = n.hospital_id GROUP BY h.slug, form ORDER BY h.slug`,
    );
    expect(notes).toMatchObject([
      { slug: 'lakeside', form: 'soap', records: 0 },
      { slug: 'wuzhen', form: 'outpatient', records: notes[1]?.all },
    ]);
  });

  it('follow the rules of real data', async () => {
    const completed = `visit v WHERE v.status = 'completed'`;
    expect(await count(completed)).toBeGreaterThan(1500);
    const signedNote = `EXISTS (SELECT 1 FROM note n WHERE n.visit_id = v.id AND n.status = 'signed' AND n.author_id = v.practitioner_id)`;
    const primary = `EXISTS (SELECT 1 FROM diagnosis d WHERE d.visit_id = v.id AND d.is_primary)`;
    const consent = `EXISTS (SELECT 1 FROM consent c WHERE c.visit_id = v.id AND c.patient_id = v.patient_id)`;
    expect(await count(`${completed} AND NOT (${signedNote} AND ${primary} AND ${consent})`)).toBe(0);
    expect(await count(`visit v WHERE v.checked_in_at IS NOT NULL AND NOT ${consent}`)).toBe(0);
    expect(
      await count(`visit WHERE NOT (created_at <= coalesce(checked_in_at, ended_at)
      AND coalesce(checked_in_at, ended_at) <= coalesce(admitted_at, ended_at) AND coalesce(admitted_at, ended_at) <= ended_at)`),
    ).toBe(0);
    // No doctor has two visits at the same time.
    expect(
      await count(`visit a JOIN visit b ON b.practitioner_id = a.practitioner_id AND b.id > a.id
      AND tstzrange(a.admitted_at, a.ended_at) && tstzrange(b.admitted_at, b.ended_at)
      WHERE a.admitted_at IS NOT NULL AND b.admitted_at IS NOT NULL`),
    ).toBe(0);
    // Practitioners with less than three years of practice signed nothing.
    expect(
      await count(`domain_event e JOIN practitioner p ON p.id = e.practitioner_id
      WHERE e.type = 'prescription.signed' AND p.years_of_practice < 3`),
    ).toBe(0);
    expect(
      await count(`visit v JOIN practitioner p ON p.id = v.practitioner_id WHERE p.hospital_id <> v.hospital_id`),
    ).toBe(0);
    expect(
      await count(`visit v LEFT JOIN practitioner_department pd
      ON pd.practitioner_id = v.practitioner_id AND pd.department_id = v.department_id WHERE pd.practitioner_id IS NULL`),
    ).toBe(0);
  });

  it('show plausible days: most patients are seen, few leave, waits take minutes', async () => {
    const [figures] = await rows<{ median: number; p90: number; left: number; seen: number; rejected: number }>(
      `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY (facts->>'waitSeconds')::int) FILTER (WHERE type = 'visit.admitted') AS median,
         percentile_cont(0.9) WITHIN GROUP (ORDER BY (facts->>'waitSeconds')::int) FILTER (WHERE type = 'visit.admitted') AS p90,
         count(*) FILTER (WHERE type = 'visit.left')::float / count(*) FILTER (WHERE type = 'visit.checked-in') AS left,
         count(*) FILTER (WHERE type = 'visit.completed')::float / count(*) FILTER (WHERE type = 'visit.created') AS seen,
         count(*) FILTER (WHERE type = 'prescription.rejected')::float / count(*) FILTER (WHERE type = 'prescription.signed') AS rejected
       FROM domain_event`,
    );
    expect(figures?.median).toBeGreaterThan(30);
    expect(figures?.median).toBeLessThan(900);
    expect(figures?.p90).toBeGreaterThan(figures?.median ?? 0);
    expect(figures?.p90).toBeLessThan(3600);
    expect(figures?.seen).toBeGreaterThan(0.8);
    expect(figures?.left).toBeLessThan(0.12);
    expect(figures?.rejected).toBeGreaterThan(0.02);
    expect(figures?.rejected).toBeLessThan(0.12);
  });

  it('give the demo patient an allergy, medicines and visits with the demo doctor', async () => {
    const [own] = await rows<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM allergy WHERE patient_id = p.id) AS allergies,
         (SELECT count(*)::int FROM medication_statement WHERE patient_id = p.id AND text ~ '片') AS medicines,
         (SELECT count(*)::int FROM condition WHERE patient_id = p.id) AS conditions,
         (SELECT count(*)::int FROM visit v JOIN practitioner d ON d.id = v.practitioner_id JOIN account da ON da.id = d.account_id
          WHERE v.patient_id = p.id AND v.status = 'completed' AND da.email = 'doctor@demo.test') AS visits,
         (SELECT count(*)::int FROM visit v WHERE v.patient_id = p.id) AS all
       FROM patient p JOIN account a ON a.id = p.account_id WHERE a.email = 'patient@demo.test'`,
    );
    expect(own).toEqual({ allergies: 1, medicines: 2, conditions: 2, visits: 3, all: 3 });
  });

  it('are created once however often the seed runs; later days are added', async () => {
    const tables = ['hospital', 'account', 'visit', 'domain_event', 'signing_credential'];
    const counts = () => Promise.all(tables.map((table) => count(table)));
    // Since the first seed a visit of today may have ended as the first one, or midnight may have passed.
    test.clock.stop();
    onTestFinished(() => test.clock.start());
    await seed();
    const before = await counts();
    await Promise.all([seed(), seed()]);
    expect(await counts()).toEqual(before);
    test.clock.advance(3 * DAY_MS);
    await seed();
    const [hospitals, accounts, visits, events, credentials] = await counts();
    expect([hospitals, accounts, credentials]).toEqual([before[0], before[1], before[4]]);
    expect(visits).toBeGreaterThan(before[2] ?? 0);
    expect(events).toBeGreaterThan(before[3] ?? 0);
  });

  it('create no visits for people who signed up', async () => {
    expect(
      await count(`visit v JOIN patient p ON p.id = v.patient_id JOIN account a ON a.id = p.account_id
      WHERE a.email NOT LIKE '%@patients.%' AND a.email NOT IN ('patient@demo.test', 'patient@lakeside.demo.test')`),
    ).toBe(0);
  });
});

describe('demo prescriptions', () => {
  const warnings: string[] = [];
  const write = async () =>
    tryFirstPrescriptions({
      server: test.api.server,
      transactions: new Transactions(test.source, test.clock),
      keys: await openKeyEncryption(test.settings),
      log: createLogger({ name: 'test', level: 'warn', destination: { write: (text) => void warnings.push(text) } }),
    });
  const as = async (email: string) =>
    (await signInFully(test.url, { hospital: 'wuzhen', email, password: 'yunzhen-demo' })).client;

  it('are used, approved, or waiting with an alert', async () => {
    await write();
    expect(warnings).toEqual([]);
    const patient = await as('patient@demo.test');
    const { items } = await patient.ok(listPrescriptions);
    expect(items.map(({ status }) => status).toSorted()).toEqual(['approved', 'dispensed', 'signed']);
    const of = (status: string) => items.find((each) => each.status === status) ?? expect.fail(`none is ${status}`);

    const { dispensing } = of('dispensed');
    expect(dispensing?.lines.map(({ remaining }) => remaining)).toEqual(['0']);
    expect(dispensing?.dispenses).toHaveLength(1);

    // The printed code leads to a valid prescription, which has not expired yet.
    const { address } = await patient.ok(readPrescriptionCode, { params: { prescriptionId: of('approved').id } });
    const [path = '', secret = ''] = address.split('#');
    expect(path).toMatch(new RegExp(`/verify/wuzhen/${of('approved').id}$`));
    const code = { hospital: 'wuzhen', prescriptionId: of('approved').id, secret };
    expect(await new TestClient(test.url).ok(verifyCode, { body: code })).toMatchObject({
      outcome: 'genuine',
      prescription: { doctorSignature: 'valid', pharmacistSignature: 'valid' },
    });

    const pharmacist = await as('pharmacist@demo.test');
    const { items: queue } = await pharmacist.ok(listReviews);
    const waiting = queue.find(({ prescription }) => prescription.id === of('signed').id);
    expect(waiting).toMatchObject({ status: 'requested', pharmacist: null });
    const { safetyNow, prescription } = await pharmacist.ok(readReview, { params: { reviewId: waiting?.id ?? '' } });
    expect(safetyNow.issues.length).toBeGreaterThan(0);
    expect(prescription.acknowledgements.map(({ reason }) => reason)).toContain('will-monitor');
  });

  it('come with signed notes of completed visits, and have PDFs', async () => {
    expect(await count(`visit v JOIN prescription p ON p.visit_id = v.id WHERE v.status <> 'completed'`)).toBe(0);
    expect(await count(`note n JOIN prescription p ON p.visit_id = n.visit_id WHERE n.signed_at IS NULL`)).toBe(0);
    const patient = await as('patient@demo.test');
    const { items } = await patient.ok(listPrescriptions);
    for (const { id, status } of items.filter(({ status }) => status !== 'signed'))
      await expect
        .poll(async () => (await patient.raw('GET', `/api/prescriptions/${id}/document?locale=zh-CN`)).status, {
          message: status,
        })
        .toBe(200);
  });

  it('are created once, and a start without them succeeds', async () => {
    const before = await count('prescription');
    await write();
    expect(await count('prescription')).toBe(before);
    expect(warnings).toEqual([]);
    await tryFirstPrescriptions({
      transactions: new Transactions(test.source, test.clock),
      keys: await openKeyEncryption(test.settings),
      server: { inject: () => Promise.reject(new Error('the api is gone')) } as never,
      log: createLogger({ name: 'test', level: 'warn', destination: { write: (text) => void warnings.push(text) } }),
    });
    expect(warnings.join()).toContain('demo prescriptions could not be created');
  });
});

describe('demo figures of the past year', () => {
  /** A year of both hospitals with an eighth of the visits per day; counting all of them again would take half a minute. */
  const share = 8;
  const plans = demoHospitals.map((plan) => ({ ...plan, visitsADay: plan.visitsADay / share }));
  const year = () =>
    writeDemoYear(plans, {
      ownerUrl: test.database.adminUrl,
      clock: test.clock,
      log: createLogger({ name: 'test', level: 'error' }),
    });
  // What the running api counts is of today only.
  const rollups = () =>
    rows<{ tally: string }>(
      `SELECT practitioner_id, department_id, grain, starts, encode(tally, 'hex') AS tally FROM figure_rollup
       WHERE starts < now() - interval '46 days' ORDER BY hospital_id, practitioner_id, department_id, grain, starts`,
    );

  it('are written once without blocking and equal what the api would count', { timeout: 300_000 }, async () => {
    const yearAgo = `domain_event WHERE at < now() - interval '360 days'`;
    expect(await count(yearAgo)).toBe(0);
    expect(await year()).toBeGreaterThan(100_000 / share);
    expect(await count(yearAgo)).toBeGreaterThan(0);
    expect(await count(`figure_pending WHERE at < now() - interval '46 days'`)).toBe(0);
    expect(await year()).toBe(0);

    const counting = ownCounting(test);
    const hospitals = await rows<{ id: string }>('SELECT id FROM hospital');
    const counted = await rollups();
    expect(counted.length).toBeGreaterThan(10_000 / share);
    for (const { id } of hospitals) await counting.rebuild(id, 'test');
    expect(await rollups()).toEqual(counted);
  });
});
