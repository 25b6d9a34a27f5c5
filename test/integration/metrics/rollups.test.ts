import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FigureWeeks1764003204010 } from '../../../migrations/1764003204010-figure-weeks.ts';
import { totalId } from '../../../server/src/api/metrics/counting/rollup-cells.ts';
import { countOf, quantileOf, RELATIVE_ERROR } from '../../../server/src/api/metrics/counting/log-histogram.ts';
import { Tally } from '../../../server/src/api/metrics/counting/tally.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { setDuty } from '../../../shared/src/directory/directory.contract.ts';
import { Factory, type TestHospital } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { ownCounting } from './own-counting.ts';
import { differences, plainCounts, plainJoins, plainQuantiles, quantiles, type Group } from './plain-sql.ts';
import { randomEvents, shuffled, storeEvents, type RandomEvent } from './random-events.ts';

let test: TestApi;
let factory: Factory;
beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
});
afterAll(() => test.close());

const counting = () => ownCounting(test);

/** Zones and days with clock changes: by an hour, at midnight, by half an hour; and a zone with an offset of 45 minutes. */
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

/** Returns the rollups of a hospital by `day/department/doctor`, with `-` for all. */
async function rollups(hospitalId: string): Promise<Map<string, Tally>> {
  const { rows } = await test.database.admin.query<{ d: string; p: string; grain: number; day: string; tally: Buffer }>(
    `SELECT department_id AS d, practitioner_id AS p, grain, (starts AT TIME ZONE 'UTC')::date::text AS day, tally
     FROM figure_rollup WHERE hospital_id = $1`,
    [hospitalId],
  );
  const all = new Map<string, Tally>();
  const add = (key: string, tally: Buffer) => all.set(key, (all.get(key) ?? new Tally()).mergeEncoded(tally));
  for (const { d, p, grain, day, tally } of rows) {
    const group = [d, p].map((id) => (id === totalId ? '-' : id)).join('/');
    if (grain === 1) add(`${day}/${group}`, tally);
    // Hours, weeks and months contain the same totals.
    if (group === '-/-') add(['hours', '-/-/-', 'months', 'weeks'][grain] ?? '', tally);
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
      for (const whole of ['hours', 'weeks', 'months'])
        expect(differences(row, counted.get(whole) ?? new Tally())).toEqual({});
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
  it.each(grounds)('equal plain SQL over the raw events, %s from %s', async (timeZone, from) => {
    const { hospital, events } = await scene(timeZone, from, 60);
    const service = counting();
    // Delivers the events in three batches in no order of time: late events and late corrections.
    const third = Math.ceil(events.length / 3);
    for (let start = 0; start < events.length; start += third) {
      await store(hospital, events.slice(start, start + third));
      await service.countPending(hospital.id, 'test');
    }
    await expectSameAsPlainSql(hospital, timeZone);
  });

  it('are identical after a full recount', async () => {
    const { hospital, events } = await scene('America/St_Johns', '2026-03-05', 80);
    const service = counting();
    await store(hospital, events.slice(0, 100));
    await service.countPending(hospital.id, 'test');
    await store(hospital, events.slice(100));
    await service.countPending(hospital.id, 'test');
    const rows = () =>
      test.database.admin
        .query<Record<string, unknown>>(
          `SELECT practitioner_id, department_id, grain, starts, encode(tally, 'hex') AS tally FROM figure_rollup
           WHERE hospital_id = $1 ORDER BY 1, 2, 3, 4`,
          [hospital.id],
        )
        .then((answer) => answer.rows);
    const before = await rows();
    expect(before.length).toBeGreaterThan(100);
    await test.database.admin.query(`UPDATE figure_rollup SET tally = '\\x010000' WHERE hospital_id = $1`, [
      hospital.id,
    ]);
    expect(await service.rebuild(hospital.id, 'test')).toBeGreaterThan(200);
    expect(await rows()).toEqual(before);
  });

  it('leave uncounted events to the next run when they are rebuilt', async () => {
    const { hospital, events } = await scene('Asia/Shanghai', '2026-05-01', 40);
    const service = counting();
    await store(hospital, events.slice(0, 80));
    await service.countPending(hospital.id, 'test');
    await store(hospital, events.slice(80));
    await service.rebuild(hospital.id, 'test');
    await service.countPending(hospital.id, 'test');
    await expectSameAsPlainSql(hospital, 'Asia/Shanghai');
  });

  it('count each event once while two processes count and a third writes', async () => {
    const { hospital, events } = await scene('Europe/Berlin', '2026-06-01', 120);
    const [one, other] = [counting(), counting()];
    const parts = Array.from({ length: 12 }, (_, i) => events.filter((__, place) => place % 12 === i));
    const counted = await Promise.all(
      parts.map(async (part, i) => {
        await store(hospital, part);
        return (i % 2 === 0 ? one : other).countPending(hospital.id, 'test');
      }),
    );
    const rest = await one.countPending(hospital.id, 'test');
    expect(counted.reduce((sum, some) => sum + some, rest)).toBe(events.length);
    await expectSameAsPlainSql(hospital, 'Europe/Berlin');
  });

  it('miss no event of a transaction that started earlier and commits later', async () => {
    const { hospital, events } = await scene('Asia/Shanghai', '2026-07-01', 20);
    const slow = await test.database.admin.connect();
    await slow.query('BEGIN');
    const half = Math.floor(events.length / 2);
    await storeEvents(slow, hospital.id, events.slice(0, half));
    await store(hospital, events.slice(half));
    const service = counting();
    expect(await service.countPending(hospital.id, 'test')).toBe(events.length - half);
    await slow.query('COMMIT');
    slow.release();
    expect(await service.countPending(hospital.id, 'test')).toBe(half);
    await expectSameAsPlainSql(hospital, 'Asia/Shanghai');
  });

  it('are complete after the counting process was killed midway', async () => {
    const { hospital, events } = await scene('Asia/Shanghai', '2026-08-01', 40);
    await store(hospital, events);
    // Locks a row, so that the count is in the middle of its writes when its connection is killed.
    const gate = await test.database.admin.connect();
    await gate.query('BEGIN');
    await gate.query('SELECT 1 FROM figure_pending WHERE hospital_id = $1 ORDER BY event_id DESC LIMIT 1 FOR UPDATE', [
      hospital.id,
    ]);
    const killed = counting()
      .countPending(hospital.id, 'test')
      .then(
        () => 'counted',
        () => 'killed',
      );
    const standing = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
      AND query LIKE 'DELETE FROM figure_pending%'`;
    // Queries outside the gate’s transaction, which would always see the same snapshot.
    const { admin } = test.database;
    await expect.poll(async () => (await admin.query(standing)).rowCount).toBe(1);
    const { rowCount } = await admin.query(`SELECT pg_terminate_backend(pid) FROM (${standing}) AS it`);
    expect(rowCount).toBe(1);
    expect(await killed).toBe('killed');
    await gate.query('COMMIT');
    gate.release();
    expect(await rollups(hospital.id)).toEqual(new Map());
    expect(await counting().countPending(hospital.id, 'test')).toBe(events.length);
    await expectSameAsPlainSql(hospital, 'Asia/Shanghai');
  });

  it('by week are built from the daily rollups that existed before', async () => {
    const { hospital, events } = await scene('Asia/Kathmandu', '2026-04-03', 60);
    await store(hospital, events);
    await counting().countPending(hospital.id, 'test');
    const weeks = async () => {
      const { rows } = await test.database.admin.query<{ key: string; tally: Buffer }>(
        `SELECT practitioner_id || '/' || department_id || '/' || starts AS key, tally FROM figure_rollup
         WHERE hospital_id = $1 AND grain = 3 ORDER BY 1`,
        [hospital.id],
      );
      return rows.map(({ key, tally }) => [key, Buffer.from(Tally.decode(tally).encode()).toString('hex')]);
    };
    const counted = await weeks();
    expect(counted.length).toBeGreaterThan(10);
    await test.database.admin.query('DELETE FROM figure_rollup WHERE grain = 3');
    const runner = test.source.createQueryRunner();
    Object.assign(runner, { query: (sql: string) => test.database.admin.query(sql) });
    await new FigureWeeks1764003204010().up(runner);
    await runner.release();
    expect(await weeks()).toEqual(counted);
  });

  it('show how doctors spent their time, in the hours in which it passed', async () => {
    const hospital = await factory.hospital('CN', 'Asia/Kolkata');
    const { practitionerId } = await factory.doctor(hospital);
    const own = { visitId: null, departmentId: null, practitionerId, corrects: null };
    // 09:10 to 11:40 in the hospital’s zone, whose hours start at half past in UTC.
    const at = new Date('2026-02-03T06:10:00Z');
    const facts = { onDuty: false, dutySeconds: 9000 };
    await store(hospital, [{ ...own, id: newId(), type: 'duty.changed', entityId: practitionerId, at, facts }]);
    await counting().countPending(hospital.id, 'test');
    const { rows } = await test.database.admin.query<{ starts: Date; tally: Buffer }>(
      `SELECT starts, tally FROM figure_rollup WHERE hospital_id = $1 AND grain = 0 AND practitioner_id = $2 ORDER BY starts`,
      [hospital.id, practitionerId],
    );
    expect(rows.map(({ starts, tally }) => [starts.toISOString(), Tally.decode(tally).of('duty.seconds')])).toEqual([
      ['2026-02-03T03:30:00.000Z', 3000],
      ['2026-02-03T04:30:00.000Z', 3600],
      ['2026-02-03T05:30:00.000Z', 2400],
    ]);
  });

  it('are counted soon after a commit, and the president’s page receives the event', async () => {
    const hospital = await factory.hospital();
    const president = await factory.staff(hospital, 'president');
    const doctor = await factory.doctor(hospital);
    const page = await listen(test.url, president.accessToken);
    await doctor.client.ok(setDuty, { body: { onDuty: false } });
    expect(await page.next({ entity: 'figures' })).toMatchObject({ event: 'figures.counted', id: hospital.id });
    const { rows } = await test.database.admin.query('SELECT 1 FROM figure_pending WHERE hospital_id = $1', [
      hospital.id,
    ]);
    expect(rows).toEqual([]);
    page.close();
  });
});
