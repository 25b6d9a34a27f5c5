import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actFor } from '../../../shared/src/accounts/acting.contract.ts';
import { addChild } from '../../../shared/src/accounts/family.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { askForOwnCode, proveCode } from '../../../shared/src/accounts/one-time-codes.contract.ts';
import * as contract from '../../../shared/src/records/record-exports.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { MailServer } from '../../support/mail-server.ts';
import { codeIn } from '../../support/proofs.ts';
import { runJob } from '../../support/run-job.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { readArchive } from './archive-reader.ts';
import { ask, confirmation, linkTo, made, stateOf } from './export-steps.ts';

type Patient = TestPerson & { patientId: string };

let mail: MailServer;
let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let patient: Patient;

beforeAll(async () => {
  mail = await MailServer.start();
  test = await startTestApi({ SMTP_URL: mail.url });
  factory = new Factory(test);
  hospital = await factory.hospital();
});
afterAll(async () => {
  await test.close();
  await mail.close();
});
beforeEach(async () => {
  patient = await factory.patient(hospital);
});

const fetchAt = (path: string) => fetch(test.url + path);
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
const rowsOf = async (sql: string, ...values: unknown[]) =>
  (await test.database.admin.query<Record<string, unknown>>(sql, values)).rows;
const actions = async (patientId: string) =>
  (await rowsOf(`SELECT action FROM audit_event WHERE patient_id = $1 ORDER BY at, id`, patientId)).map(
    ({ action }) => action,
  );

describe('requesting a copy of the record', () => {
  it('requires confirmation of the person, creates a copy, notifies and audits', async () => {
    const refused = await patient.client.call(contract.askForRecordExport, {
      body: { confirmation: { password: 'wrong password' }, locale: 'en' },
    });
    expect([refused.status, refused.problem.code]).toEqual([403, 'auth.confirmation-failed']);
    expect((await patient.client.ok(contract.listRecordExports)).items).toEqual([]);

    const copy = await made(patient.client, 'en');
    expect(copy).toMatchObject({ state: 'ready', share: 1, fetchedAt: null });
    const answer = await fetchAt(await linkTo(patient.client, copy.id));
    expect(answer.headers.get('content-length')).toBe(String(copy.bytes));
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...(await readArchive(bytes)).keys()]).toEqual(['README.txt', 'record.json', 'record.pdf']);
    const notifications = await patient.client.ok(listNotifications, { query: {} });
    expect(notifications.items.map(({ title }) => title)).toEqual(
      expect.arrayContaining([expect.stringContaining('病历副本')]),
    );
    await expect
      .poll(() => actions(patient.patientId))
      .toEqual([
        'record.export-asked',
        'record.export-made',
        'record.link-made',
        'record.export-fetched',
        'record.export-handed-over',
      ]);
    const [handed] = await rowsOf(
      `SELECT details FROM audit_event WHERE patient_id = $1 AND action = 'record.export-handed-over'`,
      patient.patientId,
    );
    expect(handed?.['details']).toEqual({ bytes: copy.bytes, whole: true });
  });

  it('twice at once creates one copy, and the same key returns the same response', async () => {
    const key = newId();
    const wanted = { body: { confirmation, locale: 'en' as const } };
    // Blocks the job until all requests are answered, because a request after a finished copy starts another one.
    const maker = await test.database.admin.connect();
    await maker.query('BEGIN');
    await maker.query('LOCK TABLE record_export_part IN SHARE ROW EXCLUSIVE MODE');
    try {
      const answers = await Promise.all([
        ...[0, 1, 2, 3].map(() => patient.client.ok(contract.askForRecordExport, wanted)),
        ...[0, 1].map(() => patient.client.ok(contract.askForRecordExport, { ...wanted, key })),
      ]);
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
      expect((await patient.client.ok(contract.listRecordExports)).items).toHaveLength(1);
    } finally {
      await maker.query('ROLLBACK');
      maker.release();
    }
  });

  it('is allowed three times a day, and again the next day', async () => {
    for (let n = 0; n < 3; n++) await made(patient.client);
    expect((await patient.client.ok(contract.listRecordExports)).left).toBe(0);
    const fourth = await patient.client.call(contract.askForRecordExport, { body: { confirmation, locale: 'en' } });
    expect([fourth.status, fourth.problem.code]).toEqual([429, 'export.too-many']);
    await test.database.admin.query(
      `UPDATE record_export SET asked_at = asked_at - interval '25 hours' WHERE patient_id = $1`,
      [patient.patientId],
    );
    expect((await ask(patient.client)).state).toBe('waiting');
  });

  it('accepts a code sent to the account’s own address instead of a password, once', async () => {
    const [account] = await rowsOf('SELECT email FROM account WHERE id = $1', patient.accountId);
    const address = String(account?.['email']);
    const { codeId } = await patient.client.ok(askForOwnCode, { body: { channel: 'mail', locale: 'en' } });
    const { text } = await mail.next(address, 0);
    const body = { hospital: hospital.slug, code: codeIn(text) };
    const { proof } = await new TestClient(test.url).ok(proveCode, { params: { codeId }, body });
    const other = await factory.patient(hospital);
    const wanted = { body: { confirmation: { proof }, locale: 'en' as const } };
    expect((await other.client.call(contract.askForRecordExport, wanted)).problem.code).toBe('auth.proof-expired');
    expect((await patient.client.ok(contract.askForRecordExport, wanted)).state).toBe('waiting');
    expect((await patient.client.call(contract.askForRecordExport, wanted)).problem.code).toBe('auth.proof-expired');
  });
});

