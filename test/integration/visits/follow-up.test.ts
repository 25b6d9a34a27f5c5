import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { completeVisit } from '../../../shared/src/visits/visits.contract.ts';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { booked, freeTimes, openHours } from '../../support/appointment-steps.ts';
import { completedVisit } from '../../support/completed-visit.ts';
import { CredentialFactory } from '../../support/credentials.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { admittedVisit } from '../../support/visit-steps.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
  await new CredentialFactory(test).practitioner(hospital.id, doctor.practitionerId, '王芳');
  patient = await factory.patient(hospital);
});

const fortnight = { fromDays: 11, untilDays: 18 };
const notificationsOf = async (template: string) =>
  (await factory.clientOf(patient).ok(listNotifications)).items.filter((message) => message.template === template);

describe('a follow-up that the doctor proposes', () => {
  it('is stored in the visit as days in the hospital’s zone and reminds the patient on the first one', async () => {
    const visit = await completedVisit(hospital, patient, doctor, { summary: 'Rest', followUp: fortnight });
    const today = dayIn('Asia/Shanghai', new Date(visit.endedAt ?? ''));
    expect(visit.followUp).toEqual({ from: shiftDay(today, 11), until: shiftDay(today, 18) });
    expect(await notificationsOf('visit.summary-ready')).toMatchObject([{ link: `/visits/${visit.id}` }]);
    test.clock.advance(10 * DAY_MS);
    expect(await notificationsOf('visit.follow-up-due')).toEqual([]);
    test.clock.advance(2 * DAY_MS);
    const link = `/book/${doctor.practitionerId}?departmentId=${hospital.departmentId}&after=${visit.id}`;
    expect(await notificationsOf('visit.follow-up-due')).toMatchObject([{ link }]);
  });

  it('sends no reminder to a patient who has booked with that doctor', async () => {
    await openHours(hospital, doctor);
    await completedVisit(hospital, patient, doctor, { followUp: fortnight });
    const [time = ''] = await freeTimes(patient, doctor, 2);
    await booked(hospital, patient, doctor, time);
    test.clock.advance(12 * DAY_MS);
    expect(await notificationsOf('visit.follow-up-due')).toEqual([]);
  });

  it('of a later visit replaces that of an earlier one', async () => {
    await completedVisit(hospital, patient, doctor, { followUp: fortnight });
    await completedVisit(hospital, patient, doctor, { followUp: { fromDays: 20, untilDays: 30 } });
    test.clock.advance(12 * DAY_MS);
    expect(await notificationsOf('visit.follow-up-due')).toEqual([]);
    test.clock.advance(9 * DAY_MS);
    expect(await notificationsOf('visit.follow-up-due')).toHaveLength(1);
  });

  it('must not end before it starts', async () => {
    const { id } = await admittedVisit(hospital, patient, doctor);
    for (const followUp of [
      { fromDays: 10, untilDays: 5 },
      { fromDays: 0, untilDays: 5 },
      { fromDays: 1, untilDays: 400 },
    ])
      expect((await doctor.client.call(completeVisit, { params: { visitId: id }, body: { followUp } })).status).toBe(
        400,
      );
  });
});
