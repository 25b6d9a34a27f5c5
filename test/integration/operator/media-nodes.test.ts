import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NodeHeartbeat } from '../../../server/src/platform/nodes/node-api.contract.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { issueCallTicket, type CallTicket } from '../../../shared/src/calls/call.contract.ts';
import {
  drainMediaNode,
  listMediaNodes,
  listOperatorEvents,
  readInstallationHealth,
  releaseMediaNode,
} from '../../../shared/src/operator/operator.contract.ts';
import type { Visit } from '../../../shared/src/visits/visits.contract.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { signedInOperator } from '../../support/operators.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { admittedVisit, waitingVisit } from '../../support/visit-steps.ts';
import { beatOn, forgetNodes, NodeVoice } from '../calls/media-nodes.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let operator: Awaited<ReturnType<typeof signedInOperator>>;
let client: TestClient;
let nodes: [NodeVoice, NodeVoice];

beforeAll(async () => {
  // Refused tickets are part of the tests.
  test = await startTestApi({}, createLogger({ name: 'test', level: 'fatal' }));
  factory = new Factory(test);
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
  client = new TestClient(test.url);
  operator = await signedInOperator(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  await forgetNodes(test);
  nodes = [new NodeVoice(test, 'node-a'), new NodeVoice(test, 'node-b')];
  for (const node of nodes) await node.beat({ movesCalls: true });
});

/** Drains as an operator who has a fresh code: a code is valid once, and the next one comes after half a minute. */
async function drain(nodeId: string, how: { by?: typeof operator; code?: string; last?: boolean } = {}) {
  const by = how.by ?? (await signedInOperator(test));
  const body = { code: how.code ?? by.code(), last: how.last ?? false };
  await beatOn();
  return client.call(drainMediaNode, { headers: by.headers, params: { nodeId }, body });
}
const release = (nodeId: string, by = operator) =>
  client.call(releaseMediaNode, { headers: by.headers, params: { nodeId } });
const listed = async (nodeId: string) =>
  (await client.ok(listMediaNodes, { headers: operator.headers })).items.find(({ id }) => id === nodeId);

async function ticket(person: TestPerson, visit: Visit): Promise<CallTicket> {
  await beatOn();
  return person.client.ok(issueCallTicket, { params: { visitId: visit.id } });
}
async function refusal(person: TestPerson, visit: Visit): Promise<string> {
  await beatOn();
  return (await person.client.call(issueCallTicket, { params: { visitId: visit.id } })).problem.code;
}
/** Starts a visit whose call is on a node. */
async function placedVisit() {
  const patient = await factory.patient(hospital);
  const visit = await admittedVisit(hospital, patient, doctor);
  return { patient, visit, nodeId: (await ticket(patient, visit)).nodeId };
}
/** Returns a visit whose patient waits, without a place on a node yet. */
async function queuedVisit() {
  const patient = await factory.patient(hospital);
  return { patient, visit: await waitingVisit(hospital, patient, doctor) };
}
const otherThan = (id: string) => nodes.find((node) => node.id !== id) ?? expect.fail('two nodes');
const voiceOf = (id: string) => nodes.find((node) => node.id === id) ?? expect.fail('a node');

describe('a media node that an operator drains', () => {
  it('gets no new visit, reads so in each answer to a heartbeat, and gets visits again after its release', async () => {
    const drained = await drain('node-a');
    expect(drained.value).toMatchObject({ id: 'node-a', alive: true, draining: false, movesCalls: true });
    expect(drained.value.drainedSince).not.toBeNull();
    expect(await nodes[0].answer()).toMatchObject({ drain: true, elsewhere: true });
    expect(await nodes[1].answer()).toEqual({ orders: [], drain: false });
    for (let i = 0; i < 3; i++) expect((await placedVisit()).nodeId).toBe('node-b');

    expect((await release('node-a')).value.drainedSince).toBeNull();
    expect(await nodes[0].answer()).toEqual({ orders: [], drain: false });
    await nodes[1].beat({ freeVisits: 0 });
    expect((await placedVisit()).nodeId).toBe('node-a');
  });

  it('is left by the call of a participant who asks for a ticket, and the other one is asked to follow', async () => {
    const { patient, visit, nodeId } = await placedVisit();
    const home = voiceOf(nodeId);
    await drain(nodeId);
    // Until a participant moves, the order for the room is as before.
    expect(await home.orders({ visitIds: [visit.id] })).toMatchObject([{ visitId: visit.id, room: { phase: 'open' } }]);
    const tickets = await Promise.all([ticket(patient, visit), ticket(doctor, visit)]);
    expect(tickets.map((each) => each.nodeId)).toEqual([otherThan(nodeId).id, otherThan(nodeId).id]);
    expect(await home.orders({ visitIds: [visit.id] })).toEqual([
      { visitId: visit.id, room: null, moved: true, removed: [] },
    ]);
  });

  it('keeps its calls while every other node is full, and asks none of them to move', async () => {
    const { patient, visit, nodeId } = await placedVisit();
    const other = otherThan(nodeId);
    await other.beat({ freeVisits: 0 });
    await drain(nodeId);
    expect(await voiceOf(nodeId).answer()).toMatchObject({ drain: true, elsewhere: false });
    expect((await ticket(patient, visit)).nodeId).toBe(nodeId);
    await other.beat({ freeVisits: 1 });
    expect(await voiceOf(nodeId).answer()).toMatchObject({ drain: true, elsewhere: true });
    expect((await ticket(patient, visit)).nodeId).toBe(other.id);
  });

  it('is drained after its restart too, until it is released', async () => {
    await drain('node-a');
    const restarted = new NodeVoice(test, 'node-a');
    expect(await restarted.answer()).toMatchObject({ drain: true });
    expect((await placedVisit()).nodeId).toBe('node-b');
    await release('node-a');
    expect(await restarted.answer()).toMatchObject({ drain: false });
  });

  it('of the release before gets no visit either, and is listed as one that does not move its calls', async () => {
    await nodes[0].beat();
    await drain('node-a');
    expect(await listed('node-a')).toMatchObject({ movesCalls: false });
    expect((await placedVisit()).nodeId).toBe('node-b');
  });

  it.each<[string, Partial<NodeHeartbeat>]>([
    ['this release', { movesCalls: true }],
    ['the release before', {}],
  ])('of %s reserves no place for its calls, until it stops', async (_, release) => {
    const { patient, visit, nodeId } = await placedVisit();
    const [home, other] = [voiceOf(nodeId), otherThan(nodeId)];
    await other.beat({ movesCalls: true, freeVisits: 0 });
    const queued = await queuedVisit();
    expect((await ticket(queued.patient, queued.visit)).nodeId).toBe(home.id);
    const beat = { ...release, visitIds: [visit.id, queued.visit.id] };
    await home.beat(beat);
    await drain(nodeId);

    // One place for one call in progress: a new patient gets it all the same, and so does one who waits on the drained node.
    await other.beat({ movesCalls: true, freeVisits: 1 });
    const late = await queuedVisit();
    expect((await ticket(late.patient, late.visit)).nodeId).toBe(other.id);
    await other.beat({ movesCalls: true, freeVisits: 1, visitIds: [late.visit.id] });
    expect((await ticket(queued.patient, queued.visit)).nodeId).toBe(other.id);

    await home.beat({ ...beat, visitIds: [visit.id], draining: true });
    await other.beat({ movesCalls: true, freeVisits: 1, visitIds: [late.visit.id, queued.visit.id] });
    const later = await queuedVisit();
    expect(await refusal(later.patient, later.visit)).toBe('call.busy');
    expect((await ticket(patient, visit)).nodeId).toBe(other.id);
  });
});

describe('the last media node that accepts calls', () => {
  it('is drained only when the operator accepts it: its calls stay, and new ones are refused', async () => {
    const { patient, visit, nodeId } = await placedVisit();
    const other = otherThan(nodeId).id;
    await drain(other);
    const by = await signedInOperator(test);
    const code = by.code();
    const refused = await drain(nodeId, { by, code });
    expect([refused.status, refused.problem.code]).toEqual([409, 'resource.conflict']);
    expect(refused.problem.fields).toEqual([{ path: 'last', rule: 'last-node' }]);
    expect(await listed(nodeId)).toMatchObject({ drainedSince: null });
    // The code of the refused command is still valid.
    expect((await drain(nodeId, { by, code, last: true })).status).toBe(200);

    expect((await ticket(patient, visit)).nodeId).toBe(nodeId);
    const { patient: waiting, visit: late } = await queuedVisit();
    expect(await refusal(waiting, late)).toBe('call.no-media-node');
    const ready = (await (await fetch(`${test.url}/readyz`)).json()) as { calls: string };
    expect(ready.calls).toBe('unavailable');

    await release(other);
    expect((await ticket(waiting, late)).nodeId).toBe(other);
  });

  it('is known when two operators drain the last two at the same moment', async () => {
    const both = await Promise.all([drain('node-a'), drain('node-b')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('does not count while it accepts no calls anyway', async () => {
    test.clock.advance(6_001);
    expect((await drain('node-a')).status).toBe(200);
    expect(await listed('node-a')).toMatchObject({ alive: false });
  });
});

describe('draining', () => {
  it('takes a fresh code and is in the log with the node; a repeated command changes nothing', async () => {
    const by = await signedInOperator(test);
    expect((await drain('node-a', { by, code: '000000' })).problem.code).toBe('auth.second-factor-refused');
    expect(await listed('node-a')).toMatchObject({ drainedSince: null });
    const code = by.code();
    const first = await drain('node-a', { by, code });
    expect((await drain('node-a', { by, code })).problem.code).toBe('auth.second-factor-refused');
    test.clock.advance(1_000);
    expect((await drain('node-a')).value.drainedSince).toBe(first.value.drainedSince);
    for (const _ of [1, 2]) expect((await release('node-a', by)).status).toBe(200);
    const { items } = await client.ok(listOperatorEvents, { headers: operator.headers, query: { q: by.email } });
    const ofNodes = items.filter(({ action }) => action.startsWith('node.'));
    expect(ofNodes.map(({ action, outcome, node }) => [action, outcome, node])).toEqual([
      ['node.released', 'done', 'node-a'],
      ['node.drained', 'denied', null],
      ['node.drained', 'done', 'node-a'],
      ['node.drained', 'denied', null],
    ]);
    const named = await client.ok(listOperatorEvents, { headers: operator.headers, query: { q: 'node-a' } });
    expect(named.items[0]).toMatchObject({ action: 'node.released', node: 'node-a' });
  });

  it('is for operators only', async () => {
    const { client: doctorsClient } = doctor;
    const params = { nodeId: 'node-a' };
    const body = { code: operator.code(), last: false };
    expect((await doctorsClient.call(listMediaNodes)).problem.code).toBe('auth.required');
    expect((await doctorsClient.call(drainMediaNode, { params, body })).status).toBe(403);
    expect((await doctorsClient.call(releaseMediaNode, { params })).status).toBe(403);
    const origin = { origin: test.url };
    expect((await client.call(drainMediaNode, { headers: origin, params, body })).problem.code).toBe('auth.required');
    const elsewhere = { ...operator.headers, origin: 'https://elsewhere.test' };
    expect((await client.call(releaseMediaNode, { headers: elsewhere, params })).problem.code).toBe('auth.forbidden');
    expect(await listed('node-a')).toMatchObject({ drainedSince: null });
  });

  it('of an unknown node is not found', async () => {
    expect((await drain('node-x')).status).toBe(404);
    expect((await release('node-x')).status).toBe(404);
  });

  it('is shown with the health of the installation', async () => {
    await drain('node-a');
    const { nodes: shown } = await client.ok(readInstallationHealth, { headers: operator.headers });
    expect(shown?.map(({ id, drainedSince }) => [id, drainedSince !== null])).toEqual([
      ['node-a', true],
      ['node-b', false],
    ]);
  });
});
