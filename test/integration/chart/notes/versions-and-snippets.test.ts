import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addSnippet,
  listNoteVersions,
  listSnippets,
  readNoteVersion,
  removeSnippet,
  saveNote,
  saveSnippet,
} from '../../../../shared/src/chart/notes.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../../support/factories.ts';
import { startTestApi, type TestApi } from '../../../support/test-api.ts';
import { trailOf } from '../../../support/trail.ts';
import { admittedVisit } from '../../../support/visit-steps.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
});
afterAll(() => test.close());

describe('the versions of a note', () => {
  it('are paged newest first with author and time, and each can be read', async () => {
    const patient = await factory.patient(hospital);
    const params = { visitId: (await admittedVisit(hospital, patient, doctor)).id };
    for (let version = 0; version < 5; version++) {
      const body = { subjective: `text ${version + 1}`, objective: '', assessment: '', plan: '' };
      await doctor.client.ok(saveNote, { params, version, body });
    }
    const list = (query: { limit: number; before?: number }) => doctor.client.ok(listNoteVersions, { params, query });
    const first = await list({ limit: 2 });
    expect(first).toMatchObject({ items: [{ version: 5, author: { name: '王芳' } }, { version: 4 }], next: 4 });
    expect(await list({ limit: 2, before: 4 })).toMatchObject({ items: [{ version: 3 }, { version: 2 }], next: 2 });
    expect(await list({ limit: 2, before: 2 })).toMatchObject({ items: [{ version: 1 }], next: null });
    const readAt = (version: number, person: TestPerson = doctor) =>
      person.client.call(readNoteVersion, { params: { ...params, version } });
    expect((await readAt(3)).value).toMatchObject({ version: 3, content: { subjective: 'text 3' } });
    expect((await readAt(6)).problem.code).toBe('resource.not-found');
    expect((await readAt(3, await factory.doctor(hospital))).problem.code).toBe('resource.not-found');
    expect((await readAt(3, await factory.doctor(await factory.hospital()))).problem.code).toBe('resource.not-found');
    expect((await readAt(3, patient)).problem.code).toBe('auth.forbidden');
    const trail = await trailOf(test, params.visitId);
    expect(trail.filter(({ action }) => action === 'note.versions-read')).toHaveLength(4);
    expect(trail.filter(({ action }) => action === 'access.denied')).toHaveLength(4);
  });
});

describe('a doctor’s snippets', () => {
  const add = (trigger: string, text: string, person: TestPerson = doctor) =>
    person.client.call(addSnippet, { body: { trigger, text } });
  const list = async (query: object = {}, person: TestPerson = doctor) =>
    (await person.client.ok(listSnippets, { query })).items.map(({ trigger }) => trigger);

  it('are private: stored, searched, changed by version and deleted', async () => {
    const htn = (await add(' .HTN ', '家庭血压监测，每日两次。')).value;
    expect(htn).toMatchObject({ trigger: '.htn', version: 1 });
    await add('.dm', 'HbA1c in three months.');
    expect(await list()).toEqual(['.dm', '.htn']);
    expect(await list({ q: '血压' })).toEqual(['.htn']);
    expect(await list({ q: 'hba1C' })).toEqual(['.dm']);
    expect(await list({ q: '%' })).toEqual([]);
    const page = await doctor.client.ok(listSnippets, { query: { limit: 1 } });
    expect(page.next).toBe('.dm');
    expect(await list({ limit: 1, cursor: '.dm' })).toEqual(['.htn']);

    const params = { snippetId: htn.id };
    const body = { trigger: '.htn', text: 'BP diary.' };
    const saved = await doctor.client.call(saveSnippet, { params, version: 1, body });
    expect(saved.value).toMatchObject({ version: 2, text: 'BP diary.' });
    const stale = await doctor.client.call(saveSnippet, { params, version: 1, body: { ...body, text: 'other' } });
    expect([stale.status, stale.problem.facts]).toEqual([412, { version: 2 }]);
    const clash = await doctor.client.call(saveSnippet, { params, version: 2, body: { ...body, trigger: '.dm' } });
    expect(clash.problem.code).toBe('note.snippet-taken');

    const colleague = await factory.doctor(hospital);
    expect(await list({}, colleague)).toEqual([]);
    expect((await colleague.client.call(saveSnippet, { params, version: 2, body })).problem.code).toBe(
      'resource.not-found',
    );
    expect((await colleague.client.call(removeSnippet, { params })).problem.code).toBe('resource.not-found');
    const elsewhere = await factory.doctor(await factory.hospital());
    expect((await elsewhere.client.call(removeSnippet, { params })).problem.code).toBe('resource.not-found');
    expect(
      (await trailOf(test, htn.id)).filter(({ action }) => action === 'access.denied').length,
    ).toBeGreaterThanOrEqual(3);
    expect((await doctor.client.call(removeSnippet, { params })).status).toBe(204);
    expect(await list()).toEqual(['.dm']);
  });

  it('with the same trigger at once are stored once', async () => {
    const other = await factory.doctor(hospital);
    const answers = await Promise.all(Array.from({ length: 6 }, () => add('.cough', 'x', other)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ problem }) => problem.code === 'note.snippet-taken')).toHaveLength(5);
  });

  it.each([
    ['htn', 'x', 'trigger'],
    ['.two words', 'x', 'trigger'],
    ['.ok', '  ', 'text'],
  ])('reject trigger %j with text %j', async (trigger, text, path) => {
    expect((await add(trigger, text)).problem).toMatchObject({ code: 'validation.failed', fields: [{ path }] });
  });
});
