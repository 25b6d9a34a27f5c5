import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDangerSigns } from '../../../shared/src/visits/danger-signs.contract.ts';
import { checkIn, createVisit, readQueue, readVisit } from '../../../shared/src/visits/visits.contract.ts';
import { answerDangers } from '../../support/danger-page.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { checkInBody, intake, waitingVisit } from '../../support/visit-steps.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
});
afterAll(() => test.close());

const booking = (complaint: string) => ({
  departmentId: hospital.departmentId,
  doctorId: doctor.practitionerId,
  complaint,
});

describe('a search that names a danger sign', () => {
  it('returns the signs to patients only and stores nothing', async () => {
    const patient = await factory.patient(hospital);
    const signsOf = async (text: string) => (await patient.client.ok(findDangerSigns, { body: { text } })).flags;
    expect(await signsOf('xiongtong')).toEqual(['chest-pain']);
    expect(await signsOf('an itchy rash')).toEqual([]);
    for (const text of ['', 'x'.repeat(201)])
      expect((await patient.client.call(findDangerSigns, { body: { text } })).status).toBe(400);
    expect((await doctor.client.call(findDangerSigns, { body: { text: 'rash' } })).status).toBe(403);
    const { rows } = await test.database.admin.query(
      `SELECT 1 FROM audit_event WHERE details::text LIKE '%xiongtong%'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('a complaint that names a danger sign', () => {
  it('creates no visit, for every page and client, in either language or in pinyin', async () => {
    const patient = await factory.patient(hospital);
    for (const [complaint, flags] of [
      ['Chest pain for an hour', 'chest-pain'],
      ['胸痛，说话不清', 'chest-pain stroke'],
      ['wo xiongtong, shuohua buqing', 'chest-pain stroke'],
      ['不想活了', 'suicidal'],
    ] as const) {
      const answer = await patient.client.call(createVisit, { body: booking(complaint) });
      expect(answer.problem).toMatchObject({ code: 'visit.red-flag', facts: { flags } });
    }
    const { rows } = await test.database.admin.query('SELECT 1 FROM visit WHERE patient_id = $1', [patient.patientId]);
    expect(rows).toEqual([]);
  });

  it('is accepted only when that sign was denied; the statement is stored and audited and raises the priority', async () => {
    const patient = await factory.patient(hospital);
    const body = booking('胸痛，说话不清');
    const half = await patient.client.call(createVisit, { body: { ...body, dismissedFlags: ['chest-pain'] } });
    expect(half.problem).toMatchObject({ code: 'visit.red-flag', facts: { flags: 'stroke' } });

    const earlier = await factory.patient(hospital);
    await waitingVisit(hospital, earlier, doctor);
    const visit = await patient.client.ok(createVisit, {
      body: { ...body, dismissedFlags: ['stroke', 'chest-pain', 'choking'] },
    });
    expect(visit).toMatchObject({ priority: 'urgent', redFlags: [{ id: 'chest-pain' }, { id: 'stroke' }] });
    expect((await trailOf(test, visit.id)).map(({ action }) => action)).toContain('visit.red-flags-dismissed');

    await answerDangers(patient.client, { visitId: visit.id });
    await patient.client.ok(checkIn, {
      params: { visitId: visit.id },
      body: { ...checkInBody, intake: { ...intake, complaint: visit.complaint } },
    });
    const { waiting } = await doctor.client.ok(readQueue);
    expect(waiting.map((entry) => entry.visit.id)[0]).toBe(visit.id);
    expect(waiting[0]?.visit.redFlags.map(({ id }) => id)).toEqual(['chest-pain', 'stroke']);
  });

  it('is found again at check-in when the text has changed', async () => {
    const patient = await factory.patient(hospital);
    const { id } = await patient.client.ok(createVisit, { body: booking('cough') });
    await answerDangers(patient.client, { visitId: id });
    const body = { ...checkInBody, intake: { ...intake, complaint: 'cough, and now I cannot breathe' } };
    const stopped = await patient.client.call(checkIn, { params: { visitId: id }, body });
    expect(stopped.problem).toMatchObject({ code: 'visit.red-flag', facts: { flags: 'breathing' } });
    expect(await patient.client.ok(readVisit, { params: { visitId: id } })).toMatchObject({
      status: 'planned',
      priority: 'routine',
      redFlags: [],
    });
    const entered = await patient.client.ok(checkIn, {
      params: { visitId: id },
      body: { ...body, dismissedFlags: ['breathing'] },
    });
    expect(entered).toMatchObject({ status: 'waiting', priority: 'urgent', redFlags: [{ id: 'breathing' }] });
  });

  it('counts a baby’s fever by the patient’s age', async () => {
    const born = new Date(test.clock.now().getTime() - 40 * DAY_MS).toISOString().slice(0, 10);
    const baby = await factory.patient(hospital, '小宝', born);
    const answer = await baby.client.call(createVisit, { body: booking('发烧 38.5 度') });
    expect(answer.problem).toMatchObject({ code: 'visit.red-flag', facts: { flags: 'infant-fever' } });
  });
});
