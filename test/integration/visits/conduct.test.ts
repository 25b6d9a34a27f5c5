import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  admitVisit,
  completeVisit,
  leaveVisit,
  readQueue,
  readVisit,
  referOffline,
} from '../../../shared/src/visits/visits.contract.ts';
import { addAllergy } from '../../../shared/src/chart/chart.contract.ts';
import { listChartLooks } from '../../../shared/src/chart/timeline.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { eventsOf, trailOf } from '../../support/trail.ts';
import { admittedVisit, plannedVisit, waitingVisit } from '../../support/visit-steps.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
});
afterAll(() => test.close());
beforeEach(async () => {
  doctor = await factory.doctor(hospital);
  patient = await factory.patient(hospital);
});

const visitIdOf = (visit: { id: string }) => ({ visitId: visit.id });

describe('a doctor’s queue', () => {
  it('lists patients in the visit and waiting, with their waiting time and presence', async () => {
    const first = await admittedVisit(hospital, patient, doctor);
    const here = await factory.patient(hospital, '在线');
    const away = await factory.patient(hospital, '离线');
    const second = await waitingVisit(hospital, here, doctor);
    test.clock.advance(30_000);
    const third = await waitingVisit(hospital, away, doctor);
    await plannedVisit(hospital, await factory.patient(hospital), doctor);
    await waitingVisit(hospital, await factory.patient(hospital), await factory.doctor(hospital));
    const bench = await listen(test.url, doctor.accessToken);
    const page = await listen(test.url, here.accessToken);
    await bench.next({ event: 'patient.presence-changed' });
    bench.close();
    test.clock.advance(60_000);
    const queue = await doctor.client.ok(readQueue);
    page.close();
    expect(queue.inProgress.map((entry) => entry.visit.id)).toEqual([first.id]);
    expect(queue.waiting.map((entry) => [entry.visit.id, entry.patientOnline])).toEqual([
      [second.id, true],
      [third.id, false],
    ]);
    expect(queue.waiting[0]?.waitedSeconds).toBeGreaterThanOrEqual(90);
    expect(queue.waiting[1]?.waitedSeconds).toBeGreaterThanOrEqual(60);
    // The waiting time of an admitted patient ends at the admission.
    const waited = Date.parse(first.admittedAt ?? '') - Date.parse(first.checkedInAt ?? '');
    expect(queue.inProgress[0]?.waitedSeconds).toBe(Math.floor(waited / 1000));
    const shown = [patient, here, away].map(({ patientId }) => ({
      action: 'queue.read',
      patient_id: patientId,
      details: { inProgress: 1, waiting: 2 },
    }));
    expect(await trailOf(test, doctor.practitionerId)).toMatchObject(shown);
  });

  it('audits each patient once, however often it is read, and patients see who read it', async () => {
    const queueReads = async () =>
      (await trailOf(test, doctor.practitionerId)).flatMap(({ action, patient_id }) =>
        action === 'queue.read' ? [patient_id] : [],
      );
    await doctor.client.ok(readQueue);
    await doctor.client.ok(readQueue);
    expect(await queueReads()).toEqual([null]);
    await waitingVisit(hospital, patient, doctor);
    for (let i = 0; i < 3; i++) await doctor.client.ok(readQueue);
    const other = await factory.patient(hospital);
    await waitingVisit(hospital, other, doctor);
    for (let i = 0; i < 3; i++) await doctor.client.ok(readQueue);
    expect(await queueReads()).toEqual([null, patient.patientId, other.patientId]);
    for (const { client, patientId } of [patient, other])
      expect((await client.ok(listChartLooks, { params: { patientId } })).items).toMatchObject([
        { person: { name: '王芳' }, roles: ['doctor'] },
      ]);
  });

  it('lists allergies, severe ones first, and the last visit of each patient', async () => {
    const old = await factory.patient(hospital, '复诊');
    const known = await admittedVisit(hospital, old, doctor);
    await doctor.client.ok(referOffline, { params: visitIdOf(known), body: { reason: '需要面诊' } });
    for (const [substance, severity] of [
      ['花粉', 'mild'],
      ['青霉素', 'severe'],
    ] as const)
      await old.client.ok(addAllergy, {
        params: { patientId: old.patientId },
        body: { substance, reaction: '', severity },
      });
    await waitingVisit(hospital, old, doctor);
    test.clock.advance(1000);
    await waitingVisit(hospital, patient, doctor);
    const { waiting } = await doctor.client.ok(readQueue);
    expect(waiting.map((entry) => entry.patient)).toMatchObject([
      {
        allergies: [
          { substance: '青霉素', names: [{ en: expect.stringContaining('enicillin') }], severe: true },
          { substance: '花粉', severe: false },
        ],
        noKnownAllergies: false,
        lastVisit: { doctor: { id: doctor.practitionerId } },
      },
      { allergies: [], noKnownAllergies: false, lastVisit: null },
    ]);
  });

  it('lists urgent patients first', async () => {
    const routine = await waitingVisit(hospital, patient, doctor);
    test.clock.advance(1000);
    const urgent = await waitingVisit(hospital, await factory.patient(hospital), doctor);
    await test.database.admin.query(`UPDATE visit SET priority = 'asap' WHERE id = $1`, [urgent.id]);
    const queue = await doctor.client.ok(readQueue);
    expect(queue.waiting.map((entry) => entry.visit.id)).toEqual([urgent.id, routine.id]);
  });

  it('is available to doctors only', async () => {
    for (const person of [patient, await factory.pharmacist(hospital), await factory.staff(hospital, 'president')])
      expect((await person.client.call(readQueue)).problem.code).toBe('auth.forbidden');
  });
});

