import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setPriority } from '../../../shared/src/visits/triage.contract.ts';
import { admitVisit, readQueue, readVisit, readWaiting } from '../../../shared/src/visits/visits.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { eventsOf, trailOf } from '../../support/trail.ts';
import { waitingVisit } from '../../support/visit-steps.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let other: TestPerson & { patientId: string };

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
  patient = await factory.patient(hospital);
  other = await factory.patient(hospital);
});

const urgent = { priority: 'urgent', reason: 'breathing' } as const;
const set = (
  visitId: string,
  body: { priority: 'routine' | 'urgent' | 'asap'; reason: string },
  by: TestPerson = doctor,
) => by.client.call(setPriority, { params: { visitId }, body: body as typeof urgent });
const waitingState = (person: TestPerson, visitId: string) => person.client.ok(readWaiting, { params: { visitId } });

describe('a doctor’s decision on urgency', () => {
  it('orders the queue by priority, then by time, and shows the reason to the doctor only', async () => {
    const first = await waitingVisit(hospital, patient, doctor);
    const second = await waitingVisit(hospital, other, doctor);
    const third = await waitingVisit(hospital, await factory.patient(hospital), doctor);
    expect((await set(third.id, urgent)).value).toMatchObject({ visitId: third.id, triage: urgent });
    expect((await set(second.id, { priority: 'asap', reason: 'chest-pain' })).status).toBe(200);
    const { waiting } = await doctor.client.ok(readQueue, {});
    expect(waiting.map(({ visit, triage }) => [visit.id, visit.priority, triage?.reason ?? null])).toEqual([
      [second.id, 'asap', 'chest-pain'],
      [third.id, 'urgent', 'breathing'],
      [first.id, 'routine', null],
    ]);
    expect(waiting[0]?.triage?.by.id).toBe(doctor.practitionerId);
    expect((await waitingState(patient, first.id)).position).toBe(3);
    for (const [person, visit] of [
      [patient, first],
      [other, second],
    ] as const) {
      // The patient’s own answer may name signs too.
      const { dangerAnswer: _own, ...own } = await person.client.ok(readVisit, { params: { visitId: visit.id } });
      expect(JSON.stringify([await waitingState(person, visit.id), own])).not.toMatch(/chest-pain|breathing/);
    }
  });

  it('is published to all waiting patients, audited with its reason, and its event omits the reason', async () => {
    const first = await waitingVisit(hospital, patient, doctor);
    const second = await waitingVisit(hospital, other, doctor);
    const page = await listen(test.url, patient.accessToken);
    await set(second.id, urgent);
    await page.next({ entity: 'waiting', id: first.id, event: 'visit.priority-changed' });
    page.close();
    const decided = (await eventsOf(test, second.id)).filter(({ type }) => type === 'visit.priority-changed');
    expect(decided.map(({ facts }) => facts)).toEqual([{ priority: 'urgent' }]);
    const { rows } = await test.database.admin.query<{ details: unknown }>(
      `SELECT details FROM audit_event WHERE action = 'visit.priority-changed' AND entity_id = $1`,
      [second.id],
    );
    expect(rows.map(({ details }) => details)).toEqual([
      { from: 'routine', to: 'urgent', reason: 'breathing', version: 3 },
    ]);
  });

  it('rejects a reason for lowering when it raises the priority, and the other way round', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const refused = { code: 'validation.failed', fields: [{ path: 'reason', rule: 'not-for-this' }] };
    expect((await set(visit.id, { priority: 'urgent', reason: 'assessed' })).problem).toMatchObject(refused);
    await set(visit.id, urgent);
    expect((await set(visit.id, { priority: 'routine', reason: 'breathing' })).problem).toMatchObject(refused);
    expect((await set(visit.id, { priority: 'routine', reason: 'assessed' })).status).toBe(200);
    expect((await set(visit.id, { priority: 'urgent', reason: 'because' })).problem.code).toBe('validation.failed');
  });

  it('sent twice is one decision', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const answers = await Promise.all([set(visit.id, urgent), set(visit.id, urgent), set(visit.id, urgent)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await trailOf(test, visit.id)).filter(({ action }) => action === 'visit.priority-changed')).toHaveLength(1);
  });

  it('is rejected from a stale page and for another doctor’s patient', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const colleague = await factory.doctor(hospital);
    const elsewhere = await factory.doctor(await factory.hospital());
    for (const by of [colleague, elsewhere])
      expect((await set(visit.id, urgent, by)).problem.code).toBe('resource.not-found');
    expect((await set(visit.id, urgent, patient)).problem.code).toBe('auth.forbidden');
    await doctor.client.ok(admitVisit, { params: { visitId: visit.id } });
    expect((await set(visit.id, urgent)).problem.code).toBe('visit.not-waiting');
  });
});
