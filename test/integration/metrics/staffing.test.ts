import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import { readForecast } from '../../../shared/src/metrics/views.contract.ts';
import type { BodyInputOf } from '../../../shared/src/core/route.ts';
import { readSchedule, saveSchedule } from '../../../shared/src/scheduling/schedules.contract.ts';
import { hoursOf, openHours } from '../../support/appointment-steps.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { ownCounting } from './own-counting.ts';
import { storeEvents } from './random-events.ts';

let test: TestApi;
let factory: Factory;

type Doctor = TestPerson & { practitionerId: string };

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
});
afterAll(() => test.close());

/** Nine weeks in which every day brought so many visits of each kind. */
async function storeVisits(hospital: TestHospital, doctor: Doctor, aDay: Record<'booked' | 'walk-in', number>) {
  const now = test.clock.now().getTime();
  const kinds = Object.entries(aDay).flatMap(([kind, count]) => Array.from({ length: count }, () => kind));
  const events = Array.from({ length: 9 * 7 }, (_, day) =>
    kinds.map((kind) => ({
      id: newId(),
      at: new Date(now - (day + 1) * DAY_MS),
      type: 'visit.created',
      visitId: newId(),
      entityId: newId(),
      departmentId: hospital.departmentId,
      practitionerId: doctor.practitionerId,
      facts: { kind },
      corrects: null,
    })),
  ).flat();
  await storeEvents(test.database.admin, hospital.id, events);
  await ownCounting(test).countPending(hospital.id, 'test');
}
const staffingFor = async (reader: TestPerson, query = {}) =>
  (await reader.client.ok(readForecast, { query })).staffing;

it('staffing compares the expected booked visits with the places of all doctors’ hours, and with none where no hours are planned', async () => {
  const hospital = await factory.hospital();
  const doctor = await factory.doctor(hospital);
  const president = await factory.staff(hospital, 'president');
  // Walk-ins need no place: they are seen by the doctors on duty.
  await storeVisits(hospital, doctor, { booked: 6, 'walk-in': 20 });
  expect(await staffingFor(president)).toEqual([]);

  await openHours(hospital, doctor, { from: '09:00', to: '10:00' });
  const short = await staffingFor(president);
  expect(short).toHaveLength(8);
  for (const day of short.slice(1)) expect(day).toMatchObject({ places: 4, doctors: 1, doctorsShort: 1 });
  expect(Math.round(short[1]?.expected ?? 0)).toBe(6);

  await openHours(hospital, await factory.doctor(hospital), { from: '14:00', to: '15:00' });
  expect((await staffingFor(president))[1]).toMatchObject({ places: 8, doctors: 2, doctorsShort: 0 });
  const own = { departmentId: hospital.departmentId };
  expect((await staffingFor(president, own))[1]).toMatchObject({ places: 8, doctorsShort: 0 });
});

it('staffing says nothing where patients come without an appointment', async () => {
  const hospital = await factory.hospital();
  const doctor = await factory.doctor(hospital);
  const president = await factory.staff(hospital, 'president');
  await storeVisits(hospital, doctor, { booked: 0, 'walk-in': 50 });
  await openHours(hospital, doctor, { from: '09:00', to: '10:00' });
  const { forecast, staffing } = await president.client.ok(readForecast, { query: {} });
  expect(Math.round(forecast?.days[0]?.expected ?? 0)).toBe(50);
  expect(staffing).toEqual([]);
});

it('staffing counts no place of a day off, after the end of a licence, or of another department', async () => {
  const hospital = await factory.hospital();
  const doctor = await factory.doctor(hospital);
  const other = await factory.doctor(hospital);
  const president = await factory.staff(hospital, 'president');
  await storeVisits(hospital, doctor, { booked: 6, 'walk-in': 0 });
  const elsewhere = await secondDepartment(hospital, other);
  const save = async (of: Doctor, body: Pick<BodyInputOf<typeof saveSchedule>, 'weekly' | 'exceptions'>) => {
    const params = { doctorId: of.practitionerId };
    const { version } = await of.client.ok(readSchedule, { params });
    expect(await of.client.ok(saveSchedule, { params, version, body })).toMatchObject({ saved: true });
  };
  const hours = { from: '09:00', to: '10:00' };
  await save(doctor, { weekly: hoursOf(hospital.departmentId, hours), exceptions: [] });
  await save(other, { weekly: hoursOf(elsewhere, hours), exceptions: [] });
  const places = async (query = {}) => (await staffingFor(president, query)).map((day) => day.places);
  expect(await places()).toEqual([8, 8, 8, 8, 8, 8, 8, 8]);
  expect(await places({ departmentId: hospital.departmentId })).toEqual([4, 4, 4, 4, 4, 4, 4, 4]);

  const days = (await staffingFor(president)).map(({ day }) => day);
  await save(doctor, { weekly: hoursOf(hospital.departmentId, hours), exceptions: [dayOff(days[2] ?? '')] });
  const set = 'UPDATE practitioner SET licence_valid_until = $2 WHERE id = $1';
  await test.database.admin.query(set, [other.practitionerId, days[4]]);
  expect(await places()).toEqual([8, 8, 4, 8, 8, 4, 4, 4]);
});

const dayOff = (day: string) => ({ kind: 'day-off' as const, day, from: null, to: null, note: '' });

async function secondDepartment(hospital: TestHospital, member: Doctor): Promise<string> {
  const id = newId();
  await test.database.admin.query(
    `INSERT INTO department (id, hospital_id, code, name, description, position)
     VALUES ($1, $2, 'skin', '{"en":"Skin","zh":"皮肤科"}', '{"en":"","zh":""}', 2)`,
    [id, hospital.id],
  );
  await test.database.admin.query(
    'INSERT INTO practitioner_department (hospital_id, practitioner_id, department_id) VALUES ($1,$2,$3)',
    [hospital.id, member.practitionerId, id],
  );
  return id;
}
