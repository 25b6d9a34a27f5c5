import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { issueCallTicket, issueNetworkCheckTicket } from '../../../shared/src/calls/call.contract.ts';
import { admitVisit, readVisit, referOffline } from '../../../shared/src/visits/visits.contract.ts';
import { CallTicketVerifier } from '../../../server/src/platform/tickets/call-ticket.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { admittedVisit, plannedVisit, waitingVisit } from '../../support/visit-steps.ts';
import { beatOn, callEvent, forgetNodes, NodeVoice } from './media-nodes.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let node: NodeVoice;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
});
afterAll(() => test.close());
beforeEach(async () => {
  patient = await factory.patient(hospital);
  await forgetNodes(test);
  node = new NodeVoice(test, 'node-a');
  await node.beat();
});

const ticketNow = (person: TestPerson, visit: { id: string }) =>
  person.client.call(issueCallTicket, { params: { visitId: visit.id } });
const ticketOf = async (person: TestPerson, visit: { id: string }) => {
  await beatOn();
  return ticketNow(person, visit);
};
const issued = async (person: TestPerson, visit: { id: string }) => {
  const answer = await ticketOf(person, visit);
  expect(answer.status).toBe(201);
  return answer.value;
};

const claimsOf = (ticket: string, nodeId = 'node-a') =>
  new CallTicketVerifier(test.ticketPublicKey, nodeId).verify(ticket, test.clock.now());
const set = (settings: object) =>
  test.database.admin.query('UPDATE hospital SET settings = $2 WHERE id = $1', [hospital.id, settings]);

describe('a call ticket', () => {
  it('names one participant, one visit and one node, and is valid there for two minutes', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    const ticket = await issued(doctor, visit);
    expect(ticket).toMatchObject({
      nodeId: 'node-a',
      url: 'http://node-a.test:8081',
      participantId: doctor.accountId,
      role: 'doctor',
      routerRtpCapabilities: { codecs: [{ mimeType: 'audio/opus', clockRate: 48_000 }] },
      phase: 'open',
      iceServers: [],
      phone: null,
      endToEndEncrypted: false,
    });
    const now = test.clock.now();
    const claims = new CallTicketVerifier(test.ticketPublicKey, 'node-a').verify(ticket.ticket, now);
    expect(claims).toMatchObject({
      sub: doctor.accountId,
      hospitalId: hospital.id,
      visitId: visit.id,
      role: 'doctor',
      publish: ['camera', 'microphone', 'screen'],
      purpose: 'call',
      incarnation: node.incarnation,
      room: { revision: 2, phase: 'open' },
    });
    expect(claims.exp - claims.iat).toBe(120);
    const elsewhere = new CallTicketVerifier(test.ticketPublicKey, 'node-b');
    expect(() => elsewhere.verify(ticket.ticket, now)).toThrow(
      expect.objectContaining({ code: 'call.ticket-wrong-node' }),
    );
    const later = new Date(now.getTime() + 121_000);
    expect(() => new CallTicketVerifier(test.ticketPublicKey, 'node-a').verify(ticket.ticket, later)).toThrow(
      expect.objectContaining({ code: 'call.ticket-expired' }),
    );
    expect((await trailOf(test, visit.id)).at(-1)).toMatchObject({
      action: 'call.ticket-issued',
      patient_id: patient.patientId,
      details: { role: 'doctor', nodeId: 'node-a' },
    });
  });

  it('is different each time', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    const [first, second] = [await issued(patient, visit), await issued(patient, visit)];
    expect(first.ticket).not.toBe(second.ticket);
  });

  it('is issued to both sides from check-in on', async () => {
    const planned = await plannedVisit(hospital, patient, doctor);
    expect((await ticketOf(patient, planned)).problem.code).toBe('visit.not-in-progress');
    const other = await factory.patient(hospital);
    const waiting = await waitingVisit(hospital, other, doctor);
    expect(await issued(other, waiting)).toMatchObject({ role: 'patient', participantId: other.accountId });
    // The doctor connects before the patient is admitted; the phase of the room separates them until then.
    const ahead = await issued(doctor, waiting);
    expect(ahead).toMatchObject({ role: 'doctor', phase: 'waiting', nodeId: 'node-a' });
    expect(claimsOf(ahead.ticket).room).toEqual({ revision: 1, phase: 'waiting' });
    await doctor.client.ok(admitVisit, { params: { visitId: waiting.id } });
    expect(claimsOf((await issued(other, waiting)).ticket).room).toEqual({ revision: 2, phase: 'open' });
  });

  it('is not issued after the visit', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    await doctor.client.ok(referOffline, { params: { visitId: visit.id }, body: { reason: 'x' } });
    for (const person of [patient, doctor]) {
      const answer = await ticketOf(person, visit);
      expect([answer.status, answer.problem.code]).toEqual([410, 'call.ended']);
    }
  });

  it('is not issued for another person’s visit, and the attempt is audited', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    const elsewhere = await factory.hospital();
    const strangers = [
      await factory.patient(hospital),
      await factory.doctor(hospital),
      await factory.doctor(elsewhere),
      await factory.patient(elsewhere),
    ];
    for (const stranger of strangers) {
      const answer = await ticketOf(stranger, visit);
      expect([answer.status, answer.problem.code]).toEqual([404, 'resource.not-found']);
    }
    const denied = (await trailOf(test, visit.id)).filter((entry) => entry.action === 'access.denied');
    expect(denied.map((entry) => [entry.entity, entry.actor_account_id])).toEqual(
      strangers.map((stranger) => ['issueCallTicket', stranger.accountId]),
    );
    expect((await ticketOf(await factory.pharmacist(hospital), visit)).problem.code).toBe('auth.forbidden');
    const { rows } = await test.database.admin.query('SELECT media_node_id FROM visit WHERE id = $1', [visit.id]);
    expect(rows).toEqual([{ media_node_id: null }]);
  });
});

