import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changePassword } from '../../../shared/src/accounts/account-security.contract.ts';
import { actFor } from '../../../shared/src/accounts/acting.contract.ts';
import { readAccount, signIn } from '../../../shared/src/accounts/auth.contract.ts';
import { addChild } from '../../../shared/src/accounts/family.contract.ts';
import { askForOwnCode, proveCode } from '../../../shared/src/accounts/one-time-codes.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, testPassword, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { MailServer } from '../../support/mail-server.ts';
import { codeIn } from '../../support/proofs.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let mail: MailServer;
let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
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

const emailOf = ({ accountId }: TestPerson) => `${accountId}@example.test`;
const password = 'five quiet boats';
const change = (person: TestPerson, over: { current?: string; password?: string } = {}) =>
  person.client.call(changePassword, {
    body: { confirmation: { password: over.current ?? testPassword }, password: over.password ?? password },
  });
const canSignIn = async (person: TestPerson, given: string) => {
  const body = { hospital: hospital.slug, email: emailOf(person), password: given };
  return (await new TestClient(test.url).call(signIn, { body })).status === 201;
};

describe('changing the password with the present one', () => {
  it('replaces it, ends every other session and notifies the holder', async () => {
    const doctor = await factory.doctor(hospital);
    const elsewhere = await factory.unconfirmedSession(doctor);
    expect((await change(doctor)).status).toBe(204);
    expect((await doctor.client.call(readAccount)).status).toBe(200);
    expect((await elsewhere.client.call(readAccount)).problem.code).toBe('auth.session-expired');
    expect([await canSignIn(doctor, testPassword), await canSignIn(doctor, password)]).toEqual([false, true]);
    expect((await mail.next(emailOf(doctor))).subject).toBe('您在测试医院的密码已更改');
    expect((await doctor.client.ok(listNotifications, { query: {} })).items).toMatchObject([
      { template: 'account.password-changed' },
    ]);
    const { rows } = await test.database.admin.query(
      `SELECT 1 FROM audit_event WHERE action = 'account.password-changed' AND entity_id = $1`,
      [doctor.accountId],
    );
    expect(rows).toHaveLength(1);
  });

  it('is rejected with a wrong password, and after ten wrong ones without a check', async () => {
    const patient = await factory.patient(hospital);
    for (let guess = 0; guess < 10; guess++)
      expect((await change(patient, { current: `guess ${guess}` })).problem.code).toBe('auth.confirmation-failed');
    expect((await change(patient)).problem.code).toBe('request.rate-limited');
    expect(await canSignIn(patient, testPassword)).toBe(true);
  });

  it.each(['woaini1314', 'sunshine12', 'Administrator', 'test-hospital', '测试医院测试医院测试医院', 'yunzhen2026'])(
    'rejects the guessable password %s',
    async (guessable) => {
      const patient = await factory.patient(hospital);
      const answer = await change(patient, { password: guessable });
      expect(answer.problem.fields).toContainEqual({ path: 'password', rule: 'password-common' });
      expect(await canSignIn(patient, testPassword)).toBe(true);
    },
  );

  it('rejects the account’s own address or name as a password', async () => {
    const doctor = await factory.doctor(hospital, '沈知秋沈知秋知秋沈');
    for (const own of [emailOf(doctor), doctor.accountId, '沈知秋沈知秋知秋沈1'])
      expect((await change(doctor, { password: own })).problem.code, own).toBe('validation.failed');
  });

  it('is rejected while acting for another person', async () => {
    const parent = await factory.patient(hospital);
    const child = { name: '李小明', nameLatin: '', birthDate: '2022-01-01', sex: 'male' } as const;
    const member = await parent.client.ok(addChild, { body: { ...child, relation: 'parent', declared: true } });
    const body = { patientId: member.dependant?.patientId ?? '' };
    const { accessToken } = await parent.client.ok(actFor, { body });
    const acting = { ...parent, client: new TestClient(test.url, accessToken) };
    expect((await change(acting)).problem.code).toBe('family.acting');
  });
});

describe('setting a first password', () => {
  it('takes a code once; when a password exists, a code alone changes nothing', async () => {
    const patient = await factory.patient(hospital);
    await test.database.admin.query(`UPDATE account SET password_hash = 'none' WHERE id = $1`, [patient.accountId]);
    const { codeId } = await patient.client.ok(askForOwnCode, { body: { channel: 'mail', locale: 'en' } });
    const code = codeIn((await mail.next(emailOf(patient))).text);
    const { proof } = await patient.client.ok(proveCode, {
      params: { codeId },
      body: { hospital: hospital.slug, code },
    });
    const set = () => patient.client.call(changePassword, { body: { confirmation: { proof }, password } });
    expect((await set()).status).toBe(204);
    expect(await canSignIn(patient, password)).toBe(true);
    expect((await set()).problem.code).toBe('auth.confirmation-failed');
  });
});
