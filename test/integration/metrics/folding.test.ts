import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBreakdown, readFigures, type FigureCell } from '../../../shared/src/metrics/figures.contract.ts';
import { readFunnel, readHeatMap, readSafetyFigures } from '../../../shared/src/metrics/views.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { ownCounting } from './own-counting.ts';
import { storeEvents, type RandomEvent } from './random-events.ts';

/** Departments by their visits in March. The visits of the second one belong to two doctors; two departments are equally large. */
const sizes = { few: [3], some: [12, 5], twin: [17], many: [40] };
type Name = keyof typeof sizes;
const names = Object.keys(sizes) as Name[];
const march = { from: '2026-03-01', to: '2026-03-31' };

let test: TestApi;
let hospital: TestHospital;
let president: TestPerson;
const departments = {} as Record<Name, string>;
const doctors = {} as Record<Name, string[]>;

beforeAll(async () => {
  test = await startTestApi();
  const factory = new Factory(test);
  hospital = await factory.hospital('CN', 'Asia/Shanghai');
  president = await factory.staff(hospital, 'president');
  const events: RandomEvent[] = [];
  for (const name of names) {
    departments[name] = name === 'few' ? hospital.departmentId : await department(name);
    doctors[name] = [];
    for (const visits of sizes[name]) {
      const { practitionerId } = await factory.doctor(hospital);
      doctors[name].push(practitionerId);
      await test.database.admin.query(
        'UPDATE practitioner_department SET department_id = $2 WHERE practitioner_id = $1',
        [practitionerId, departments[name]],
      );
      for (let i = 0; i < visits; i++) events.push(...visit(i, departments[name], practitionerId));
    }
  }
  await storeEvents(test.database.admin, hospital.id, events);
  await ownCounting(test).countPending(hospital.id, 'test');
});
afterAll(() => test.close());

async function department(code: string, hospitalId = hospital.id): Promise<string> {
  const id = newId();
  await test.database.admin.query(
    `INSERT INTO department (id, hospital_id, code, name, description, position) VALUES ($1, $2, $3, $4, '{"en":"","zh":""}', 2)`,
    [id, hospitalId, code, { en: code, zh: code }],
  );
  return id;
}

/** Returns a visit that was requested on one of five mornings, with a prescription and an alert. */
function visit(i: number, departmentId: string, practitionerId: string): RandomEvent[] {
  const visitId = newId();
  const at = new Date(Date.UTC(2026, 2, 2 + (i % 5), 2, i));
  const own = { visitId, entityId: visitId, departmentId, practitionerId, corrects: null, at };
  return [
    { ...own, id: newId(), type: 'visit.created', facts: { kind: 'walk-in' } },
    {
      ...own,
      id: newId(),
      type: 'prescription.signed',
      facts: { items: 1, issues: 1, overrides: 0, 'alerts.dose': 1 },
    },
  ];
}

const series = async (query: { departmentId?: string; practitionerId?: string }) => {
  const answer = await president.client.ok(readFigures, { query: { figures: 'visits', ...march, ...query } });
  const [visits] = answer.series;
  if (!visits) throw new Error('series of visits is missing');
  return visits;
};
const firstOfTwins = (): Name => (departments.some < departments.twin ? 'some' : 'twin');
const valueOf = ({ value, folded }: FigureCell) => (folded ? 'folded' : value);