describe('the hospital’s call settings in a ticket', () => {
  it('are the phone number, and whether the node may read the media', async () => {
    await set({ phone: '0573-0000 0120', endToEndEncryptedCalls: true });
    // Settings are cached for a minute.
    test.clock.advance(61_000);
    await node.beat();
    const visit = await admittedVisit(hospital, patient, doctor);
    expect(await issued(patient, visit)).toMatchObject({ phone: '0573-0000 0120', endToEndEncrypted: true });
    await set({ phone: 7, endToEndEncryptedCalls: 'yes' });
    test.clock.advance(61_000);
    await node.beat();
    expect(await issued(patient, visit)).toMatchObject({ phone: null, endToEndEncrypted: false });
  });
});

describe('a ticket for a network check', () => {
  it('opens a private room on the least loaded node and is audited', async () => {
    await new NodeVoice(test, 'node-b').beat({ load: 0.9 });
    for (const [person, role] of [
      [patient, 'patient'],
      [doctor, 'doctor'],
    ] as const) {
      const first = await person.client.ok(issueNetworkCheckTicket);
      const second = await person.client.ok(issueNetworkCheckTicket);
      expect(first).toMatchObject({ nodeId: 'node-a', participantId: person.accountId, role, phase: 'open' });
      const claims = claimsOf(first.ticket);
      expect(claims).toMatchObject({
        purpose: 'network-check',
        publish: ['camera', 'microphone'],
        room: { revision: 0, phase: 'open' },
      });
      expect(claims.visitId).not.toBe(claimsOf(second.ticket).visitId);
      const trail = (await trailOf(test, person.accountId)).filter((entry) => entry.action === 'call.network-check');
      expect(trail).toHaveLength(2);
      expect(trail[0]).toMatchObject({ patient_id: person.patientId, details: { nodeId: 'node-a' } });
    }
  });

  it('is not issued when the nodes have no capacity for visits', async () => {
    await node.beat({ freeVisits: 0 });
    const answer = await patient.client.call(issueNetworkCheckTicket);
    expect([answer.status, answer.problem.code]).toEqual([503, 'call.busy']);
    await node.beat({ draining: true });
    expect((await patient.client.call(issueNetworkCheckTicket)).problem.code).toBe('call.no-media-node');
  });
});

