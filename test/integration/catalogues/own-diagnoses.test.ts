import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDiagnoses, saveDiagnoses, searchIcd10 } from '../../../shared/src/chart/chart.contract.ts';
import {
  activateHospitalList,
  cancelHospitalList,
  listActivations,
  listHospitalLists,
  listRemarks,
  readHospitalList,
  type ListKind,
} from '../../../shared/src/catalogues/hospital-lists.contract.ts';
import { readOwnDiagnoses, setFavouriteDiagnosis } from '../../../shared/src/chart/terminology.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { Clinic } from '../../support/clinic.ts';
import type { TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let clinic: Clinic;
let administrator: TestPerson;

beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
  administrator = await clinic.factory.staff(clinic.hospital, 'administrator');
});
afterAll(() => test.close());

async function upload(text: string | Buffer, id = newId(), kind: ListKind = 'diagnoses', type = 'text/csv') {
  const path = `/api/hospital-lists/${kind}/${id}?fileName=list.csv`;
  const answer = await fetch(test.url + path, {
    method: 'PUT',
    headers: { authorization: `Bearer ${administrator.client.accessToken}`, 'content-type': type },
    body: new Uint8Array(Buffer.from(text)),
  });
  return {
    id,
    status: answer.status,
    body: (await answer.json()) as { state: string; version: string; code?: string },
  };
}

async function read(id: string, kind: ListKind = 'diagnoses') {
  const params = { kind, listId: id };
  await expect
    .poll(async () => (await administrator.client.ok(readHospitalList, { params })).state, { timeout: 30_000 })
    .not.toBe('reading');
  return administrator.client.ok(readHospitalList, { params });
}

const activate = (listId: string | null) =>
  administrator.client.ok(activateHospitalList, { params: { kind: 'diagnoses' }, body: { listId } });
const search = (q: string) => clinic.doctor.client.ok(searchIcd10, { query: { q, limit: 5 } });

