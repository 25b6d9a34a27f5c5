import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  activateHospitalList,
  listActivations,
  listHospitalLists,
  listRemarks,
  readHospitalList,
  uploadHospitalList,
} from '../../../shared/src/catalogues/hospital-lists.contract.ts';
import type { QueryInputOf } from '../../../shared/src/core/route.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import type { TestClient } from '../../support/client.ts';
import { everyPage } from '../../support/every-page.ts';
import { Office } from '../../support/office.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let boss: TestClient;
let theirs: TestClient;
let ids: Record<string, string>;
const kind = 'diagnoses';

async function uploadList(fileName: string, lines: string[]): Promise<string> {
  const params = { kind, listId: newId() } as const;
  const path = uploadHospitalList.path.replace(':kind', kind).replace(':listId', params.listId);
  const answer = await fetch(`${test.url}${path}?${new URLSearchParams({ fileName }).toString()}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${boss.accessToken}`, 'content-type': 'text/csv' },
    body: ['code,billable,title', ...lines].join('\n'),
  });
  expect(answer.status).toBe(200);
  await vi.waitUntil(async () => (await boss.ok(readHospitalList, { params })).state !== 'reading', {
    timeout: 30_000,
  });
  return params.listId;
}
const row = (n: number) => `A${String(n).padStart(2, '0')},1,Disease ${n}`;

beforeAll(async () => {
  test = await startTestApi();
  const office = await Office.open(test);
  boss = office.administrator.client;
  await test.database.admin.query(
    `UPDATE account SET display_name = '周敏', display_name_latin = 'Zhou Min' WHERE id = $1`,
    [office.administrator.accountId],
  );
  theirs = (await Office.open(test)).administrator.client;
  ids = {};
  for (const [name, lines] of Object.entries({
    'b ward.csv': [row(1), row(2), row(3)],
    'C clinic.csv': [row(4)],
    'a colours.csv': [',,'],
    'd many.csv': Array.from({ length: 12 }, (_, n) =>
      n % 3 === 1 ? 'x' : `A${String(n).padStart(2, '0')},maybe,Cholera`,
    ).concat(row(50)),
  })) {
    ids[name] = await uploadList(name, lines);
    test.clock.advance(60_000);
  }
  // Two lists of the same instant.
  await test.database.admin.query(
    `ALTER TABLE hospital_list DISABLE TRIGGER hospital_list_is_final;
     UPDATE hospital_list SET uploaded_at = (SELECT l.uploaded_at FROM hospital_list l WHERE l.id = '${ids['b ward.csv']}') WHERE id = '${ids['C clinic.csv']}';
     ALTER TABLE hospital_list ENABLE TRIGGER hospital_list_is_final;`,
  );
});
afterAll(() => test.close());

describe('uploaded lists of diagnoses', () => {
  const named = async (query: QueryInputOf<typeof listHospitalLists> = {}, client = boss) =>
    (await everyPage((page) => client.ok(listHospitalLists, { params: { kind }, query: { ...query, ...page } }))).map(
      ({ fileName }) => fileName,
    );

  it('are listed newest first, or by time, name and size in both directions, across pages', async () => {
    const newest = await named();
    expect(newest.slice(0, 2)).toEqual(['d many.csv', 'a colours.csv']);
    expect(newest.slice(2).toSorted()).toEqual(['C clinic.csv', 'b ward.csv']);
    expect(await named({ order: 'asc' })).toEqual(newest.toReversed());
    const byName = ['a colours.csv', 'b ward.csv', 'C clinic.csv', 'd many.csv'];
    expect(await named({ sort: 'name', order: 'asc' })).toEqual(byName);
    expect(await named({ sort: 'name' })).toEqual(byName.toReversed());
    const bySize = await named({ sort: 'taken', order: 'asc' });
    expect([bySize[0], bySize[3]]).toEqual(['a colours.csv', 'b ward.csv']);
    expect(bySize.toSorted()).toEqual(newest.toSorted());
  });

  it('are found by file, edition, state and uploader', async () => {
    expect(await named({ q: 'CLINIC' })).toEqual(['C clinic.csv']);
    const { version, uploadedBy } = await boss.ok(readHospitalList, {
      params: { kind, listId: ids['b ward.csv'] ?? '' },
    });
    expect(uploadedBy).toEqual({ name: '周敏', nameLatin: 'Zhou Min' });
    expect(await named({ q: version })).toEqual(['b ward.csv']);
    expect(await named({ q: 'zhou' })).toHaveLength(4);
    expect(await named({ state: 'failed' })).toEqual(['a colours.csv']);
    for (const q of ['%', 'medicines']) expect(await named({ q })).toEqual([]);
  });

  it('of another hospital are not found, also not through a cursor', async () => {
    const params = { kind } as const;
    const { next } = await boss.ok(listHospitalLists, { params, query: { limit: 1 } });
    expect(await named({}, theirs)).toEqual([]);
    expect((await theirs.ok(listHospitalLists, { params, query: { cursor: next ?? '' } })).items).toEqual([]);
    const forged = await boss.call(listHospitalLists, { params, query: { cursor: 'bm90aGluZw' } });
    expect(forged.problem.fields).toEqual([expect.objectContaining({ path: 'cursor' })]);
  });
});