describe('media nodes without capacity', () => {
  it('reject a new visit with a retry time and keep the running visits', async () => {
    const running = await admittedVisit(hospital, patient, doctor);
    await issued(patient, running);
    await node.beat({ freeVisits: 0, visitIds: [running.id] });
    const other = await factory.patient(hospital);
    // Checking in is still possible.
    const waiting = await waitingVisit(hospital, other, doctor);
    const refused = await ticketOf(other, waiting);
    expect([refused.status, refused.problem.code]).toEqual([503, 'call.busy']);
    const { retryAfterSeconds } = refused.problem.facts ?? {};
    expect(retryAfterSeconds).toBeGreaterThanOrEqual(5);
    expect(refused.headers.get('retry-after')).toBe(String(retryAfterSeconds));
    expect((await issued(doctor, running)).nodeId).toBe('node-a');
    await node.beat({ freeVisits: 1, visitIds: [running.id] });
    expect((await issued(other, waiting)).nodeId).toBe('node-a');
  });

  it('are not overbooked by a burst between two heartbeats', async () => {
    const visits = [];
    for (let i = 0; i < 8; i++) {
      const person = await factory.patient(hospital);
      visits.push({ person, visit: await waitingVisit(hospital, person, doctor) });
    }
    await node.beat({ freeVisits: 3, load: 0.7 });
    await new NodeVoice(test, 'node-b').beat({ freeVisits: 2, load: 0.8 });
    const answers = await Promise.all(visits.map(({ person, visit }) => ticketOf(person, visit)));
    const nodes = answers.filter((answer) => answer.status === 201).map((answer) => answer.value.nodeId);
    expect(nodes.sort()).toEqual(['node-a', 'node-a', 'node-a', 'node-b', 'node-b']);
    expect(answers.filter((answer) => answer.problem.code === 'call.busy')).toHaveLength(3);

    // The node has no room of these visits yet, so its heartbeat with three free places must not release theirs.
    await node.beat({ freeVisits: 3, load: 0.7 });
    const late = visits.filter((_, i) => answers[i]?.status !== 201);
    const first = late[0] ?? visits[0];
    if (!first) throw new Error('no ticket was rejected');
    expect((await ticketOf(first.person, first.visit)).problem.code).toBe('call.busy');
    // An unused ticket reserves its place until it expires.
    test.clock.advance(121_000);
    await node.beat({ freeVisits: 3, load: 0.7 });
    expect((await issued(first.person, first.visit)).nodeId).toBe('node-a');
  });

  it('share a burst among nodes with capacity', async () => {
    await node.beat({ load: 0.1, freeVisits: 9 });
    await new NodeVoice(test, 'node-b').beat({ load: 0.15, freeVisits: 9 });
    const nodes = [];
    for (let i = 0; i < 6; i++) {
      const person = await factory.patient(hospital);
      nodes.push((await issued(person, await waitingVisit(hospital, person, doctor))).nodeId);
    }
    expect(nodes.filter((id) => id === 'node-a')).toHaveLength(3);
  });
});

describe('visits of a node that crashed', () => {
  it('move to nodes with capacity, visits in progress before waiting ones', async () => {
    const inProgress = await admittedVisit(hospital, patient, doctor);
    await issued(patient, inProgress);
    const other = await factory.patient(hospital);
    const waiting = await waitingVisit(hospital, other, doctor);
    await issued(other, waiting);
    const visitIds = [inProgress.id, waiting.id];
    for (let i = 0; i < 2; i++) await node.beat({ visitIds });
    test.clock.advance(7_000);
    const left = new NodeVoice(test, 'node-b');
    await left.beat({ freeVisits: 1 });
    expect((await ticketOf(other, waiting)).problem.code).toBe('call.busy');
    expect((await issued(patient, inProgress)).nodeId).toBe('node-b');
    expect((await ticketOf(other, waiting)).problem.code).toBe('call.busy');
    await left.beat({ freeVisits: 1, visitIds: [inProgress.id] });
    expect((await issued(other, waiting)).nodeId).toBe('node-b');
  });

  it('do not reserve places for ever for people who do not return', async () => {
    const inProgress = await admittedVisit(hospital, patient, doctor);
    await issued(patient, inProgress);
    for (let i = 0; i < 2; i++) await node.beat({ visitIds: [inProgress.id] });
    test.clock.advance(61_000);
    await new NodeVoice(test, 'node-b').beat({ freeVisits: 1 });
    const other = await factory.patient(hospital);
    expect((await issued(other, await waitingVisit(hospital, other, doctor))).nodeId).toBe('node-b');
  });
});

