import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { issueCallTicket } from '../../../shared/src/calls/call.contract.ts';
import { admitVisit, leaveVisit, referOffline, type Visit } from '../../../shared/src/visits/visits.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { waitingVisit } from '../../support/visit-steps.ts';
import { NodeEar, NodeVoice } from './media-nodes.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let ear: NodeEar;
let node: NodeVoice;
let visit: Visit;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
  ear = await NodeEar.open(test.settings.NODE_SECRET);
});
afterAll(async () => {
  await ear.close();
  await test.close();
});
beforeEach(async () => {
  await test.database.admin.query('DELETE FROM media_node');
  node = new NodeVoice(test, 'node-a');
  node.ear = ear;
  patient = await factory.patient(hospital);
  visit = await waitingVisit(hospital, patient, doctor);
  await node.beat();
  await patient.client.ok(issueCallTicket, { params: { visitId: visit.id } });
});

const mine = () => ear.heard.filter((order) => order.visitId === visit.id);
const admit = () => doctor.client.ok(admitVisit, { params: { visitId: visit.id } });
const end = () => doctor.client.ok(referOffline, { params: { visitId: visit.id }, body: { reason: 'x' } });
const beat = async () => (await node.orders({ visitIds: [visit.id] }))[0];

describe('a media node', () => {
  it('receives orders at once when the patient is admitted and when the visit ends', async () => {
    await admit();
    const opened = await ear.next((order) => order.visitId === visit.id);
    expect(opened).toEqual({ visitId: visit.id, room: { revision: 2, phase: 'open' }, removed: [] });
    await end();
    const closed = await ear.next((order) => order.visitId === visit.id && order.room === null);
    expect(closed).toEqual({ visitId: visit.id, room: null, removed: [] });
  });

  it('receives an order when a waiting patient leaves', async () => {
    await patient.client.ok(leaveVisit, { params: { visitId: visit.id } });
    expect(await ear.next((order) => order.visitId === visit.id)).toMatchObject({ room: null });
  });

  it('receives each order once, however often the command is repeated', async () => {
    await Promise.all([admit(), admit(), admit()]);
    await ear.next((order) => order.visitId === visit.id);
    expect(mine()).toHaveLength(1);
    expect(await beat()).toEqual(mine()[0]);
  });

  it('receives no order about a visit with its room on another node', async () => {
    const other = new NodeVoice(test, 'node-b');
    await other.beat();
    await admit();
    await ear.next((order) => order.visitId === visit.id);
    // Its heartbeat, however, is answered with the node to which its participants must move.
    expect(await other.orders({ visitIds: [visit.id] })).toEqual([
      { visitId: visit.id, room: null, moved: true, removed: [] },
    ]);
    await end();
    expect(await other.orders({ visitIds: [visit.id] })).toEqual([{ visitId: visit.id, room: null, removed: [] }]);
  });

  it('receives a lost order with its next heartbeat, and the command does not fail', async () => {
    node.ear = null;
    await node.beat();
    expect((await admit()).status).toBe('in-progress');
    expect(mine()).toEqual([]);
    expect(await beat()).toEqual({ visitId: visit.id, room: { revision: 2, phase: 'open' }, removed: [] });
  });

  it('receives which sessions of the participants have ended, again with each heartbeat', async () => {
    await admit();
    await ear.next((order) => order.visitId === visit.id);
    const again = await factory.unconfirmedSession(patient);
    const stranger = await factory.patient(hospital);
    for (const { sessionId } of [again, stranger])
      await test.database.admin.query('UPDATE session SET ended_at = $2 WHERE id = $1', [sessionId, test.clock.now()]);
    expect(await beat()).toEqual({
      visitId: visit.id,
      room: { revision: 2, phase: 'open' },
      removed: [],
      endedSessions: [again.sessionId],
    });
  });

  it('receives orders after its connections were cut', async () => {
    await admit();
    await ear.next((order) => order.visitId === visit.id);
    ear.hangUp();
    await end();
    expect(await ear.next((order) => order.visitId === visit.id && order.room === null)).toBeDefined();
  });

  it('that crashed or restarted does not block admission', async () => {
    test.clock.advance(60_000);
    expect((await admit()).status).toBe('in-progress');
    node.incarnation = randomUUID();
    await node.beat();
    const ticket = await patient.client.ok(issueCallTicket, { params: { visitId: visit.id } });
    expect(ticket).toMatchObject({ nodeId: 'node-a', phase: 'open' });
  });
});
