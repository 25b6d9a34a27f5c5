import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { issueCallTicket, type CallTicket } from '../../../../shared/src/calls/call.contract.ts';
import { holdCall } from '../../../../shared/src/calls/conduct.contract.ts';
import { drainMediaNode, releaseMediaNode } from '../../../../shared/src/operator/operator.contract.ts';
import { admitVisit, referOffline, type Visit } from '../../../../shared/src/visits/visits.contract.ts';
import { TestClient } from '../../../support/client.ts';
import { Factory, type TestHospital, type TestPerson } from '../../../support/factories.ts';
import { signedInOperator } from '../../../support/operators.ts';
import { startTestApi, type TestApi } from '../../../support/test-api.ts';
import { admittedVisit, waitingVisit } from '../../../support/visit-steps.ts';
import { startNodeOf } from './support/api-node.ts';
import { CallClient } from './support/call-client.ts';
import type { NodeProcess } from './support/node-process.ts';
import { TestBrowser } from './support/test-browser.ts';

type Patient = TestPerson & { patientId: string };
type Doctor = TestPerson & { practitionerId: string };

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let directory: string;
const nodes = new Map<string, NodeProcess>();
const opened: { close(): void }[] = [];

/** Starts a media node of this hospital’s api in a process of its own; resolves when the api has registered it. */
async function startNode(id: string, overrides: Record<string, string> = {}): Promise<NodeProcess> {
  const node = await startNodeOf(test, id, directory, overrides);
  nodes.set(id, node);
  return node;
}

/** Starts two nodes; resolves when both report that their workers, which work while they start, are idle. */
async function startTwoNodes(): Promise<void> {
  await Promise.all([startNode('node-a'), startNode('node-b')]);
  const idle = 'SELECT id FROM media_node WHERE load < 0.01 AND last_seen_at > $1';
  const started = [test.clock.now()];
  await expect.poll(async () => (await test.database.admin.query(idle, started)).rowCount).toBe(2);
}

interface NodeRow {
  url: string;
  draining: boolean;
  rooms: number;
  free_visits: number;
}

async function rowOf(id: string): Promise<NodeRow | undefined> {
  const { rows } = await test.database.admin.query<NodeRow>('SELECT * FROM media_node WHERE id = $1', [id]);
  return rows[0];
}

const ticketOf = (person: TestPerson, visit: Visit): Promise<CallTicket> =>
  person.client.ok(issueCallTicket, { params: { visitId: visit.id } });

async function joinCall(person: TestPerson, visit: Visit): Promise<{ browser: TestBrowser; nodeId: string }> {
  const { url, ticket, nodeId } = await ticketOf(person, visit);
  const browser = await TestBrowser.join(url, ticket);
  opened.push(browser);
  await browser.publish();
  return { browser, nodeId };
}

/** Joins with a socket but without media, as a waiting patient does. */
async function wait(person: TestPerson, visit: Visit): Promise<CallClient> {
  const { url, ticket } = await ticketOf(person, visit);
  const client = await CallClient.connect(url);
  opened.push(client);
  await client.join(ticket);
  return client;
}

async function expectMedia(...browsers: TestBrowser[]): Promise<void> {
  for (const { received } of browsers) await expect.poll(() => received.length).toBe(2);
  await Promise.all(browsers.flatMap((browser) => [browser.picture(), browser.sound()]));
}

async function startCall(): Promise<{
  visit: Visit;
  patient: Patient;
  doctor: Doctor;
  home: string;
  browsers: [TestBrowser, TestBrowser];
}> {
  const [patient, doctor] = [await factory.patient(hospital), await factory.doctor(hospital)];
  const visit = await admittedVisit(hospital, patient, doctor);
  const [atPatient, atDoctor] = [await joinCall(patient, visit), await joinCall(doctor, visit)];
  expect(atDoctor.nodeId).toBe(atPatient.nodeId);
  await expectMedia(atPatient.browser, atDoctor.browser);
  return { visit, patient, doctor, home: atPatient.nodeId, browsers: [atPatient.browser, atDoctor.browser] };
}

/** Lets the last heartbeat be three seconds ago: the node counts as alive for three more. */
const missHeartbeat = (id: string) =>
  test.database.admin.query('UPDATE media_node SET last_seen_at = $2 WHERE id = $1', [
    id,
    new Date(test.clock.now().getTime() - 3_000),
  ]);

/** Returns the commands of an operator for a node. */
async function operatorOf(nodeId: string) {
  const client = new TestClient(test.url);
  const { headers, code } = await signedInOperator(test);
  const input = { headers, params: { nodeId } };
  return {
    drain: ({ last = false } = {}) => client.ok(drainMediaNode, { ...input, body: { code: code(), last } }),
    release: () => client.ok(releaseMediaNode, input),
  };
}

const otherThan = (id: string) => (id === 'node-a' ? 'node-b' : 'node-a');