describe('the node of a visit', () => {
  it('is the least loaded one and the same for both sides, also for simultaneous requests', async () => {
    const busy = new NodeVoice(test, 'node-busy');
    await busy.beat({ load: 0.9 });
    await node.beat({ load: 0.5 });
    const idle = new NodeVoice(test, 'node-idle');
    await idle.beat({ load: 0.01 });
    const visit = await admittedVisit(hospital, patient, doctor);
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => issued(i % 2 ? patient : doctor, visit)));
    expect(new Set(answers.map((answer) => answer.nodeId))).toEqual(new Set(['node-idle']));
    await idle.beat({ load: 0.99 });
    expect((await issued(patient, visit)).nodeId).toBe('node-idle');
  });

  it('changes when the node sends no heartbeat for six seconds', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    expect((await issued(patient, visit)).nodeId).toBe('node-a');
    test.clock.advance(6_001);
    const other = new NodeVoice(test, 'node-b');
    await other.beat({ load: 0.9 });
    expect((await issued(patient, visit)).nodeId).toBe('node-b');
    await node.beat();
    expect((await issued(doctor, visit)).nodeId).toBe('node-b');
  });

  it('changes when the node sends no heartbeat for a second and does not answer, unless it reports while it is asked', async () => {
    const seen = (secondsAgo: number) =>
      test.database.admin.query(`UPDATE media_node SET last_seen_at = $1 WHERE id = 'node-a'`, [
        new Date(test.clock.now().getTime() - secondsAgo * 1000),
      ]);
    let reports = true;
    // Refuses to answer the question whether the node lives.
    const asked = createServer((_request, response) => {
      void (reports ? seen(0) : Promise.resolve()).then(() => response.writeHead(503).end());
    });
    asked.listen(0, '127.0.0.1');
    await once(asked, 'listening');
    try {
      const visit = await admittedVisit(hospital, patient, doctor);
      await node.beat({ controlUrl: `http://127.0.0.1:${(asked.address() as AddressInfo).port}` });
      expect((await issued(patient, visit)).nodeId).toBe('node-a');
      for (const [reported, nodeId] of [
        [true, 'node-a'],
        [false, 'node-b'],
      ] as const) {
        reports = reported;
        await new NodeVoice(test, 'node-b').beat({ load: 0.05 });
        await seen(1.1);
        expect((await ticketNow(patient, visit)).value.nodeId).toBe(nodeId);
      }
    } finally {
      asked.close();
    }
  });

  it('changes when the node drains', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    await issued(patient, visit);
    await new NodeVoice(test, 'node-b').beat({ load: 0.9 });
    await node.beat({ draining: true });
    expect((await issued(patient, visit)).nodeId).toBe('node-b');
  });

  it('that the visit leaves may still report, also when an api of the release before placed the visit on it', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    await issued(patient, visit);
    // That release stores no placements.
    await test.database.admin.query('DELETE FROM call_placement WHERE visit_id = $1', [visit.id]);
    await new NodeVoice(test, 'node-b').beat({ load: 0.9 });
    await node.beat({ draining: true });
    expect((await issued(patient, visit)).nodeId).toBe('node-b');
    expect(await node.tell(callEvent({ hospitalId: hospital.id, id: visit.id }, 'room-closed'))).toBe(1);
  });

  it('is chosen again after the node restarted, because its rooms are gone', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    await issued(patient, visit);
    await new NodeVoice(test, 'node-b').beat({ load: 0.05 });
    expect((await issued(patient, visit)).nodeId).toBe('node-a');
    node.incarnation = randomUUID();
    await node.beat({ load: 0.1 });
    expect((await issued(patient, visit)).nodeId).toBe('node-b');
    expect((await issued(doctor, visit)).nodeId).toBe('node-b');
  });

  it('does not exist while no node accepts calls: the ticket is rejected with a code and the visit continues', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    await node.beat({ draining: true });
    const answer = await ticketOf(patient, visit);
    expect([answer.status, answer.problem.code]).toEqual([503, 'call.no-media-node']);
    expect((await patient.client.ok(readVisit, { params: { visitId: visit.id } })).status).toBe('in-progress');
  });
});
