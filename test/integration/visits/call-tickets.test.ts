import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { issueCallTicket } from '../../../shared/src/contract/call.ts';
import { readVisit, referOffline } from '../../../shared/src/contract/visits.ts';
import { CallTicketVerifier } from '../../../server/src/platform/tickets/call-ticket.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { admittedVisit, plannedVisit, waitingVisit } from '../../support/visit-steps.ts';
import { NodeVoice } from './media-nodes.ts';

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
  await test.database.admin.query('DELETE FROM media_node');
  node = new NodeVoice(test, 'node-a');
  await node.beat();
});

const ticketOf = (person: TestPerson, visit: { id: string }) =>
  person.client.call(issueCallTicket, { params: { visitId: visit.id } });
const issued = async (person: TestPerson, visit: { id: string }) => {
  const answer = await ticketOf(person, visit);
  expect(answer.status).toBe(201);
  return answer.value;
};

describe('a call ticket', () => {
  it('names one participant, one visit and one node, and is good there for two minutes', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    const ticket = await issued(doctor, visit);
    expect(ticket).toMatchObject({
      nodeId: 'node-a',
      url: 'http://node-a.test:8081',
      participantId: doctor.accountId,
      role: 'doctor',
      routerRtpCapabilities: { codecs: [{ mimeType: 'audio/opus', clockRate: 48_000 }] },
    });
    const now = test.clock.now();
    const claims = new CallTicketVerifier(test.ticketPublicKey, 'node-a').verify(ticket.ticket, now);
    expect(claims).toMatchObject({
      sub: doctor.accountId,
      hospitalId: hospital.id,
      visitId: visit.id,
      role: 'doctor',
      publish: ['camera', 'microphone', 'screen'],
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

  it('is another one each time', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    const [first, second] = [await issued(patient, visit), await issued(patient, visit)];
    expect(first.ticket).not.toBe(second.ticket);
  });

  it('is the patient’s from check-in on and the doctor’s from admission on', async () => {
    const planned = await plannedVisit(hospital, patient, doctor);
    expect((await ticketOf(patient, planned)).problem.code).toBe('visit.not-in-progress');
    const other = await factory.patient(hospital);
    const waiting = await waitingVisit(hospital, other, doctor);
    expect(await issued(other, waiting)).toMatchObject({ role: 'patient', participantId: other.accountId });
    expect((await ticketOf(doctor, waiting)).problem.code).toBe('visit.not-in-progress');
  });

  it('is not had after the visit', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    await doctor.client.ok(referOffline, { params: { visitId: visit.id }, body: { reason: 'x' } });
    for (const person of [patient, doctor]) {
      const answer = await ticketOf(person, visit);
      expect([answer.status, answer.problem.code]).toEqual([410, 'call.ended']);
    }
  });

  it('is not had for a stranger’s visit, and the try is on the record', async () => {
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

describe('the node of a visit', () => {
  it('is the least loaded, and the same for both sides, even when they ask at once', async () => {
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

  it('changes when the node is silent for six seconds', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    expect((await issued(patient, visit)).nodeId).toBe('node-a');
    test.clock.advance(6_001);
    const other = new NodeVoice(test, 'node-b');
    await other.beat({ load: 0.9 });
    expect((await issued(patient, visit)).nodeId).toBe('node-b');
    await node.beat();
    expect((await issued(doctor, visit)).nodeId).toBe('node-b');
  });

  it('changes when the node drains', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    await issued(patient, visit);
    await new NodeVoice(test, 'node-b').beat({ load: 0.9 });
    await node.beat({ draining: true });
    expect((await issued(patient, visit)).nodeId).toBe('node-b');
  });

  it('is chosen anew when the node has started again, for its rooms are gone', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    await issued(patient, visit);
    await new NodeVoice(test, 'node-b').beat({ load: 0.05 });
    expect((await issued(patient, visit)).nodeId).toBe('node-a');
    node.incarnation = randomUUID();
    await node.beat({ load: 0.1 });
    expect((await issued(patient, visit)).nodeId).toBe('node-b');
    expect((await issued(doctor, visit)).nodeId).toBe('node-b');
  });

  it('there is none while no node takes calls: a coded refusal, and the visit goes on', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    await node.beat({ draining: true });
    const answer = await ticketOf(patient, visit);
    expect([answer.status, answer.problem.code]).toEqual([503, 'call.no-media-node']);
    expect((await patient.client.ok(readVisit, { params: { visitId: visit.id } })).status).toBe('in-progress');
  });
});
