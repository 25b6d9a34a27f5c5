import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../../../shared/src/accounts/auth.contract.ts';
import { resetPassword } from '../../../../shared/src/accounts/one-time-codes.contract.ts';
import { issueCallTicket } from '../../../../shared/src/calls/call.contract.ts';
import type { Visit } from '../../../../shared/src/visits/visits.contract.ts';
import type { TestClient } from '../../../support/client.ts';
import { Factory, testPassword, type TestHospital, type TestPerson } from '../../../support/factories.ts';
import { MailServer } from '../../../support/mail-server.ts';
import { proveByMail } from '../../../support/proofs.ts';
import { startTestApi, type TestApi } from '../../../support/test-api.ts';
import { admittedVisit } from '../../../support/visit-steps.ts';
import { Browser } from '../../accounts/browser.ts';
import { startNodeOf } from './support/api-node.ts';
import { CallClient } from './support/call-client.ts';
import type { NodeProcess } from './support/node-process.ts';
import { TestBrowser } from './support/test-browser.ts';

let mail: MailServer;
let test: TestApi;
let node: NodeProcess;
let directory: string;
let factory: Factory;
let hospital: TestHospital;
const opened: { close(): void }[] = [];

beforeAll(async () => {
  mail = await MailServer.start();
  test = await startTestApi({ SMTP_URL: mail.url });
  factory = new Factory(test);
  hospital = await factory.hospital();
  directory = await mkdtemp(join(tmpdir(), 'yunzhen-ended-sessions-'));
  node = await startNodeOf(test, 'node-a', directory);
});
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});
afterAll(async () => {
  await node.end('SIGKILL');
  await test.close();
  await mail.close();
  await rm(directory, { recursive: true, force: true });
});

const emailOf = ({ accountId }: TestPerson) => `${accountId}@example.test`;
const ticketOf = (client: TestClient, { id }: Visit) => client.ok(issueCallTicket, { params: { visitId: id } });

/** Opens a session of the person as the sign-in page does. */
async function signedIn(person: TestPerson): Promise<Browser> {
  const browser = new Browser(test.url);
  const body = { hospital: hospital.slug, email: emailOf(person), password: testPassword };
  expect((await browser.call(signIn, { body })).status).toBe(201);
  return browser;
}

async function joinCall(client: TestClient, visit: Visit): Promise<TestBrowser> {
  const { url, ticket } = await ticketOf(client, visit);
  const browser = await TestBrowser.join(url, ticket);
  opened.push(browser);
  return browser;
}

/** Starts a call of a patient with an own session and a doctor. `kept`: an unused ticket. */
async function call() {
  const patient = await factory.patient(hospital);
  const doctor = await factory.doctor(hospital);
  const visit = await admittedVisit(hospital, patient, doctor);
  const page = await signedIn(patient);
  const stay = await joinCall(page.tokens, visit);
  const other = await joinCall(doctor.client, visit);
  return { patient, doctor, visit, page, stay, other, kept: await ticketOf(page.tokens, visit) };
}

async function expectOver({ stay, other, kept, patient }: Awaited<ReturnType<typeof call>>): Promise<void> {
  expect(await stay.client.push('call-closed')).toEqual({ reason: 'removed', rejoin: false });
  await other.client.push('participant-left', ({ participantId }) => participantId === patient.accountId);
  await expect(stay.resume()).rejects.toThrow(/refused/);
  const client = await CallClient.connect(kept.url);
  opened.push(client);
  await expect(client.join(kept.ticket)).rejects.toThrow('auth.session-expired');
  expect(other.client.received('call-closed')).toEqual([]);
}

describe('the participation of a session in a call', () => {
  it('ends with the sign-out, including its tickets; a new session joins at once', async () => {
    const there = await call();
    await there.page.signOut();
    await expectOver(there);
    await joinCall((await signedIn(there.patient)).tokens, there.visit);
  });

  it('ends when a refresh token is reused', async () => {
    const there = await call();
    const thief = there.page.copy(test.url);
    await there.page.refresh();
    await there.page.refresh();
    expect((await thief.refresh()).problem.code).toBe('auth.session-reused');
    await expectOver(there);
  });

  it('ends when the password is reset with a mailed code', async () => {
    const there = await call();
    const wanted = { hospital: hospital.slug, purpose: 'reset-password' as const, email: emailOf(there.patient) };
    const proof = await proveByMail(test.url, mail, wanted);
    const body = { hospital: hospital.slug, proof, password: 'river stone lantern' };
    expect((await new Browser(test.url).call(resetPassword, { body })).status).toBe(201);
    await expectOver(there);
  });

  it('continues when another session of the same person ends', async () => {
    const there = await call();
    const elsewhere = await signedIn(there.patient);
    await elsewhere.signOut();
    // The node knows about the ended session once its tickets are rejected; this one is still accepted.
    const client = await CallClient.connect(there.kept.url);
    opened.push(client);
    await client.join(there.kept.ticket);
    expect(there.other.client.received('participant-left')).toEqual([]);
  });

  it('ends even if the room order was lost: the next heartbeat repeats it', async () => {
    const there = await call();
    await test.database.admin.query('UPDATE session SET ended_at = now() WHERE id = $1', [
      sessionOf(there.page.tokens.accessToken ?? ''),
    ]);
    await expectOver(there);
  });
});

function sessionOf(accessToken: string): string {
  const claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as { sid: string };
  return claims.sid;
}
