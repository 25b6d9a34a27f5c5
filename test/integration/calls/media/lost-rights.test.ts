import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { issueCallTicket } from '../../../../shared/src/calls/call.contract.ts';
import { actFor } from '../../../../shared/src/accounts/acting.contract.ts';
import { addChild, endGuardianship } from '../../../../shared/src/accounts/family.contract.ts';
import { resumeHospital, suspendHospital } from '../../../../shared/src/operator/operator.contract.ts';
import {
  disableStaffMember,
  enableStaffMember,
  setStaffRoles,
} from '../../../../shared/src/directory/staff.contract.ts';
import type { Visit } from '../../../../shared/src/visits/visits.contract.ts';
import { TestClient } from '../../../support/client.ts';
import type { TestPerson } from '../../../support/factories.ts';
import { Office } from '../../../support/office.ts';
import { signedInOperator } from '../../../support/operators.ts';
import { listen } from '../../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../../support/test-api.ts';
import { admittedVisit, waitingVisit } from '../../../support/visit-steps.ts';
import { startNodeOf } from './support/api-node.ts';
import { CallClient } from './support/call-client.ts';
import type { NodeProcess } from './support/node-process.ts';
import { TestBrowser } from './support/test-browser.ts';

let test: TestApi;
let node: NodeProcess;
let directory: string;
const opened: { close(): void }[] = [];

beforeAll(async () => {
  test = await startTestApi();
  directory = await mkdtemp(join(tmpdir(), 'yunzhen-lost-rights-'));
  node = await startNodeOf(test, 'node-a', directory);
});
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});
afterAll(async () => {
  await node.end('SIGKILL');
  await test.close();
  await rm(directory, { recursive: true, force: true });
});

const ticketOf = (client: TestClient, { id }: Visit) => client.ok(issueCallTicket, { params: { visitId: id } });
async function joinCall(client: TestClient, visit: Visit): Promise<TestBrowser> {
  const { url, ticket } = await ticketOf(client, visit);
  const browser = await TestBrowser.join(url, ticket);
  opened.push(browser);
  await browser.publish();
  return browser;
}
/** Expects that the peer’s resume token and an earlier ticket are rejected. */
async function expectRemovedFromCall(browser: TestBrowser, url: string, kept: string): Promise<void> {
  await expect(browser.resume()).rejects.toThrow(/refused/);
  const client = await CallClient.connect(url);
  opened.push(client);
  await expect(client.join(kept)).rejects.toThrow('call.removed');
}
/** Joins again: the node learns within a heartbeat that the person may return; tickets from the second of the order are void. */
async function rejoin(client: TestClient, visit: Visit): Promise<TestBrowser> {
  let browser: TestBrowser | undefined;
  const attempt = async () => {
    browser = await joinCall(client, visit).catch(() => undefined);
    return browser !== undefined;
  };
  await expect.poll(attempt, { interval: 500 }).toBe(true);
  if (!browser) throw new Error('participant did not rejoin');
  return browser;
}
async function call() {
  const office = await Office.open(test);
  const patient = await office.factory.patient(office.hospital);
  const doctor = await office.factory.doctor(office.hospital);
  const visit = await admittedVisit(office.hospital, patient, doctor);
  const browsers = { patient: await joinCall(patient.client, visit), doctor: await joinCall(doctor.client, visit) };
  await expect.poll(() => browsers.patient.received.length).toBe(2);
  await browsers.patient.picture();
  return { office, patient, doctor, visit, browsers };
}