describe('a hospital’s own list of diagnoses', () => {
  it('reports every rejected row with line, column and reason, and accepts the others', async () => {
    const { id } = await upload(
      [
        'code,billable,title',
        'I10,1,Essential (primary) hypertension',
        'X,1,No code',
        'A000,maybe,Cholera',
        'I10,1,Twice',
        'Q00,1,"open',
      ].join('\n'),
    );
    const list = await read(id);
    expect(list).toMatchObject({ state: 'ready', accepted: 1, refused: 4, active: false });
    const { items } = await administrator.client.ok(listRemarks, { params: { kind: 'diagnoses', listId: id } });
    // Errors in a row are found after errors of its form; the report is still ordered by line.
    expect(items.map(({ line, column }) => `${line} ${column}`)).toEqual(['3 code', '4 billable', '5 code', '6 ']);
    for (const { text } of items) expect(text.zh).toMatch(/\p{Script=Han}/u);
  });

  it.each([
    ['a missing column', 'code,name\nI10,Hypertension', /column title is missing/],
    ['an unknown column', 'code,title,colour\nI10,Hypertension,red', /column colour is not known/],
    ['no rows', 'code,title\n', /No row/],
    ['a binary file', Buffer.from([0, 1, 2, 3, 255]), /not text/],
  ])('refuses a file with %s as a whole', async (_what, content, reason) => {
    const { id } = await upload(content);
    const list = await read(id);
    expect(list.state).toBe('failed');
    expect(list.failure?.en).toMatch(reason);
    const answer = await administrator.client.call(activateHospitalList, {
      params: { kind: 'diagnoses' },
      body: { listId: id },
    });
    expect(answer.problem.code).toBe('list.not-ready');
  });

  it('reads Chinese text in the encoding of spreadsheets', async () => {
    const gb18030 = Buffer.concat([Buffer.from('code,title\nI10,'), Buffer.from([0xb8, 0xdf, 0xd1, 0xaa, 0xd1, 0xb9])]);
    expect(await read((await upload(gb18030)).id)).toMatchObject({ accepted: 1 });
  });

  it('is stored once when it is uploaded twice; a different file under its id is rejected', async () => {
    const text = 'code,title\nI10,Hypertension\nI11,Other';
    const first = await upload(text);
    await read(first.id);
    expect((await upload(text, first.id)).status).toBe(200);
    expect((await upload('code,title\nI10,Changed', first.id)).body.code).toBe('resource.conflict');
  });

  it('is in use until another is activated, and a recorded code remains valid', async () => {
    const { id, body } = await upload('code,title\nY99.7,Struck by a falling theremin\nI10,Essential hypertension');
    await read(id);
    expect((await search('theremin')).items).toEqual([]);
    await activate(id);
    const found = await search('theremin');
    expect(found).toMatchObject({ items: [{ code: 'Y99.7' }], dataVersion: body.version });
    expect((await search('gxy')).items[0]?.code).toBe('I10');
    expect((await search('htn')).items[0]?.code).toBe('I10');

    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    await clinic.diagnosed(visit, 'Y99.7');
    await activate(null);
    expect((await search('theremin')).items).toEqual([]);
    const params = { visitId: visit.id };
    const { version, items } = await clinic.doctor.client.ok(readDiagnoses, { params });
    const again = items.map(({ code, title, primary }) => ({
      code,
      title,
      primary,
      certainty: 'provisional' as const,
    }));
    await clinic.doctor.client.ok(saveDiagnoses, { params, version, body: { items: again } });

    await activate(id);
    await activate(id);
    await activate(null);
    const { items: history } = await administrator.client.ok(listActivations, { params: { kind: 'diagnoses' } });
    expect(history.map(({ listId }) => listId)).toEqual([null, id, null, id]);
  });

  it('can be stopped while it is read and then never activated', async () => {
    const { id } = await upload(full());
    const params = { kind: 'diagnoses' as const, listId: id };
    await administrator.client.ok(cancelHospitalList, { params });
    const stopped = await administrator.client.ok(cancelHospitalList, { params });
    expect(['cancelled', 'ready']).toContain(stopped.state);
  });

  it('is not found by another hospital', async () => {
    const { id } = await upload('code,title\nI10,Hypertension');
    await read(id);
    const other = await clinic.factory.hospital('CN');
    const stranger = await clinic.factory.staff(other, 'administrator');
    const params = { kind: 'diagnoses' as const, listId: id };
    expect((await stranger.client.call(readHospitalList, { params })).status).toBe(404);
    expect((await stranger.client.call(cancelHospitalList, { params })).status).toBe(404);
    const use = await stranger.client.call(activateHospitalList, { params, body: { listId: id } });
    expect(use.status).toBe(404);
    expect((await stranger.client.ok(listHospitalLists, { params })).items).toEqual([]);
    expect((await clinic.doctor.client.call(listHospitalLists, { params })).status).toBe(403);
  });

  it('may have a hundred thousand rows', async () => {
    const { id } = await upload(gzipSync(full()), newId(), 'diagnoses', 'application/gzip');
    expect(await read(id)).toMatchObject({ state: 'ready', accepted: 94_444, refused: 0 });
    await activate(id);
    expect((await search('fracture of bone 77')).items.length).toBe(5);
    await activate(null);
  });
});

describe('a doctor’s quick list', () => {
  it('contains the diagnoses that this doctor used last and marked', async () => {
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    await clinic.diagnosed(visit, 'J03.9');
    const own = await clinic.doctor.client.ok(readOwnDiagnoses);
    expect(own.recent[0]?.code).toBe('J03.9');
    const params = { code: 'I10' };
    await clinic.doctor.client.ok(setFavouriteDiagnosis, { params, body: { favourite: true } });
    const marked = await clinic.doctor.client.ok(setFavouriteDiagnosis, { params, body: { favourite: true } });
    expect(marked.favourites.map(({ code }) => code)).toEqual(['I10']);
    const colleague = await clinic.factory.doctor(clinic.hospital);
    expect(await colleague.client.ok(readOwnDiagnoses)).toEqual({ favourites: [], recent: [] });
    const gone = await clinic.doctor.client.ok(setFavouriteDiagnosis, { params, body: { favourite: false } });
    expect(gone.favourites).toEqual([]);
    const unknown = { params: { code: 'NOPE' }, body: { favourite: true } };
    expect((await clinic.doctor.client.call(setFavouriteDiagnosis, unknown)).status).toBe(404);
  });
});

/** Returns a list with as many rows as a national one. */
function full(): string {
  const lines = ['code,billable,title'];
  for (let n = 0; n < 94_444; n++) {
    const letter = String.fromCharCode(65 + Math.floor(n / 4000));
    const rest = String(n % 4000).padStart(4, '0');
    lines.push(`${letter}${rest.slice(0, 2)}.${rest.slice(2)},1,"Fracture of bone ${n}, initial encounter"`);
  }
  return lines.join('\n');
}
