import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readAccount, updateAccount } from '../../../shared/src/accounts/auth.contract.ts';
import { readChart } from '../../../shared/src/chart/chart.contract.ts';
import { listMessages, sendMessage } from '../../../shared/src/chat/chat.contract.ts';
import { actFor } from '../../../shared/src/accounts/acting.contract.ts';
import { addChild } from '../../../shared/src/accounts/family.contract.ts';
import { noWishes } from '../../../shared/src/accounts/wishes.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { MailServer } from '../../support/mail-server.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { admittedVisit, waitingVisit } from '../../support/visit-steps.ts';

let mail: MailServer;
let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let patient: TestPerson & { patientId: string };

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

it('preferences are stored per account and field and are available on another device', async () => {
  expect((await patient.client.ok(readAccount)).wishes).toEqual(noWishes);
  await patient.client.ok(updateAccount, { body: { wishes: { largerText: true, language: 'en' } } });
  await patient.client.ok(updateAccount, { body: { wishes: { interpreter: 'sign-language' } } });
  const device = await factory.unconfirmedSession(patient);
  expect(await device.client.ok(readAccount)).toMatchObject({
    locale: 'en',
    wishes: { ...noWishes, largerText: true, language: 'en', interpreter: 'sign-language' },
  });
});

it('preferences with an unknown time zone, value or field are rejected', async () => {
  for (const wishes of [{ timeZone: 'Mars/Olympus' }, { interpreter: 'klingon' as never }, { unknown: true } as never])
    expect((await patient.client.call(updateAccount, { body: { wishes } })).status).toBe(400);
});

it('a doctor sees a patient’s needs but no display preferences; for a child, the guardian’s needs', async () => {
  await patient.client.ok(updateAccount, { body: { wishes: { writes: true, largerText: true } } });
  const doctor = await factory.doctor(hospital);
  await waitingVisit(hospital, patient, doctor);
  const chart = await doctor.client.ok(readChart, { params: { patientId: patient.patientId } });
  expect(chart.patient.needs).toEqual(['writes']);
  const body = { name: '李小明', birthDate: '2015-02-02', sex: 'male', relation: 'parent', declared: true } as const;
  const { dependant } = await patient.client.ok(addChild, { body });
  const patientId = dependant?.patientId ?? '';
  const { accessToken } = await patient.client.ok(actFor, { body: { patientId } });
  const child = new TestClient(test.url, accessToken);
  expect((await child.ok(readChart, { params: { patientId } })).patient.needs).toEqual(['writes']);
});

it('a guardian’s message in a child’s visit shows the guardian’s name and is marked as for the patient', async () => {
  const body = { name: '李小明', birthDate: '2015-02-02', sex: 'male', relation: 'parent', declared: true } as const;
  const { dependant } = await patient.client.ok(addChild, { body });
  const patientId = dependant?.patientId ?? '';
  await factory.verify(patientId);
  const { accessToken } = await patient.client.ok(actFor, { body: { patientId } });
  const acting = { ...patient, patientId, client: new TestClient(test.url, accessToken) };
  const doctor = await factory.doctor(hospital);
  const { id: visitId } = await admittedVisit(hospital, acting, doctor);
  const sendChat = (person: TestPerson) =>
    person.client.ok(sendMessage, {
      params: { visitId, messageId: newId() },
      body: { text: '咳嗽' },
    });
  await sendChat(acting);
  await sendChat(doctor);
  const { items } = await doctor.client.ok(listMessages, { params: { visitId }, query: {} });
  expect(items.map(({ author }) => author)).toMatchObject([
    { accountId: patient.accountId, role: 'patient', name: '李伟', nameLatin: 'Li Wei', forPatient: true },
    { accountId: doctor.accountId, role: 'doctor', forPatient: false },
  ]);
});
