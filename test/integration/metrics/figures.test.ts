import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFigureScene, type FigureScene } from './figure-scene.ts';
import {
  exportBreakdown,
  exportFigures,
  readBreakdown,
  readFigureDefinitions,
  readFigures,
} from '../../../shared/src/metrics/figures.contract.ts';
import { rebuildFigures } from '../../../server/src/api/metrics/counting/rebuild.contract.ts';
import {
  readCallOutcomes,
  readForecast,
  readFunnel,
  readHeatMap,
  readSafetyFigures,
} from '../../../shared/src/metrics/views.contract.ts';
import { figureIds } from '../../../shared/src/metrics/figures.ts';

let scene: FigureScene;
beforeAll(async () => {
  scene = await createFigureScene();
});
afterAll(() => scene.test.close());

const march = { from: '2026-03-01', to: '2026-03-31' };
const numbers = 'visits,visits-completed,wait-median,rejection-share';

describe('figures over time', () => {
  it('are summed by day, week and month in the hospital’s zone, with the previous period', async () => {
    const { president } = scene;
    for (const [grain, periods] of [
      ['day', 31],
      ['week', 6],
      ['month', 1],
    ] as const) {
      const answer = await president.client.ok(readFigures, { query: { figures: numbers, ...march, grain } });
      expect(answer.periods).toHaveLength(periods);
      const [visits, completed, wait] = answer.series;
      expect([visits?.total.value, completed?.total.value, wait?.total.of]).toEqual([60, 50, 54]);
      expect(visits?.values.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(60);
      expect(visits?.before.value).toBe(28);
      expect([answer.beforeFrom, answer.beforeTo]).toEqual(['2026-02-01', '2026-02-28']);
      expect(Math.abs((wait?.total.value ?? 0) - 300) / 300).toBeLessThanOrEqual(0.01);
    }
    // The visit at 23:30 of the last day, in the hospital’s zone, counts in the last hour of that day.
    const hours = await president.client.ok(readFigures, {
      query: { figures: 'visits', from: '2026-03-31', to: '2026-03-31', grain: 'hour' },
    });
    expect(hours.periods).toHaveLength(24);
    expect(hours.series[0]?.values[23]?.value).toBe(1);
  });

  it('have no counts of a previous period in which the hospital’s figures begin', async () => {
    const beforeOf = async (from: string, to: string) => {
      const query = { figures: 'visits', from, to };
      const [visits] = (await scene.president.client.ok(readFigures, { query })).series;
      const asked = { ...query, by: 'department' as const };
      const { items, total } = await scene.president.client.ok(readBreakdown, { query: asked });
      return [visits?.before, total.before[0], items[0]?.before[0]].map((cell) => cell?.value);
    };
    expect(await beforeOf('2026-02-11', '2026-02-20')).toEqual([10, 10, 10]);
    expect(await beforeOf('2026-02-10', '2026-02-19')).toEqual([null, null, null]);
  });

  it('are rejected for impossible ranges, figures that doctors do not have, and unknown ids', async () => {
    const { president, doctors, other, departmentId } = scene;
    const wrong = [
      { figures: 'visits', from: '2026-03-02', to: '2026-03-01' },
      { figures: 'visits', from: '2020-01-01', to: '2026-03-01' },
      { figures: 'visits', from: '2026-01-01', to: '2026-03-01', grain: 'hour' },
      { figures: 'sales', ...march },
      { figures: 'prescriptions', ...march, departmentId, practitionerId: doctors[0] },
      { figures: 'antibiotic-share', ...march, departmentId, practitionerId: doctors[0] },
      { figures: 'visits', ...march, practitionerId: doctors[0] },
    ];
    for (const query of wrong) {
      const answer = await president.client.call(readFigures, { query: query as never });
      expect([query, answer.status, answer.problem.code]).toEqual([query, 400, 'validation.failed']);
    }
    const strange = [{ departmentId: other.departmentId }, { departmentId, practitionerId: other.practitionerId }];
    for (const query of strange) {
      const answer = await president.client.call(readFigures, { query: { figures: 'visits', ...march, ...query } });
      expect(answer.problem.code).toBe('resource.not-found');
    }
  });
});

describe('folding small counts', () => {
  it('hides groups under five and enough others that subtraction reveals nothing', async () => {
    const { president, departmentId } = scene;
    const { items, total } = await president.client.ok(readBreakdown, {
      query: { figures: 'visits,visits-completed', ...march, by: 'practitioner', departmentId },
    });
    expect(total.cells[0]?.value).toBe(60);
    const visits = items.map(({ cells }) => cells[0]);
    // 3, 17 and 40: the three is hidden, and therefore the seventeen too.
    expect(visits.map((cell) => cell?.value ?? null).sort()).toEqual([40, null, null]);
    expect(visits.filter((cell) => cell?.folded && cell.of === null)).toHaveLength(2);
    // A search does not change which groups are hidden.
    for (const { name } of items) {
      const found = await president.client.ok(readBreakdown, {
        query: { figures: 'visits', ...march, by: 'practitioner', departmentId, search: name.zh },
      });
      expect(found.items[0]?.cells[0]).toEqual(items.find((item) => item.name.zh === name.zh)?.cells[0]);
    }
  });

  it('narrows doctors to a title without changing which groups are hidden', async () => {
    const { test, president, departmentId, doctors } = scene;
    const chief = { en: 'Chief Physician', zh: '主任医师' };
    const asked = { figures: 'visits', ...march, by: 'practitioner', departmentId } as const;
    await test.database.admin.query('UPDATE practitioner SET title = $2 WHERE id = ANY ($1)', [
      doctors.slice(1),
      chief,
    ]);
    const all = await president.client.ok(readBreakdown, { query: asked });
    expect(all.titles).toContainEqual(chief);
    for (const title of [chief.en, chief.zh]) {
      const { items, total } = await president.client.ok(readBreakdown, { query: { ...asked, title } });
      expect(items).toEqual(all.items.filter(({ id }) => doctors.indexOf(id) > 0));
      expect(total).toEqual(all.total);
    }
    expect((await president.client.ok(readBreakdown, { query: { ...asked, title: 'Resident' } })).items).toEqual([]);
    const { titles } = await president.client.ok(readBreakdown, {
      query: { figures: 'visits', ...march, by: 'department' },
    });
    expect(titles).toEqual([]);
  });

  it('hides a part of one to four, and all but one to four, of a department', async () => {
    const { president, departmentId } = scene;
    const { series } = await president.client.ok(readFigures, {
      query: { figures: 'rejection-share,visits-left', ...march, departmentId, grain: 'month' },
    });
    expect(series[0]?.total).toEqual({ value: null, of: 20, folded: true });
    expect(series[1]?.total.folded).toBe(true);
    const whole = await president.client.ok(readFigures, {
      query: { figures: 'rejection-share', ...march, grain: 'month' },
    });
    expect(whole.series[0]?.total).toEqual({ value: 0.1, of: 20, folded: false });
  });

  it('never ranks doctors by what they prescribe', async () => {
    const { president, departmentId } = scene;
    const breakdownQuery = {
      figures: 'rejection-share,wait-median',
      ...march,
      by: 'practitioner',
      departmentId,
    } as const;
    const refused = await president.client.call(readBreakdown, {
      query: { ...breakdownQuery, sort: 'rejection-share' },
    });
    expect(refused.problem.code).toBe('validation.failed');
    const { items } = await president.client.ok(readBreakdown, {
      query: { ...breakdownQuery, sort: 'wait-median', limit: 2 },
    });
    expect(items).toHaveLength(2);
  });
});

describe('views of figures', () => {
  it('follow visits from the request to the dispensed prescription', async () => {
    const { steps } = await scene.president.client.ok(readFunnel, { query: march });
    expect(steps.map(({ step, count }) => [step, count.value])).toEqual([
      ['booked', 60],
      ['checked-in', 58],
      ['admitted', 54],
      ['completed', 50],
      ['signed', 20],
      ['approved', 18],
      ['dispensed', 15],
    ]);
    expect(steps[6]?.ofAll.value).toBe(0.25);
  });

  it('show demand by weekday and hour, calls by outcome, and safety by class', async () => {
    const { client } = scene.president;
    const { cells } = await client.ok(readHeatMap, { query: march });
    expect(cells).toHaveLength(168);
    expect(cells.reduce((sum, { visits }) => sum + (visits.value ?? 0), 0)).toBe(60);
    const { buckets } = await client.ok(readCallOutcomes, { query: march });
    expect(buckets.map(({ bucket, calls }) => [bucket, calls.value])).toEqual([
      ['good', 44],
      ['fair', 0],
      ['poor', 0],
      ['bad', 10],
      ['unmeasured', 0],
    ]);
    // Six of ten were completed; showing this would reveal the other four.
    expect(buckets[3]).toMatchObject({ completed: { value: null, of: 10, folded: true }, rating: { value: 2 } });
    const safety = await client.ok(readSafetyFigures, { query: march });
    expect(safety.checks.find(({ check }) => check === 'dose')).toMatchObject({ alerts: { value: 20 } });
    expect(safety.rejections.find(({ reason }) => reason === 'dose')?.count.folded).toBe(true);
    expect(safety.antibiotics.find(({ atc }) => atc === 'J01C')?.lines.value).toBe(20);
    expect(safety.antibioticShare.value).toBe(0.5);
    const { forecast, weeksKnown } = await client.ok(readForecast);
    expect([forecast, weeksKnown < 16]).toEqual([null, true]);
  });

  it('define every figure in both languages', async () => {
    const { items, relativeError } = await scene.president.client.ok(readFigureDefinitions);
    expect(items.map(({ id }) => id)).toEqual(figureIds);
    expect(relativeError).toBe(0.01);
    for (const { id, title, definition, numerator } of items) {
      expect([id, /\p{Script=Han}/u.test(title.zh + definition.zh), title.en.length > 3]).toEqual([id, true, true]);
      expect(numerator.length).toBeGreaterThan(0);
    }
  });

  it('are exported as CSV with the same folding, and the export is audited', async () => {
    const { test, president, hospital, departmentId } = scene;
    const get = async (path: string) => {
      const answer = await fetch(`${test.url}${path}`, {
        headers: { authorization: `Bearer ${president.accessToken}` },
      });
      return { type: answer.headers.get('content-type'), text: await answer.text() };
    };
    const range = 'from=2026-03-01&to=2026-03-31';
    const series = await get(`${exportFigures.path}?figures=visits&${range}&grain=month&locale=zh-CN`);
    expect(series.type).toBe('text/csv; charset=utf-8');
    expect(series.text).toContain('就诊申请');
    expect(series.text.split('\r\n')[1]).toBe('"2026-03-01","60","60"');
    const rows = await get(
      `${exportBreakdown.path}?figures=visits&${range}&by=practitioner&departmentId=${departmentId}`,
    );
    expect(rows.text.split('\r\n').filter((line) => line.endsWith('"not shown","not shown"'))).toHaveLength(2);
    const { rows: audited } = await test.database.admin.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM audit_event WHERE hospital_id = $1 AND action = 'metrics.exported' AND details->>'from' = '2026-03-01'`,
      [hospital.id],
    );
    expect(audited[0]?.n).toBe(2);
  });

  it('are limited to the president and the administrator; only the administrator starts a recount', async () => {
    const { outsiders, president, administrator } = scene;
    for (const { client } of outsiders) {
      expect((await client.call(readFigures, { query: { figures: 'visits', ...march } })).problem.code).toBe(
        'auth.forbidden',
      );
      expect((await client.call(readFunnel, { query: march })).problem.code).toBe('auth.forbidden');
      expect((await client.call(rebuildFigures)).problem.code).toBe('auth.forbidden');
    }
    expect((await president.client.call(rebuildFigures)).problem.code).toBe('auth.forbidden');
    expect(await administrator.client.ok(rebuildFigures)).toEqual({ queued: true });
  });
});