function nodeOf(id: string): NodeProcess {
  const node = nodes.get(id);
  if (!node) throw new Error(`${id} was not started`);
  return node;
}

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
});
beforeEach(async () => {
  await test.database.admin.query('DELETE FROM media_node');
  directory = await mkdtemp(join(tmpdir(), 'yunzhen-two-nodes-'));
});
afterEach(async () => {
  for (const each of opened.splice(0)) each.close();
  // Their pending events must reach the api before it stops.
  for (const node of nodes.values()) {
    if (node.child.exitCode === null && node.child.signalCode === null) await node.end('SIGKILL');
  }
  nodes.clear();
  await rm(directory, { recursive: true, force: true });
});
afterAll(() => test.close());

describe('with two media nodes', () => {
  it('each visit stays on one node, and the nodes share the visits', async () => {
    await startTwoNodes();
    const calls = [await startCall(), await startCall()];
    expect(calls.map(({ home }) => home).sort()).toEqual(['node-a', 'node-b']);
    for (const { visit, patient, doctor, home } of calls) {
      for (const person of [patient, doctor, patient]) expect((await ticketOf(person, visit)).nodeId).toBe(home);
    }
  });

  it('a call continues on the other node when its node is killed', async () => {
    await startTwoNodes();
    const { visit, patient, doctor, home } = await startCall();
    const bystander = await startCall();
    expect(bystander.home).toBe(otherThan(home));
    await nodeOf(home).end('SIGKILL');
    await expect.poll(async () => (await ticketOf(patient, visit)).nodeId).toBe(otherThan(home));
    const [atPatient, atDoctor] = [await joinCall(patient, visit), await joinCall(doctor, visit)];
    expect([atPatient.nodeId, atDoctor.nodeId]).toEqual([otherThan(home), otherThan(home)]);
    await expectMedia(atPatient.browser, atDoctor.browser);
    await expectMedia(...bystander.browsers);
  });

  it('a call moves to the other node when its node hangs, before it counts as dead', async () => {
    await startTwoNodes();
    const { visit, patient, doctor, home } = await startCall();
    // The node answers: the call stays.
    await missHeartbeat(home);
    expect((await ticketOf(patient, visit)).nodeId).toBe(home);
    nodeOf(home).child.kill('SIGSTOP');
    const nodesOfBoth = async () => {
      // Repeated, because a heartbeat that was on its way may be counted after this.
      await missHeartbeat(home);
      const answers = await Promise.all([ticketOf(patient, visit), ticketOf(doctor, visit)]);
      return answers.map(({ nodeId }) => nodeId);
    };
    await expect.poll(nodesOfBoth).toEqual([otherThan(home), otherThan(home)]);
    nodeOf(home).child.kill('SIGCONT');
    expect((await ticketOf(patient, visit)).nodeId).toBe(otherThan(home));
  });

  it('a call stays on its node when it hangs and there is no other one', async () => {
    await startNode('node-a');
    const { visit, patient, home } = await startCall();
    nodeOf(home).child.kill('SIGSTOP');
    await missHeartbeat(home);
    expect((await ticketOf(patient, visit)).nodeId).toBe(home);
    nodeOf(home).child.kill('SIGCONT');
  });

  it('a call moves to the other node when its node restarts at once', async () => {
    await startNode('node-a');
    const { visit, patient } = await startCall();
    const before = await ticketOf(patient, visit);
    await nodeOf('node-a').end('SIGKILL');
    await startNode('node-b');
    await startNode('node-a');
    const after = await ticketOf(patient, visit);
    expect(after.url).not.toBe(before.url);
    const client = await CallClient.connect(after.url);
    opened.push(client);
    expect(await client.join(after.ticket)).toMatchObject({ generation: 1 });
  });

  it('a draining node keeps its calls, gets no new ones, and is left by participants who request a new ticket', async () => {
    await startNode('node-a', { DRAIN_SECONDS: '600' });
    const running = await startCall();
    const queue = { patient: await factory.patient(hospital), doctor: await factory.doctor(hospital) };
    const waiting = await waitingVisit(hospital, queue.patient, queue.doctor);
    const client = await wait(queue.patient, waiting);
    await startNode('node-b');

    nodeOf('node-a').child.kill('SIGTERM');
    expect(await client.push('call-closed')).toEqual({ reason: 'node-draining', rejoin: true });
    await expect.poll(async () => (await rowOf('node-a'))?.draining).toBe(true);
    expect((await ticketOf(queue.patient, waiting)).nodeId).toBe('node-b');
    await expectMedia(...running.browsers);
    for (const { client: each } of running.browsers) expect(each.received('call-closed')).toEqual([]);

    // The patient’s page was reloaded: its ticket is for the other node, and the doctor receives the order to follow.
    const again = await joinCall(running.patient, running.visit);
    expect(again.nodeId).toBe('node-b');
    const [, doctorsBrowser] = running.browsers;
    expect(await doctorsBrowser.client.push('call-closed')).toEqual({ reason: 'node-draining', rejoin: true });
    const followed = await joinCall(running.doctor, running.visit);
    expect(followed.nodeId).toBe('node-b');
    await expectMedia(again.browser, followed.browser);
  });

  it('a node that an operator drains moves its calls while media flows, stays drained after a restart, and serves after its release', async () => {
    await startTwoNodes();
    const { visit, patient, doctor, home, browsers } = await startCall();
    const bystander = await startCall();
    expect(bystander.home).toBe(otherThan(home));
    const change = await operatorOf(home);
    await change.drain();
    for (const { client } of browsers)
      expect(await client.push('call-closed')).toEqual({ reason: 'node-draining', rejoin: true });
    // Until they have joined elsewhere, they see and hear each other here.
    await expectMedia(...browsers);
    const [atPatient, atDoctor] = await Promise.all([joinCall(patient, visit), joinCall(doctor, visit)]);
    expect([atPatient.nodeId, atDoctor.nodeId]).toEqual([otherThan(home), otherThan(home)]);
    await expectMedia(atPatient.browser, atDoctor.browser, ...bystander.browsers);
    for (const { client } of bystander.browsers) expect(client.received('call-closed')).toEqual([]);
    await expect.poll(async () => (await rowOf(home))?.rooms).toBe(0);

    await nodeOf(home).end('SIGKILL');
    await startNode(home);
    expect((await startCall()).home).toBe(otherThan(home));
    await change.release();
    await expect.poll(async () => (await rowOf(home))?.free_visits).toBeGreaterThan(0);
    await nodeOf(otherThan(home)).end('SIGKILL');
    await expect.poll(async () => (await ticketOf(patient, visit)).nodeId).toBe(home);
  });

  it('a drain that is cancelled leaves calls where they are', async () => {
    await startNode('node-a', { TIMEOUTS: 'calls.drainPace=600000' });
    const [asked, other] = [await startCall(), await startCall()];
    await startNode('node-b');
    const change = await operatorOf('node-a');
    await change.drain();
    await asked.browsers[0].client.push('call-closed');
    await change.release();
    await expect.poll(async () => (await rowOf('node-a'))?.free_visits).toBeGreaterThan(0);
    for (const { patient, visit } of [asked, other]) expect((await ticketOf(patient, visit)).nodeId).toBe('node-a');
    await expectMedia(...other.browsers);
    for (const { client } of other.browsers) expect(client.received('call-closed')).toEqual([]);
  });

  it('the last node keeps its calls when an operator drains it', async () => {
    await startNode('node-a');
    const { visit, patient, browsers } = await startCall();
    const change = await operatorOf('node-a');
    await change.drain({ last: true });
    await expect.poll(async () => (await rowOf('node-a'))?.free_visits).toBe(0);
    await expectMedia(...browsers);
    for (const { client } of browsers) expect(client.received('call-closed')).toEqual([]);
    // A reloaded page comes back to it.
    const again = await joinCall(patient, visit);
    expect(again.nodeId).toBe('node-a');
    await expectMedia(again.browser);
    await startNode('node-b');
    expect(await browsers[1].client.push('call-closed')).toEqual({ reason: 'node-draining', rejoin: true });
  });

  it('a full node gets no new visit and continues its own', async () => {
    await startNode('node-a', { MEDIA_MAX_VISITS: '1' });
    const first = await startCall();
    await startNode('node-b');
    await expect.poll(async () => (await rowOf('node-a'))?.rooms).toBe(1);
    for (let i = 0; i < 3; i++) {
      const [patient, doctor] = [await factory.patient(hospital), await factory.doctor(hospital)];
      const visit = await waitingVisit(hospital, patient, doctor);
      expect((await ticketOf(patient, visit)).nodeId).toBe('node-b');
    }
    expect((await ticketOf(first.patient, first.visit)).nodeId).toBe('node-a');
    await expectMedia(...first.browsers);
  });

  it('orders reach only the node of the visit', async () => {
    await startTwoNodes();
    const bystander = await startCall();
    const [patient, doctor] = [await factory.patient(hospital), await factory.doctor(hospital)];
    const visit = await waitingVisit(hospital, patient, doctor);
    const [atPatient, atDoctor] = [await wait(patient, visit), await wait(doctor, visit)];
    await doctor.client.ok(admitVisit, { params: { visitId: visit.id } });
    for (const client of [atPatient, atDoctor]) expect(await client.push('phase-changed')).toEqual({ phase: 'open' });
    await doctor.client.ok(holdCall, { params: { visitId: visit.id }, body: { held: true } });
    await atPatient.push('phase-changed', ({ phase }) => phase === 'held');
    await doctor.client.ok(referOffline, { params: { visitId: visit.id }, body: { reason: 'x' } });
    for (const client of [atPatient, atDoctor]) {
      expect(await client.push('call-closed')).toEqual({ reason: 'ended', rejoin: false });
    }
    await expectMedia(...bystander.browsers);
    for (const { client } of bystander.browsers) {
      expect([...client.received('phase-changed'), ...client.received('call-closed')]).toEqual([]);
    }
  });
});