describe('the report of a list', () => {
  const remarksOf = async (query: QueryInputOf<typeof listRemarks> = {}) => {
    const params = { kind, listId: ids['d many.csv'] ?? '' } as const;
    return everyPage((page) => boss.ok(listRemarks, { params, query: { ...query, ...page } }), 2);
  };
  const lines = async (query?: QueryInputOf<typeof listRemarks>) => (await remarksOf(query)).map(({ line }) => line);
  const inOrder = Array.from({ length: 12 }, (_, n) => n + 2);

  it('is ordered by line of the file in both directions, or by column', async () => {
    expect(await lines()).toEqual(inOrder);
    expect(await lines({ order: 'desc' })).toEqual(inOrder.toReversed());
    const byColumn = await remarksOf({ sort: 'column' });
    expect(byColumn.map(({ column }) => column)).toEqual([
      ...Array.from({ length: 4 }, () => ''),
      ...Array.from({ length: 8 }, () => 'billable'),
    ]);
    expect(byColumn.slice(4).map(({ line }) => line)).toEqual(inOrder.filter((line) => line % 3 !== 0));
  });

  it('is searched by line, column, reason in both languages and the rejected text', async () => {
    expect(await lines({ q: '7' })).toEqual([7]);
    expect(await lines({ q: 'BILLABLE' })).toHaveLength(8);
    expect(await lines({ q: 'number of fields' })).toEqual([3, 6, 9, 12]);
    expect(await lines({ q: '引号未闭合' })).toEqual([3, 6, 9, 12]);
    expect(await lines({ q: 'maybe' })).toHaveLength(8);
    expect(await lines({ outcome: 'taken' })).toEqual([]);
    expect(await lines({ outcome: 'refused' })).toEqual(inOrder);
  });
});

describe('the history of activations', () => {
  const named = async (query: QueryInputOf<typeof listActivations> = {}, client = boss) =>
    (await everyPage((page) => client.ok(listActivations, { params: { kind }, query: { ...query, ...page } }))).map(
      ({ fileName }) => fileName,
    );
  beforeAll(async () => {
    for (const name of ['d many.csv', 'b ward.csv', null, 'd many.csv']) {
      const body = { listId: name === null ? null : (ids[name] ?? null) };
      await boss.ok(activateHospitalList, { params: { kind }, body });
      test.clock.advance(1000);
    }
  });

  it('is listed newest first, or by time and name in both directions, with one entry per activation', async () => {
    expect(await named()).toEqual(['d many.csv', null, 'b ward.csv', 'd many.csv']);
    expect(await named({ order: 'asc' })).toEqual(['d many.csv', 'b ward.csv', null, 'd many.csv']);
    expect(await named({ sort: 'name', order: 'asc' })).toEqual([null, 'b ward.csv', 'd many.csv', 'd many.csv']);
    expect(await named({ sort: 'name' })).toEqual(['d many.csv', 'd many.csv', 'b ward.csv', null]);
  });

  it('is found by file and person, and never for another hospital', async () => {
    expect(await named({ q: 'ward' })).toEqual(['b ward.csv']);
    expect(await named({ q: '周敏' })).toHaveLength(4);
    expect(await named({}, theirs)).toEqual([]);
  });
});
