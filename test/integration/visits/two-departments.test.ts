import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDepartment } from '../../../shared/src/administration/departments.contract.ts';
import { readStaffMember, savePractitioner } from '../../../shared/src/directory/staff.contract.ts';
import { setPriority } from '../../../shared/src/visits/triage.contract.ts';
import { checkIn, createVisit, readQueue, readWaiting } from '../../../shared/src/visits/visits.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { answerDangers } from '../../support/danger-page.ts';
import type { TestPerson } from '../../support/factories.ts';
import { Office } from '../../support/office.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { checkInBody } from '../../support/visit-steps.ts';

type Doctor = TestPerson & { practitionerId: string };

let test: TestApi;
let office: Office;
let general: string;
let skin: string;
/** Sees patients in both departments. */
let both: Doctor;
/** Sees patients in one department only. */
let colleague: Doctor;

beforeAll(async () => {
  test = await startTestApi();
});
afterAll(() => test.close());
beforeEach(async () => {
  office = await Office.open(test);
  general = office.hospital.departmentId;
  skin = newId();
  const name = { en: 'Skin', zh: '皮肤科' };
  const description = { en: '', zh: '' };
  await office.administrator.client.ok(createDepartment, {
    body: { id: skin, code: 'skin', name, description, position: 2, active: true },
  });
  both = await office.factory.doctor(office.hospital, '王芳');
  colleague = await office.factory.doctor(office.hospital, '赵敏');
  await worksIn(both, [general, skin]);
});

async function worksIn(doctor: Doctor, departmentIds: string[]): Promise<void> {
  const params = { accountId: doctor.accountId };
  const { version } = await office.administrator.client.ok(readStaffMember, { params });
  const body = office.practitioner({ departmentIds });
  await office.administrator.client.ok(savePractitioner, { params, version, body });
}

/** Requests a visit for a new patient with the named doctor or the next free one. */
async function requestVisitIn(departmentId: string, doctor?: Doctor) {
  const patient = await office.factory.patient(office.hospital);
  const body = { departmentId, ...(doctor && { doctorId: doctor.practitionerId }), complaint: '皮疹' };
  return { patient, answer: await patient.client.call(createVisit, { body }) };
}

/** Checks a new patient in, a second after the previous one. */
async function waitIn(departmentId: string, doctor: Doctor) {
  const { patient, answer } = await requestVisitIn(departmentId, doctor);
  test.clock.advance(1000);
  const params = { visitId: answer.value.id };
  await answerDangers(patient.client, params);
  await patient.client.ok(checkIn, { params, body: checkInBody });
  return { id: answer.value.id, place: async () => (await patient.client.ok(readWaiting, { params })).position };
}

const queueOf = async (doctor: Doctor) =>
  (await doctor.client.ok(readQueue)).waiting.map(({ visit }) => [visit.id, visit.department.id]);

describe('a doctor of two departments', () => {
  it('has one queue for both by time and urgency, without a colleague’s patients', async () => {
    const first = await waitIn(skin, both);
    const elsewhere = await waitIn(general, colleague);
    const second = await waitIn(general, both);
    const third = await waitIn(skin, both);
    expect(await queueOf(both)).toEqual([
      [first.id, skin],
      [second.id, general],
      [third.id, skin],
    ]);
    expect(await queueOf(colleague)).toEqual([[elsewhere.id, general]]);
    expect([await first.place(), await second.place(), await third.place()]).toEqual([1, 2, 3]);

    const priority = { params: { visitId: third.id }, body: { priority: 'urgent', reason: 'breathing' } } as const;
    await both.client.ok(setPriority, priority);
    expect((await queueOf(both)).map(([id]) => id)).toEqual([third.id, first.id, second.id]);
    expect([await first.place(), await second.place(), await third.place()]).toEqual([2, 3, 1]);
    expect(await elsewhere.place()).toBe(1);
    expect((await colleague.client.call(setPriority, priority)).status).toBe(404);
  });

  it('who leaves one keeps its waiting patients and gets no new ones from there', async () => {
    const waiting = await waitIn(skin, both);
    expect((await requestVisitIn(skin)).answer.value.doctor.id).toBe(both.practitionerId);
    await worksIn(both, [general]);
    expect(await queueOf(both)).toEqual([[waiting.id, skin]]);
    expect(await waiting.place()).toBe(1);
    for (const doctor of [both, undefined]) {
      const { answer } = await requestVisitIn(skin, doctor);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
    const next = await waitIn(general, both);
    expect((await queueOf(both)).map(([id]) => id)).toEqual([waiting.id, next.id]);
  });
});