describe('a department that is hidden because of a small one', () => {
  it('is hidden in the table, on its own page, in its doctors’ table and on their pages', async () => {
    const { items, total } = await president.client.ok(readBreakdown, {
      query: { figures: 'visits', ...march, by: 'department' },
    });
    expect(total.cells.map(valueOf)).toEqual([77]);
    const hidden = names.filter((name) => items.find(({ id }) => id === departments[name])?.cells[0]?.folded);
    // One of the two next larger departments, the same for every page.
    expect(hidden).toEqual(['few', firstOfTwins()]);
    for (const name of hidden) {
      const departmentId = departments[name];
      const own = await series({ departmentId });
      expect([name, valueOf(own.total)]).toEqual([name, 'folded']);
      expect(own.values.filter(({ value }) => value !== null && value > 0)).toEqual([]);
      const table = await president.client.ok(readBreakdown, {
        query: { figures: 'visits', ...march, by: 'practitioner', departmentId },
      });
      expect(table.total.cells.map(valueOf)).toEqual(['folded']);
      expect(table.items.flatMap(({ cells }) => cells.map(valueOf))).toEqual(sizes[name].map(() => 'folded'));
      for (const practitionerId of doctors[name])
        expect(valueOf((await series({ departmentId, practitionerId })).total)).toBe('folded');
    }
    const many = departments.many;
    expect(valueOf((await series({ departmentId: many })).total)).toBe(40);
    expect(valueOf((await series({ departmentId: many, practitionerId: doctors.many[0] ?? '' })).total)).toBe(40);
  });

  it('is hidden in every other view too', async () => {
    const readDepartment = async (departmentId: string) => {
      const query = { ...march, departmentId };
      const { steps } = await president.client.ok(readFunnel, { query });
      const { checks } = await president.client.ok(readSafetyFigures, { query });
      const { cells } = await president.client.ok(readHeatMap, { query });
      return [
        steps.find(({ step }) => step === 'booked')?.count,
        checks.find(({ check }) => check === 'dose')?.alerts,
        cells.some(({ visits }) => visits.value !== 0 && !visits.folded),
      ];
    };
    const hidden = { value: null, of: null, folded: true };
    expect(await readDepartment(departments.few)).toEqual([hidden, hidden, false]);
    expect(await readDepartment(departments[firstOfTwins()])).toEqual([hidden, hidden, false]);
    const plain = { value: 40, of: 40, folded: false };
    expect((await readDepartment(departments.many)).slice(0, 2)).toEqual([plain, plain]);
  });

  it('is hidden by day as well: where one department has few visits on a day, another is hidden too', async () => {
    const whole = await series({});
    const parts = [];
    for (const name of names) parts.push(await series({ departmentId: departments[name] }));
    let looked = 0;
    for (const [place, { value }] of whole.values.entries()) {
      const cells = parts.map(({ values }) => values[place]);
      const hidden = cells.filter((cell) => cell?.folded);
      if (value === 0) continue;
      const rest = (value ?? 0) - cells.reduce((sum, cell) => sum + (cell?.value ?? 0), 0);
      expect([hidden.length >= 2, rest >= 5]).toEqual([true, true]);
      looked++;
    }
    expect(looked).toBe(5);
  });

  it('is not revealed by querying a doctor over all departments', async () => {
    const { [0]: practitionerId = '' } = doctors.some;
    const one = await president.client.call(readFigures, { query: { figures: 'visits', ...march, practitionerId } });
    const all = await president.client.call(readBreakdown, {
      query: { figures: 'visits', ...march, by: 'practitioner' },
    });
    for (const { status, problem } of [one, all])
      expect([status, problem.fields]).toEqual([400, [{ path: 'departmentId', rule: 'required' }]]);
  });
});

describe('the first days of a hospital', () => {
  it('do not reveal the department of the only visits through a series of queries', async () => {
    const factory = new Factory(test);
    const young = await factory.hospital('CN', 'Asia/Shanghai');
    const first = await factory.staff(young, 'president');
    const { practitionerId } = await factory.doctor(young);
    const all = [young.departmentId, await department('empty', young.id), await department('emptier', young.id)];
    const events = [0, 1, 2].flatMap((i) => visit(i, young.departmentId, practitionerId));
    await storeEvents(test.database.admin, young.id, events);
    await ownCounting(test).countPending(young.id, 'test');

    const pageOf = async (departmentId: string) => {
      const query = { ...march, departmentId };
      const { series: lines } = await first.client.ok(readFigures, { query: { figures: 'visits', ...query } });
      const { steps } = await first.client.ok(readFunnel, { query });
      const { checks } = await first.client.ok(readSafetyFigures, { query });
      const { cells } = await first.client.ok(readHeatMap, { query });
      const doctorsOf = await first.client.ok(readBreakdown, {
        query: { figures: 'visits', ...query, by: 'practitioner' },
      });
      return { lines, steps, checks, cells, total: doctorsOf.total };
    };
    const { items, total } = await first.client.ok(readBreakdown, {
      query: { figures: 'visits', ...march, by: 'department' },
    });
    expect(total.cells.map(valueOf)).toEqual([3]);
    expect(items.map(({ cells }) => cells.map(valueOf))).toEqual(all.map(() => ['folded']));
    const [busy, ...others] = await Promise.all(all.map(pageOf));
    expect(valueOf(busy?.lines[0]?.total ?? { value: 3, of: 3, folded: false })).toBe('folded');
    for (const other of others) expect(other).toEqual(busy);
  });
});
