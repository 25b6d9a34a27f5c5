import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RollupService } from '../../../server/src/api/modules/metrics/counting/rollup.service.ts';
import { everyone } from '../../../server/src/api/modules/metrics/counting/rollup-cells.ts';
import { RollupsRepository } from '../../../server/src/api/modules/metrics/counting/rollups.repository.ts';
import { HospitalsService } from '../../../server/src/api/modules/auth/hospitals.service.ts';
import { HospitalsRepository } from '../../../server/src/api/modules/auth/hospitals.repository.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { countOf, quantileOf, RELATIVE_ERROR } from '../../../shared/src/domain/log-histogram.ts';
import { Tally } from '../../../shared/src/domain/tally.ts';
import { Factory, type TestHospital } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { differences, plainCounts, plainJoins, plainQuantiles, quantiles, type Group } from './plain-sql.ts';
import { randomEvents, shuffled, storeEvents, type RandomEvent } from './random-events.ts';

let test: TestApi;
let factory: Factory;
beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
});
afterAll(() => test.close());

/** A process’s own counting: nothing is shared between two of them but the database. */
function counting(): RollupService {
  const transactions = new Transactions(test.source, test.clock);
  const hospitals = new HospitalsService(transactions, new HospitalsRepository(), test.clock, false);
  return new RollupService(transactions, new RollupsRepository(), hospitals);
}

/** Zones and days on which clocks are put forward or back: by an hour, at midnight, by half an hour; and one 45 minutes off. */
const grounds = [
  ['Asia/Shanghai', '2026-03-01'],
  ['Europe/Berlin', '2026-03-27'],
  ['America/Havana', '2026-10-30'],
  ['Australia/Lord_Howe', '2026-04-03'],
  ['Asia/Kathmandu', '2026-01-30'],
  ['America/St_Johns', '2026-10-30'],
] as const;

async function scene(timeZone: string, from: string, visits: number) {
  const hospital = await factory.hospital('CN', timeZone);
  const doctors = await Promise.all([factory.doctor(hospital), factory.doctor(hospital), factory.doctor(hospital)]);
  const second = await otherDepartment(hospital);
  const events = randomEvents(`${timeZone} ${from}`, visits, {
    from: new Date(`${from}T00:00:00Z`),
    days: 5,
    departments: [hospital.departmentId, second],
    doctors: doctors.map(({ practitionerId }) => practitionerId),
  });
  return { hospital, events: shuffled(timeZone, events) };
}

async function otherDepartment(hospital: TestHospital): Promise<string> {
  const { rows } = await test.database.admin.query<{ id: string }>(
    `INSERT INTO department (id, hospital_id, code, name, description, position)
     VALUES (gen_random_uuid(), $1, 'second', '{"en":"Second","zh":"二"}', '{"en":"","zh":""}', 2) RETURNING id`,
    [hospital.id],
  );
  return rows[0]?.id ?? '';
}

/** The rollups of a hospital by what they are of: `day/department/doctor`, with a `-` for all. */
async function rollups(hospitalId: string): Promise<Map<string, Tally>> {
  const { rows } = await test.database.admin.query<{ d: string; p: string; grain: number; day: string; tally: Buffer }>(
    `SELECT department_id AS d, practitioner_id AS p, grain, (starts AT TIME ZONE 'UTC')::date::text AS day, tally
     FROM figure_rollup WHERE hospital_id = $1`,
    [hospitalId],
  );
  const all = new Map<string, Tally>();
  const add = (key: string, tally: Buffer) => all.set(key, (all.get(key) ?? new Tally()).mergeEncoded(tally));
  for (const { d, p, grain, day, tally } of rows) {
    const group = [d, p].map((id) => (id === everyone ? '-' : id)).join('/');
    if (grain === 1) add(`${day}/${group}`, tally);
    // Hours and months hold the same, each all together.
    if (group === '-/-') add(['hours', '-/-/-', 'months'][grain] ?? '', tally);
  }
  return all;
}

const keyOf = ({ day, department, doctor }: Group) =>
  [day, day && department, day && doctor].map((id) => id ?? '-').join('/');

async function expectSameAsPlainSql(hospital: TestHospital, timeZone: string): Promise<void> {
  const counted = await rollups(hospital.id);
  const tallyOf = (group: Group) => counted.get(keyOf(group)) ?? new Tally();
  const { admin } = test.database;
  const plain = [
    ...(await plainCounts(admin, hospital.id, timeZone)),
    ...(await plainJoins(admin, hospital.id, timeZone)),
  ];
  expect(plain.length).toBeGreaterThan(20);
  for (const row of plain) {
    expect([keyOf(row), differences(row, tallyOf(row))]).toEqual([keyOf(row), {}]);
    if (keyOf(row) === '-/-/-')
      for (const whole of ['hours', 'months']) expect(differences(row, counted.get(whole) ?? new Tally())).toEqual({});
  }
  for (const [id, groups] of await plainQuantiles(admin, hospital.id, timeZone)) {
    for (const group of groups) {
      const histogram = tallyOf(group).histogram(id);
      expect([id, keyOf(group), countOf(histogram)]).toEqual([id, keyOf(group), group.n]);
      for (const [i, share] of quantiles.entries()) {
        const exact = group.at[i] ?? 0;
        expect(Math.abs((quantileOf(histogram, share) ?? 0) - exact)).toBeLessThanOrEqual(
          exact * RELATIVE_ERROR + 1e-6,
        );
      }
    }
  }
}

async function store(hospital: TestHospital, events: readonly RandomEvent[]): Promise<void> {
  await storeEvents(test.database.admin, hospital.id, events);
}

describe('rollups', () => {
  it.each(grounds)('say what plain SQL says of the raw events, %s from %s', async (timeZone, from) => {
    const { hospital, events } = await scene(timeZone, from, 60);
    const service = counting();
    // Told in three parts, in no order of time: late events and late corrections.
    const third = Math.ceil(events.length / 3);
    for (let start = 0; start < events.length; start += third) {
      await store(hospital, events.slice(start, start + third));
      await service.countPending(hospital.id, 'test');
    }
    await expectSameAsPlainSql(hospital, timeZone);
  });
});
