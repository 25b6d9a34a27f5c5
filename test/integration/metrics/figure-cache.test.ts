import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HospitalsRepository } from '../../../server/src/api/administration/hospital/hospitals.repository.ts';
import { HospitalsService } from '../../../server/src/api/administration/hospital/hospitals.service.ts';
import { DepartmentBoards } from '../../../server/src/api/metrics/departments/department-boards.repository.ts';
import { BreakdownService } from '../../../server/src/api/metrics/views/breakdown.service.ts';
import { DemandService } from '../../../server/src/api/metrics/views/demand.service.ts';
import { MetricsQueries } from '../../../server/src/api/metrics/views/metrics-queries.ts';
import { FiguresService } from '../../../server/src/api/metrics/views/figures.service.ts';
import { OutcomesService } from '../../../server/src/api/metrics/views/outcomes.service.ts';
import { RollupReader } from '../../../server/src/api/metrics/views/rollup-reader.repository.ts';
import { systemContext } from '../../../server/src/platform/context.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import type { FigureId } from '../../../shared/src/metrics/figures.ts';
import { Factory, type TestHospital } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { ownCounting } from './own-counting.ts';
import { randomEvents, shuffled, storeEvents, type RandomEvent } from './random-events.ts';

let test: TestApi;
let factory: Factory;
beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
});
afterAll(() => test.close());

const range = { from: '2026-03-01', to: '2026-03-12' };
const tiles: FigureId[] = ['visits', 'visits-completed', 'wait-median', 'wait-within-target', 'rating-care'];

interface Ground {
  hospital: TestHospital;
  departmentId: string;
  practitionerId: string;
}

/** Returns the views of one process; two of them share only the database. */
function ownViews() {
  const transactions = new Transactions(test.source, test.clock);
  const hospitals = new HospitalsService({
    transactions,
    hospitals: new HospitalsRepository(),
    clock: test.clock,
    demo: false,
  });
  const reader = new RollupReader();
  const queries = new MetricsQueries({ transactions, hospitals, reader, departments: new DepartmentBoards() });
  const [figures, breakdown] = [new FiguresService({ queries, reader }), new BreakdownService({ queries, reader })];
  const [outcomes, demand] = [
    new OutcomesService({ queries, reader }),
    new DemandService({ queries, reader, clock: test.clock }),
  ];
  const beside = { figures: tiles, ...range, search: '', title: '', sort: 'name', order: 'up', limit: 50 } as const;
  const spans = { day: range, hour: range, week: range, month: { from: '2026-02-10', to: '2026-04-20' } } as const;
  return async ({ hospital, departmentId, practitionerId }: Ground) => {
    const context = systemContext(hospital.id, 'test');
    const series = (grain: keyof typeof spans, whose: { departmentId?: string; practitionerId?: string } = {}) =>
      figures.read(context, { figures: tiles, ...spans[grain], grain, ...whose });
    const answers = {
      day: await series('day'),
      hour: await series('hour'),
      'week of a department': await series('week', { departmentId }),
      'month of a doctor': await series('month', { departmentId, practitionerId }),
      departments: await breakdown.read(context, { ...beside, by: 'department' }),
      doctors: await breakdown.read(context, { ...beside, by: 'practitioner', departmentId }),
      funnel: await outcomes.funnel(context, range),
      'safety of a department': await outcomes.safety(context, { ...range, departmentId }),
      'call outcomes': await outcomes.callOutcomes(context, range),
      'heat map': await demand.heatMap(context, range),
      'heat map of a department': await demand.heatMap(context, { ...range, departmentId }),
      forecast: await demand.forecast(context, { departmentId }),
    };
    return Object.fromEntries(
      Object.entries(answers).map(([name, answer]) => [name, { ...answer, asOf: null, waiting: null }]),
    );
  };
}

async function scene(timeZone: string): Promise<Ground & { events: RandomEvent[] }> {
  const hospital = await factory.hospital('CN', timeZone);
  const doctors = [await factory.doctor(hospital), await factory.doctor(hospital)];
  const ids = doctors.map((doctor) => doctor.practitionerId);
  const { departmentId } = hospital;
  const ground = { from: new Date(`${range.from}T00:00:00Z`), days: 12, departments: [departmentId], doctors: ids };
  const events = shuffled(timeZone, randomEvents(timeZone, 60, ground));
  return { hospital, departmentId, practitionerId: ids[0] ?? '', events };
}

async function count(hospital: TestHospital, events: readonly RandomEvent[]): Promise<void> {
  await storeEvents(test.database.admin, hospital.id, events);
  await ownCounting(test).countPending(hospital.id, 'test');
}

