import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import { readForecast } from '../../../shared/src/metrics/views.contract.ts';
import { openHours } from '../../support/appointment-steps.ts';
import { Factory } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { ownCounting } from './own-counting.ts';
import { storeEvents } from './random-events.ts';

let test: TestApi;
let factory: Factory;
beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
});
afterAll(() => test.close());

it('staffing compares the expected visits with the places of all doctors’ hours, and with none where no hours are planned', async () => {
  const hospital = await factory.hospital();
  const doctor = await factory.doctor(hospital);
  const president = await factory.staff(hospital, 'president');
  const now = test.clock.now().getTime();
  const six = [1, 2, 3, 4, 5, 6];
  const events = Array.from({ length: 9 * 7 }, (_, day) =>
    six.map(() => ({
      id: newId(),
      at: new Date(now - (day + 1) * DAY_MS),
      type: 'visit.created',
      visitId: newId(),
      entityId: newId(),
      departmentId: hospital.departmentId,
      practitionerId: doctor.practitionerId,
      facts: { kind: 'walk-in' },
      corrects: null,
    })),
  ).flat();
  await storeEvents(test.database.admin, hospital.id, events);
  await ownCounting(test).countPending(hospital.id, 'test');
  const staffing = async (query = {}) => (await president.client.ok(readForecast, { query })).staffing;
  expect(await staffing()).toEqual([]);

  await openHours(hospital, doctor, { from: '09:00', to: '10:00' });
  const short = await staffing();
  expect(short).toHaveLength(8);
  for (const day of short.slice(1)) expect(day).toMatchObject({ places: 4, doctors: 1, doctorsShort: 1 });
  expect(Math.round(short[1]?.expected ?? 0)).toBe(6);

  await openHours(hospital, await factory.doctor(hospital), { from: '14:00', to: '15:00' });
  expect((await staffing())[1]).toMatchObject({ places: 8, doctors: 2, doctorsShort: 0 });
  expect((await staffing({ departmentId: hospital.departmentId }))[1]).toMatchObject({ places: 8, doctorsShort: 0 });
});
