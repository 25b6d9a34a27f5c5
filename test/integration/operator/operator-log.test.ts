import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import {
  foundHospital,
  listOperatorEvents,
  openOperatorSession,
  suspendHospital,
} from '../../../shared/src/operator/operator.contract.ts';
import type { QueryInputOf } from '../../../shared/src/core/route.ts';
import { TestClient } from '../../support/client.ts';
import { everyPage } from '../../support/every-page.ts';
import { signedInOperator } from '../../support/operators.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let anybody: TestClient;
let headers: Record<string, string>;
const names = [
  ['Willow Ferry', '柳渡'],
  ['Stone Bridge', '石桥'],
  ['Lotus Pier', '荷埠'],
] as const;
beforeAll(async () => {
  test = await startTestApi();
  anybody = new TestClient(test.url);
  ({ headers } = await signedInOperator(test));
  for (const [en, zh] of names) {
    if (en === 'Lotus Pier') test.clock.advance(1000);
    const body = {
      id: newId(),
      slug: `log-${en.slice(0, 3).toLowerCase()}`,
      name: { en, zh },
      jurisdiction: 'CN' as const,
      timeZone: 'Asia/Shanghai',
      locale: 'zh-CN' as const,
      administrator: { email: 'li.na@log.test', name: '李娜' },
    };
    await anybody.ok(foundHospital, { headers, body });
    if (en === 'Stone Bridge') await anybody.ok(suspendHospital, { headers, params: { hospitalId: body.id } });
  }
  // Gives all foundings but the last one the same timestamp.
  const founding = `(SELECT min(at) AS first, max(at) AS last FROM operator_event WHERE action = 'hospital.founded')`;
  await test.database.admin.query(
    `UPDATE operator_event e SET at = f.first FROM ${founding} f WHERE e.action = 'hospital.founded' AND e.at < f.last`,
  );
});
afterAll(() => test.close());
const readLog = (query: QueryInputOf<typeof listOperatorEvents>) =>
  everyPage((page) => anybody.ok(listOperatorEvents, { headers, query: { ...query, ...page } }));
const founded = async (query: QueryInputOf<typeof listOperatorEvents> = {}) =>
  (await readLog({ action: 'hospital.founded', ...query })).map(({ hospital }) => hospital?.name.en);

it('the operator log is listed newest or oldest first and pages through equal timestamps without loss', async () => {
  const newest = await founded();
  expect(newest[0]).toBe('Lotus Pier');
  expect(newest.toSorted()).toEqual(['Lotus Pier', 'Stone Bridge', 'Willow Ferry']);
  expect(await founded({ order: 'asc' })).toEqual(newest.toReversed());
});

it('the operator log is searched by hospital name in both languages and slug, operator, address and outcome', async () => {
  for (const q of ['stone', '石桥', 'LOG-STO']) expect(await founded({ q })).toEqual(['Stone Bridge']);
  expect((await readLog({ q: 'stone', order: 'asc' })).map(({ action }) => action)).toEqual([
    'hospital.founded',
    'hospital.suspended',
  ]);
  expect(await founded({ q: 'wu lan' })).toHaveLength(3);
  expect(await founded({ q: '127.0.0.1' })).toHaveLength(3);
  expect(await founded({ q: '%' })).toEqual([]);
  expect(await founded({ outcome: 'denied' })).toEqual([]);
});

it('the operator log names invited operators, but no member of a hospital and no failed sign-in’s address', async () => {
  const email = 'stranger@elsewhere.test';
  await anybody.call(openOperatorSession, { body: { email, password: 'wrong', code: '000000' } });
  const [refused] = await readLog({ outcome: 'denied' });
  expect(refused).toMatchObject({ action: 'session.refused', operator: null, hospital: null, invited: null });
  const [invited] = await readLog({ action: 'operator.invited' });
  expect(invited).toMatchObject({ invited: expect.stringMatching(/@operator\.test$/) as string, hospital: null });
  expect(JSON.stringify(await readLog({}))).not.toMatch(/stranger|li\.na|李娜/);
});

it('the operator log rejects a cursor that it did not issue', async () => {
  const { problem } = await anybody.call(listOperatorEvents, { headers, query: { cursor: 'bm90aGluZw' } });
  expect(problem.fields).toEqual([expect.objectContaining({ path: 'cursor' })]);
});