describe('a doctor whose account is closed', () => {
  it('is removed from the call at once, with page and picture, and cannot return; the patient stays', async () => {
    const { office, doctor, visit, browsers } = await call();
    const boss = office.administrator.client;
    const { socket } = await listen(test.url, doctor.accessToken);
    const ended = new Promise<string>((done) => socket.once('session-ended', ({ reason }) => done(reason)));
    const kept = await ticketOf(doctor.client, visit);
    const params = { accountId: doctor.accountId };
    await Promise.all([boss.ok(disableStaffMember, { params }), boss.ok(disableStaffMember, { params })]);
    expect(await browsers.doctor.client.push('call-closed')).toEqual({ reason: 'removed', rejoin: false });
    expect(await ended).toBe('signed-out');
    await browsers.patient.client.push('participant-left', ({ participantId }) => participantId === doctor.accountId);
    await expectRemovedFromCall(browsers.doctor, kept.url, kept.ticket);
    expect(browsers.patient.client.received('call-closed')).toEqual([]);
    expect((await doctor.client.call(issueCallTicket, { params: { visitId: visit.id } })).status).toBe(401);

    // After the account is reopened, the doctor signs in and continues the same visit.
    await boss.ok(enableStaffMember, { params });
    const back = await office.factory.unconfirmedSession(doctor);
    const again = await rejoin(back.client, visit);
    await expect.poll(() => again.received.length).toBe(2);
    await again.picture();
  });

  it('or who loses the role is removed from the room in which a patient waits', async () => {
    const office = await Office.open(test);
    const patient = await office.factory.patient(office.hospital);
    const doctor = await office.factory.doctor(office.hospital);
    const visit = await waitingVisit(office.hospital, patient, doctor);
    const { url, ticket } = await ticketOf(doctor.client, visit);
    const client = await CallClient.connect(url);
    opened.push(client);
    await client.join(ticket);
    const params = { accountId: doctor.accountId };
    await office.administrator.client.ok(setStaffRoles, { params, version: 1, body: { roles: ['president'] } });
    expect(await client.push('call-closed')).toEqual({ reason: 'removed', rejoin: false });
  });
});

describe('a guardian', () => {
  const child = {
    name: '李小明',
    nameLatin: 'Li Xiaoming',
    sex: 'male' as const,
    relation: 'parent' as const,
    birthDate: '2016-05-01',
    declared: true as const,
  };
  async function acted() {
    const office = await Office.open(test);
    const parent = await office.factory.patient(office.hospital);
    const member = await parent.client.ok(addChild, { body: child });
    const patientId = member.dependant?.patientId ?? '';
    await office.factory.verify(patientId);
    const { accessToken } = await parent.client.ok(actFor, { body: { patientId } });
    const acting: TestPerson = { ...parent, accessToken, client: new TestClient(test.url, accessToken) };
    const doctor = await office.factory.doctor(office.hospital);
    const visit = await admittedVisit(office.hospital, acting, doctor);
    return { parent, member, acting, visit, browser: await joinCall(acting.client, visit) };
  }

  it('whose guardianship ends is removed from the child’s call at once', async () => {
    const { parent, member, acting, visit, browser } = await acted();
    const kept = await ticketOf(acting.client, visit);
    const own = await acting.client.ok(actFor, { body: { patientId: null } });
    expect(browser.client.received('call-closed')).toEqual([]);
    const client = new TestClient(test.url, own.accessToken);
    await client.ok(endGuardianship, { params: { guardianshipId: member.id } });
    expect(await browser.client.push('call-closed')).toEqual({ reason: 'removed', rejoin: false });
    await expectRemovedFromCall(browser, kept.url, kept.ticket);
    expect(parent.accountId).toBe(browser.answer.participantId);
  });
});

describe('a hospital that the operator suspends', () => {
  it('loses its calls, while those of another continue; once resumed, its visits continue', async () => {
    const [here, elsewhere] = [await call(), await call()];
    const { headers } = await signedInOperator(test);
    const params = { hospitalId: here.office.hospital.id };
    await new TestClient(test.url).ok(suspendHospital, { params, headers });
    for (const browser of Object.values(here.browsers))
      expect(await browser.client.push('call-closed')).toMatchObject({ rejoin: false });
    for (const browser of Object.values(elsewhere.browsers)) expect(browser.client.received('call-closed')).toEqual([]);
    await elsewhere.browsers.patient.picture();

    await new TestClient(test.url).ok(resumeHospital, { params, headers });
    const patient = await here.office.factory.unconfirmedSession(here.patient);
    const again = await rejoin(patient.client, here.visit);
    expect(again.client.received('call-closed')).toEqual([]);
  });
});