describe('a finished copy of the record', () => {
  it('is sealed: the database contains no readable part, and a changed or moved part is rejected', async () => {
    const { id } = await made(patient.client);
    const parts = await rowsOf('SELECT sealed FROM record_export_part WHERE export_id = $1', id);
    const sealed = parts.map((part) => part['sealed'] as Buffer);
    expect(sealed.length).toBeGreaterThan(0);
    expect(sealed.every((part) => !part.includes('PK') || !part.includes('record'))).toBe(true);
    await test.database.admin.query(
      `UPDATE record_export_part SET sealed = set_byte(sealed, 100, get_byte(sealed, 100) # 1) WHERE export_id = $1`,
      [id],
    );
    const path = await linkTo(patient.client, id);
    expect((await fetchAt(path)).status).toBe(500);
  });

  it('is downloaded once per link, again with a new link, and never after it expired', async () => {
    const { id } = await made(patient.client);
    const path = await linkTo(patient.client, id);
    const answers = await Promise.all([fetchAt(path), fetchAt(path), fetchAt(path)]);
    await Promise.all(answers.map((answer) => answer.arrayBuffer()));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
    expect((await fetchAt(await linkTo(patient.client, id))).status).toBe(200);

    const late = await linkTo(patient.client, id);
    test.clock.advance(6 * 60_000);
    expect(await codeOf(await fetchAt(late))).toBe('export.link-used');

    test.clock.advance(DAY_MS);
    const client = factory.clientOf(patient);
    expect(await stateOf(client, id)).toBe('expired');
    const refused = await client.call(contract.makeExportLink, { params: { exportId: id }, body: { confirmation } });
    expect([refused.status, refused.problem.code]).toEqual([410, 'export.expired']);
    await runJob(test, hospital.id, 'expire-record-exports');
    expect(await rowsOf('SELECT 1 FROM record_export_part WHERE export_id = $1', id)).toEqual([]);
    expect(await rowsOf('SELECT key_sealed FROM record_export WHERE id = $1', id)).toEqual([{ key_sealed: null }]);
  });

  it('is not found by another patient or another hospital', async () => {
    const { id } = await made(patient.client);
    const elsewhere = await factory.hospital();
    for (const stranger of [await factory.patient(hospital), await factory.patient(elsewhere)]) {
      expect(await stateOf(stranger.client, id)).toBeUndefined();
      const params = { exportId: id };
      const link = await stranger.client.call(contract.makeExportLink, { params, body: { confirmation } });
      expect(link.status).toBe(404);
      expect((await stranger.client.call(contract.cancelRecordExport, { params })).status).toBe(404);
    }
    const path = await linkTo(patient.client, id);
    expect((await fetchAt(path.replace(hospital.slug, elsewhere.slug))).status).toBe(410);
    const doctor = await factory.doctor(hospital);
    expect((await doctor.client.call(contract.listRecordExports)).status).toBe(403);
  });

  it('expires with the session that created the link', async () => {
    const { id } = await made(patient.client);
    const path = await linkTo(patient.client, id);
    await test.database.admin.query('UPDATE session SET ended_at = $2 WHERE id = $1', [
      patient.sessionId,
      test.clock.now(),
    ]);
    expect((await fetchAt(path)).status).toBe(410);
  });

  it('can be stopped and deleted by its owner', async () => {
    const { id } = await made(patient.client);
    const params = { exportId: id };
    expect((await patient.client.ok(contract.cancelRecordExport, { params })).state).toBe('cancelled');
    expect((await patient.client.ok(contract.cancelRecordExport, { params })).state).toBe('cancelled');
    expect(await rowsOf('SELECT 1 FROM record_export_part WHERE export_id = $1', id)).toEqual([]);
  });
});

describe('a guardian', () => {
  it('downloads the dependant’s record while acting, not afterwards', async () => {
    const child = await patient.client.ok(addChild, {
      body: { name: '李小明', nameLatin: '', birthDate: '2022-03-01', sex: 'male', relation: 'parent', declared: true },
    });
    const childId = child.dependant?.patientId ?? '';
    const act = async (patientId: string | null) =>
      new TestClient(test.url, (await patient.client.ok(actFor, { body: { patientId } })).accessToken);
    const acting = await act(childId);
    const { id } = await made(acting);
    const path = await linkTo(acting, id);
    const bundle = (await readArchive(Buffer.from(await (await fetchAt(path)).arrayBuffer())))
      .get('record.json')
      ?.toString();
    expect(bundle).toContain(childId);
    expect(bundle).not.toContain(patient.patientId);

    const unused = await linkTo(acting, id);
    patient.client.accessToken = (await acting.ok(actFor, { body: { patientId: null } })).accessToken;
    expect((await fetchAt(unused)).status).toBe(410);
    expect((await patient.client.ok(contract.listRecordExports)).items).toEqual([]);
  });
});