describe('admitting a patient', () => {
  it('happens once for two simultaneous clicks', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    test.clock.advance(61_000);
    const answers = await Promise.all([1, 2].map(() => doctor.client.call(admitVisit, { params: visitIdOf(visit) })));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(answers[0]?.value).toMatchObject({ status: 'in-progress', version: 3 });
    expect(answers[1]?.value).toEqual(answers[0]?.value);
    const admitted = (await eventsOf(test, visit.id)).filter((event) => event.type === 'visit.admitted');
    expect(admitted).toHaveLength(1);
    expect(admitted[0]?.facts['waitSeconds']).toBeGreaterThanOrEqual(61);
    expect((await trailOf(test, visit.id)).filter((entry) => entry.action === 'visit.admitted')).toHaveLength(1);
  });

  it('in a race with the patient’s leaving ends in exactly one of the two', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const [admitted, left] = await Promise.all([
      doctor.client.call(admitVisit, { params: visitIdOf(visit) }),
      patient.client.call(leaveVisit, { params: visitIdOf(visit) }),
    ]);
    expect([admitted.status, left.status].sort()).toEqual([200, 409]);
    const now = await patient.client.ok(readVisit, { params: visitIdOf(visit) });
    expect(now.status).toBe(admitted.status === 200 ? 'in-progress' : 'left');
    expect(now.version).toBe(3);
  });

  it('by another doctor is not found, audited as denied and changes nothing', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const elsewhere = await factory.hospital();
    const colleague = await factory.doctor(hospital);
    for (const other of [colleague, await factory.doctor(elsewhere)]) {
      const answer = await other.client.call(admitVisit, { params: visitIdOf(visit) });
      expect([answer.status, answer.problem.code]).toEqual([404, 'resource.not-found']);
    }
    const byPatient = await patient.client.call(admitVisit, { params: visitIdOf(visit) });
    expect(byPatient.problem.code).toBe('auth.forbidden');
    const denials = (await trailOf(test, visit.id)).filter((entry) => entry.action === 'access.denied');
    expect(denials.map((entry) => [entry.entity, entry.code, entry.actor_account_id])).toContainEqual([
      'admitVisit',
      'resource.not-found',
      colleague.accountId,
    ]);
    expect((await doctor.client.ok(readVisit, { params: visitIdOf(visit) })).status).toBe('waiting');
  });

  it('requires a check-in', async () => {
    const visit = await plannedVisit(hospital, patient, doctor);
    const answer = await doctor.client.call(admitVisit, { params: visitIdOf(visit) });
    expect(answer.problem).toMatchObject({
      code: 'visit.transition-refused',
      facts: { state: 'planned', command: 'admit' },
    });
  });

  it('is rejected after the doctor signed out', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    await test.database.admin.query('UPDATE session SET ended_at = now() WHERE id = $1', [doctor.sessionId]);
    const answer = await doctor.client.call(admitVisit, { params: visitIdOf(visit) });
    expect([answer.status, answer.problem.code]).toEqual([401, 'auth.session-expired']);
    expect((await patient.client.ok(readVisit, { params: visitIdOf(visit) })).status).toBe('waiting');
  });
});

describe('referring a patient to a clinic', () => {
  it('ends the visit with a reason that the patient reads', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    const body = { reason: '需要听诊 · needs auscultation' };
    const referred = await doctor.client.ok(referOffline, { params: visitIdOf(visit), body });
    expect(referred).toMatchObject({ status: 'referred-offline', endReason: body.reason });
    const repeat = await doctor.client.ok(referOffline, { params: visitIdOf(visit), body: { reason: 'another' } });
    expect(repeat).toEqual(referred);
    expect((await patient.client.ok(readVisit, { params: visitIdOf(visit) })).endReason).toBe(body.reason);
    const late = await doctor.client.call(completeVisit, { params: visitIdOf(visit), body: {} });
    expect(late.problem.code).toBe('visit.transition-refused');
  });

  it('requires a reason and a visit in progress', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const early = await doctor.client.call(referOffline, { params: visitIdOf(visit), body: { reason: 'x' } });
    expect(early.problem.code).toBe('visit.transition-refused');
    const empty = await doctor.client.call(referOffline, { params: visitIdOf(visit), body: { reason: ' ' } });
    expect(empty.problem).toMatchObject({ code: 'validation.failed', fields: [{ path: 'reason', rule: 'required' }] });
  });
});
