import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { issueCallTicket } from '../../../shared/src/calls/call.contract.ts';
import { leaveVisit, referOffline } from '../../../shared/src/visits/visits.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { admittedVisit, plannedVisit, waitingVisit } from '../../support/visit-steps.ts';
import { beatOn, callEvent, forgetNodes, NodeVoice } from './media-nodes.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let node: NodeVoice;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
});
afterAll(() => test.close());
beforeEach(async () => {
  await forgetNodes(test);
  node = new NodeVoice(test, 'node-a');
});

const ticket = async (person: TestPerson, visitId: string) => {
  await beatOn();
  return person.client.ok(issueCallTicket, { params: { visitId } });
};
const calls = async () => ((await (await fetch(`${test.url}/readyz`)).json()) as { calls: string }).calls;

describe('a media node', () => {
  it('makes calls available while it sends heartbeats and accepts calls', async () => {
    expect(await calls()).toBe('unavailable');
    await node.beat();
    expect(await calls()).toBe('available');
    await node.beat({ draining: true });
    expect(await calls()).toBe('unavailable');
    await node.beat();
    test.clock.advance(6_001);
    expect(await calls()).toBe('unavailable');
  });

  it('receives which rooms to close: ended, moved or of an unknown visit', async () => {
    const people = [];
    for (let i = 0; i < 4; i++) people.push(await factory.patient(hospital));
    await node.beat();
    const visits = [];
    for (const person of people) {
      const visit = await admittedVisit(hospital, person, doctor);
      await ticket(person, visit.id);
      visits.push(visit.id);
    }
    const unknown = randomUUID();
    expect(await node.beat({ visitIds: visits })).toEqual([]);
    await doctor.client.ok(referOffline, { params: { visitId: visits[1] ?? '' }, body: { reason: 'x' } });
    const other = new NodeVoice(test, 'node-b');
    await other.beat();
    await node.beat({ draining: true, visitIds: visits });
    await ticket(people[2] as TestPerson, visits[2] ?? '');
    const close = await node.beat({ visitIds: [...visits, unknown] });
    expect(close.sort()).toEqual([visits[1], visits[2], unknown].sort());
    expect(await other.beat({ visitIds: [visits[2] ?? ''] })).toEqual([]);
  });

  it('keeps the rooms of waiting patients until they leave', async () => {
    const patient = await factory.patient(hospital);
    await node.beat();
    const visit = await waitingVisit(hospital, patient, doctor);
    await ticket(patient, visit.id);
    expect(await node.beat({ visitIds: [visit.id] })).toEqual([]);
    await patient.client.ok(leaveVisit, { params: { visitId: visit.id } });
    expect(await node.beat({ visitIds: [visit.id] })).toEqual([visit.id]);
  });

  it('serves several hospitals, and each room is looked up in its own', async () => {
    const second = await factory.hospital();
    const pairs = [];
    await node.beat();
    for (const place of [hospital, second]) {
      const person = await factory.patient(place);
      const visit = await admittedVisit(place, person, await factory.doctor(place));
      await ticket(person, visit.id);
      pairs.push({ person, visit });
    }
    const visitIds = pairs.map(({ visit }) => visit.id);
    for (let i = 0; i < 3; i++) expect(await node.beat({ visitIds })).toEqual([]);
    const fresh = await plannedVisit(second, await factory.patient(second), await factory.doctor(second));
    expect(await node.beat({ visitIds: [...visitIds, fresh.id] })).toEqual([fresh.id]);
  });

  it('of a newer release is accepted, without the members that the api does not know', async () => {
    const patient = await factory.patient(hospital);
    const visit = await admittedVisit(hospital, patient, doctor);
    const newer = { ofANewerRelease: { level: 1 } };
    expect(await node.orders({ visitIds: [visit.id], ...newer })).toMatchObject([{ visitId: visit.id }]);
    await ticket(patient, visit.id);
    const event = { ...callEvent({ hospitalId: hospital.id, id: visit.id }, 'room-opened'), ...newer };
    expect(await node.tell(event)).toBe(1);
  });

  it('is rejected without the nodes’ credential', async () => {
    const body = {
      url: 'http://evil.test',
      controlUrl: 'http://evil.test',
      incarnation: randomUUID(),
      routerRtpCapabilities: {},
      workers: 1,
      rooms: 0,
      participants: 0,
      load: 0,
      freeVisits: 9,
      draining: false,
      visitIds: [],
    };
    const someone = await factory.doctor(hospital);
    for (const headers of [{}, { authorization: 'Bearer ' }, { authorization: `Bearer ${someone.accessToken}` }]) {
      const answer = await fetch(`${test.url}/internal/media-nodes/node-evil`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'auth.required']);
    }
    const { rows } = await test.database.admin.query('SELECT id FROM media_node');
    expect(rows).toEqual([]);
  });

  it.each([
    ['an invalid node id', 'NODE_1', {}, 'nodeId'],
    ['a load out of range', 'node-1', { load: 1.5 }, 'load'],
    ['invalid visit ids', 'node-1', { visitIds: ['x'] }, 'visitIds.0'],
  ])('with %s is rejected', async (_, nodeId, change, path) => {
    const answer = await node.client.raw('PUT', `/internal/media-nodes/${nodeId}`, {
      body: {
        url: 'http://n.test',
        controlUrl: 'http://n.test',
        incarnation: randomUUID(),
        routerRtpCapabilities: {},
        workers: 1,
        rooms: 0,
        participants: 0,
        load: 0,
        freeVisits: 9,
        draining: false,
        visitIds: [],
        ...change,
      },
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'validation.failed', fields: [{ path }] });
  });
});
