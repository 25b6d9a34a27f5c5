import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { referOffline, type Visit } from '../../../shared/src/visits/visits.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { runNightlyJob } from '../../support/run-job.ts';
import { inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
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
  await node.tell(callEvent(call, 'room-opened'));
});

const measures = [
  'span_ms',
  'frozen_ms',
  'kbps_received',
  'kbps_sent',
  'rtt_ms',
  'jitter_ms',
  'mos',
  'loss_received',
  'loss_sent',
  'concealed',
  'grade',
  'cause',
  'carried',
].join(', ');
const raw = `SELECT q.session_id, participant_id, at, ${measures}
  FROM call_quality_sample q JOIN call_session s ON s.id = q.session_id WHERE s.visit_id = $1 ORDER BY participant_id, at`;
const unpacked = `SELECT q.session_id, participant_id, began_at + e.after_ms * interval '1 millisecond' AS at, ${measures
  .split(', ')
  .map((name) => `e.${name}`)
  .join(', ')}
  FROM call_quality_series q JOIN call_session s ON s.id = q.session_id,
    LATERAL unnest(after_ms, ${measures
      .split(', ')
      .map((name) => `q.${name}`)
      .join(', ')}) AS e (after_ms, ${measures})
  WHERE s.visit_id = $1 ORDER BY participant_id, at`;

const rowsOf = async (sql: string) => (await test.database.admin.query(sql, [visit.id])).rows;
const eventTypes = async () =>
  (await rowsOf('SELECT type FROM call_event WHERE visit_id = $1 ORDER BY type')).map(({ type }) => type as string);
const report = ({ accountId }: TestPerson, role: 'patient' | 'doctor') =>
  callEvent(call, 'quality', {
    participantId: accountId,
    role,
    at: '2026-11-24T10:00:15.250Z',
    samples: [
      qualitySample({ agoMs: 5000, grade: 'poor', cause: 'other-network', mos: null, carried: 'audio-only' }),
      qualitySample({ agoMs: 10_000, rttMs: null, frozenMs: 1200, lossReceived: 1000 }),
      qualitySample({ agoMs: 0, kbpsSent: role === 'doctor' ? 900 : 1100 }),
    ],
  });

/** Ends the visit, and moves its end and that of its calls so many hours back. */
async function endedBefore(hours: number): Promise<void> {
  await doctor.client.ok(referOffline, { params: { visitId: visit.id }, body: { reason: 'x' } });
  await test.database.admin.query(`UPDATE visit SET ended_at = ended_at - $2 * interval '1 hour' WHERE id = $1`, [
    visit.id,
    hours,
  ]);
  await closedBefore(hours);
}
const closedBefore = (hours: number) =>
  test.database.admin.query(`UPDATE call_session SET closed_at = now() - $2 * interval '1 hour' WHERE visit_id = $1`, [
    visit.id,
    hours,
  ]);
const pack = () => runNightlyJob(test, hospital.id, 'pack-call-quality');

describe('samples of call quality', () => {
  it('are one row for each participant a day after the visit, with every value; only the events that told of them go', async () => {
    const told = [report(patient, 'patient'), report(doctor, 'doctor')];
    await node.tell(...told);
    const before = await rowsOf(raw);
    expect(before).toHaveLength(6);
    await endedBefore(25);
    await pack();
    expect(await rowsOf(raw)).toEqual([]);
    expect(await rowsOf(unpacked)).toEqual(before);
    expect(
      await rowsOf(
        'SELECT 1 FROM call_quality_series q JOIN call_session s ON s.id = q.session_id WHERE s.visit_id = $1',
      ),
    ).toHaveLength(2);
    expect(await eventTypes()).toEqual(['room-opened']);
  });

  it('that arrive again afterwards are dropped', async () => {
    const told = report(patient, 'patient');
    await node.tell(told);
    await endedBefore(25);
    await pack();
    await node.tell(told, report(doctor, 'doctor'));
    await pack();
    expect(await rowsOf(raw)).toEqual([]);
    expect(await rowsOf(unpacked)).toHaveLength(3);
  });

  it('stay as they are for a day, and during the visit', async () => {
    await node.tell(report(patient, 'patient'));
    await closedBefore(25);
    await pack();
    expect(await rowsOf(raw)).toHaveLength(3);
    await endedBefore(23);
    await pack();
    expect(await rowsOf(raw)).toHaveLength(3);
    expect(await rowsOf(unpacked)).toEqual([]);
    expect(await eventTypes()).toEqual(['quality', 'room-opened']);
  });

  it('are packed only of the own hospital, never before their time, and not written by the api otherwise', async () => {
    await node.tell(report(patient, 'patient'));
    await endedBefore(25);
    const elsewhere = await factory.hospital();
    const packed = (id: string, asOf: string) =>
      inHospital(test, id, (tx) => tx.query(`SELECT sessions FROM pack_call_quality(${asOf}, 10)`));
    expect(await packed(elsewhere.id, 'now()')).toEqual([{ sessions: 0 }]);
    await expect(packed(hospital.id, `now() + interval '2 days'`)).rejects.toThrow('before its time');
    for (const sql of ['DELETE FROM call_quality_series', 'UPDATE call_quality_series SET mos = mos'])
      await expect(inHospital(test, hospital.id, (tx) => tx.query(sql))).rejects.toThrow('permission denied');
    expect(await rowsOf(raw)).toHaveLength(3);
  });
});
