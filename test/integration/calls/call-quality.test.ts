import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendCallEvents } from '../../../server/src/platform/nodes/node-api.contract.ts';
import { referOffline, type Visit } from '../../../shared/src/visits/visits.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { eventsOf, trailOf } from '../../support/trail.ts';
import { admittedVisit } from '../../support/visit-steps.ts';
import { callEvent, NodeVoice, placeOn, qualitySample } from './media-nodes.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let node: NodeVoice;
let visit: Visit;
let call: { hospitalId: string; id: string };

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
  node = new NodeVoice(test, 'node-a');
  await node.beat();
});
afterAll(() => test.close());
beforeEach(async () => {
  patient = await factory.patient(hospital);
  visit = await admittedVisit(hospital, patient, doctor);
  call = { hospitalId: hospital.id, id: visit.id };
  await placeOn(test, call, 'node-a');
});

const asPatient = () => ({ participantId: patient.accountId, role: 'patient' as const });
const asDoctor = () => ({ participantId: doctor.accountId, role: 'doctor' as const });
const end = () => doctor.client.ok(referOffline, { params: { visitId: visit.id }, body: { reason: 'x' } });
const measured = async () =>
  (await eventsOf(test, visit.id)).filter((event) => event.type === 'call.measured').map((event) => event.facts);
const recovery = (soundAfterMs: number) => ({
  cause: 'ice' as const,
  rungs: ['ice-restart' as const],
  noticedAfterMs: 900,
  soundAfterMs,
  pictureAfterMs: soundAfterMs + 300,
});

describe('the measured quality of a call', () => {
  it('is stored as measured, once, with its session', async () => {
    const report = callEvent(call, 'quality', {
      ...asPatient(),
      at: '2026-11-24T10:00:15.000Z',
      samples: [
        qualitySample({ agoMs: 5000, grade: 'poor', cause: 'other-network', mos: null, carried: 'audio-only' }),
        qualitySample({ rttMs: null, frozenMs: 1200, lossReceived: 1000 }),
      ],
    });
    await node.tell(callEvent(call, 'room-opened'), report);
    await node.tell(report);
    const { rows } = await test.database.admin.query(
      `SELECT q.participant_id, q.at, span_ms, frozen_ms, kbps_received, kbps_sent, rtt_ms, jitter_ms, mos, loss_received,
         loss_sent, concealed, grade, cause, carried
       FROM call_quality_sample q JOIN call_session s ON s.id = q.session_id WHERE s.visit_id = $1 ORDER BY q.at`,
      [visit.id],
    );
    const usual = {
      participant_id: patient.accountId,
      span_ms: 5000,
      kbps_received: 1400,
      kbps_sent: 1300,
      jitter_ms: 3,
      loss_sent: 1,
      concealed: 0,
    };
    expect(rows).toEqual([
      {
        ...usual,
        at: new Date('2026-11-24T10:00:10Z'),
        frozen_ms: 0,
        rtt_ms: 40,
        mos: null,
        loss_received: 2,
        grade: 2,
        cause: 2,
        carried: 1,
      },
      {
        ...usual,
        at: new Date('2026-11-24T10:00:15Z'),
        frozen_ms: 1200,
        rtt_ms: null,
        mos: 430,
        loss_received: 1000,
        grade: 0,
        cause: 0,
        carried: 0,
      },
    ]);
  });

  it('is summarised when the visit ends', async () => {
    await node.tell(
      callEvent(call, 'room-opened'),
      callEvent(call, 'first-picture', { ...asPatient(), firstPicture: { afterMs: 300, prepared: true } }),
      callEvent(call, 'first-picture', { ...asDoctor(), firstPicture: { afterMs: 500, prepared: true } }),
      callEvent(call, 'recovered', { ...asPatient(), recovery: recovery(1000) }),
      callEvent(call, 'recovered', { ...asDoctor(), recovery: recovery(3000) }),
      callEvent(call, 'quality', {
        ...asPatient(),
        samples: [qualitySample({ mos: 200, carried: 'audio-only' }), qualitySample({ mos: 300 })],
      }),
      callEvent(call, 'quality', { ...asDoctor(), samples: [qualitySample({ mos: 430 })] }),
    );
    await end();
    expect(await measured()).toEqual([
      {
        measuredSeconds: 15,
        audioOnlySeconds: 5,
        mosMedian: 300,
        mosMean: 310,
        drops: 2,
        recoveryMedianMs: 2000,
        firstPictureMs: 400,
      },
    ]);
  });

  it('counts a lost connection as a drop unless the participant returned', async () => {
    const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 10, 0, second)).toISOString();
    await node.tell(
      callEvent(call, 'room-opened', { at: at(0) }),
      callEvent(call, 'participant-left', { ...asPatient(), reason: 'disconnected', at: at(5) }),
      callEvent(call, 'participant-joined', { ...asPatient(), at: at(9) }),
      callEvent(call, 'participant-left', { ...asPatient(), reason: 'disconnected', at: at(20) }),
      callEvent(call, 'participant-left', { ...asDoctor(), reason: 'left', at: at(21) }),
    );
    await end();
    expect(await measured()).toMatchObject([{ drops: 1, mosMedian: null, firstPictureMs: null, measuredSeconds: 0 }]);
  });

  it('is absent for a visit without a call', async () => {
    await end();
    expect(await measured()).toEqual([]);
  });

  it('that arrives after the end is stored; a sample before any call is dropped', async () => {
    const late = () => callEvent(call, 'quality', { ...asPatient(), samples: [qualitySample()] });
    expect(await node.tell(late())).toBe(1);
    await node.tell(callEvent(call, 'room-opened'));
    await end();
    expect(await node.tell(late())).toBe(1);
    const { rows } = await test.database.admin.query(
      `SELECT count(*)::int AS samples FROM call_quality_sample WHERE participant_id = $1`,
      [patient.accountId],
    );
    expect(rows).toEqual([{ samples: 1 }]);
  });

  it('is rejected out of range', async () => {
    const body = { events: [callEvent(call, 'quality', { ...asPatient(), samples: [qualitySample({ mos: 9000 })] })] };
    const answer = await node.client.call(sendCallEvents, { params: { nodeId: node.id }, body });
    expect(answer.problem.code).toBe('validation.failed');
  });
});

describe('a participant who resumed the call', () => {
  it('is audited', async () => {
    await node.tell(callEvent(call, 'participant-resumed', asPatient()));
    expect((await trailOf(test, visit.id)).at(-1)).toMatchObject({
      action: 'call.participant-resumed',
      patient_id: patient.patientId,
      details: { participantId: patient.accountId, role: 'patient' },
    });
  });
});