/** Replaces a hospital’s rollups without an event, so that an unchanged answer must come from the cache. */
async function changeWithoutTriggers(hospital: TestHospital): Promise<void> {
  const admin = await test.database.admin.connect();
  await admin.query('SET session_replication_role = replica');
  await admin.query(`UPDATE figure_rollup SET tally = '\\x010000' WHERE hospital_id = $1`, [hospital.id]);
  await admin.query('RESET session_replication_role');
  admin.release();
}

describe('cached figures', () => {
  it('equal uncached ones after each batch of late, corrected and withdrawn events', async () => {
    const ground = await scene('Australia/Lord_Howe');
    const keeping = ownViews();
    const seen = new Set<string>();
    const part = Math.ceil(ground.events.length / 4);
    for (let start = 0; start < ground.events.length; start += part) {
      await count(ground.hospital, ground.events.slice(start, start + part));
      const answers = await keeping(ground);
      expect(answers).toEqual(await ownViews()(ground));
      expect(await keeping(ground)).toEqual(answers);
      seen.add(JSON.stringify(answers));
    }
    expect(seen.size).toBe(4);
  });

  it('are returned without reading rows until an event changes one of their days, however late', async () => {
    const ground = await scene('Asia/Shanghai');
    const keeping = ownViews();
    await count(ground.hospital, ground.events);
    const answers = await keeping(ground);
    await changeWithoutTriggers(ground.hospital);
    expect(await keeping(ground)).toEqual(answers);
    // A day after the range, which only the series by month includes.
    const late = { ...newVisit(ground), at: new Date('2026-04-10T04:00:00Z') };
    await count(ground.hospital, [late]);
    const { 'month of a doctor': month, ...others } = await keeping(ground);
    expect(month).not.toEqual(answers['month of a doctor']);
    expect(others).toEqual({ ...answers, 'month of a doctor': undefined });
  });

  it('are invalidated by an event of a day whose sums stay the same', async () => {
    const ground = await scene('Asia/Kolkata');
    const keeping = ownViews();
    const [morning, evening] = [new Date('2026-03-03T03:40:00Z'), new Date('2026-03-03T14:10:00Z')];
    const first = { ...newVisit(ground), at: morning };
    await count(ground.hospital, [...ground.events, first]);
    const before = await keeping(ground);
    await count(ground.hospital, [{ ...first, id: newId(), at: evening, corrects: first.id }]);
    const after = await keeping(ground);
    expect(after['heat map']).not.toEqual(before['heat map']);
    expect(after).toEqual(await ownViews()(ground));
  });

  it('are recomputed after a full recount and after a change of the hospital’s target', async () => {
    const ground = await scene('Asia/Shanghai');
    const keeping = ownViews();
    await count(ground.hospital, ground.events);
    const answers = await keeping(ground);
    await changeWithoutTriggers(ground.hospital);
    await ownCounting(test).rebuild(ground.hospital.id, 'test');
    expect(await keeping(ground)).toEqual(answers);
    await test.database.admin.query(
      `UPDATE hospital SET settings = settings || '{"targetWaitSeconds":60}' WHERE id = $1`,
      [ground.hospital.id],
    );
    // Settings are cached for a minute.
    test.clock.advance(61_000);
    const strict = await keeping(ground);
    expect(strict['day']).not.toEqual(answers['day']);
    expect(strict).toEqual(await ownViews()(ground));
  });

  it('are not affected by changes in another hospital', async () => {
    const [one, other] = [await scene('Asia/Shanghai'), await scene('Asia/Shanghai')];
    const keeping = ownViews();
    await count(one.hospital, one.events);
    const answers = await keeping(one);
    await changeWithoutTriggers(one.hospital);
    await count(other.hospital, other.events);
    expect(await keeping(one)).toEqual(answers);
    expect(await keeping(other)).toEqual(await ownViews()(other));
  });

  it('are audited at every read', async () => {
    const ground = await scene('Asia/Shanghai');
    const keeping = ownViews();
    await keeping(ground);
    const readCount = async () => {
      const { rows } = await test.database.admin.query<{ looks: number }>(
        `SELECT count(*)::int AS looks FROM audit_event WHERE hospital_id = $1 AND action = 'metrics.read'`,
        [ground.hospital.id],
      );
      return rows[0]?.looks ?? 0;
    };
    const before = await readCount();
    expect(before).toBe(12);
    await keeping(ground);
    expect(await readCount()).toBe(24);
  });
});

function newVisit({ departmentId, practitionerId }: Ground): Omit<RandomEvent, 'at'> {
  const visitId = newId();
  const facts = { kind: 'walk-in' };
  const of = { visitId, entityId: visitId, departmentId, practitionerId };
  return { id: newId(), type: 'visit.created', ...of, facts, corrects: null };
}
