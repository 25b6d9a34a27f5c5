import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readNote, saveNote, signNote, type NoteContent } from '../../../../shared/src/chart/notes.contract.ts';
import { referOffline, type Visit } from '../../../../shared/src/visits/visits.contract.ts';
import { CredentialFactory } from '../../../support/credentials.ts';
import { Factory, type TestHospital, type TestPerson } from '../../../support/factories.ts';
import { listen } from '../../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../../support/test-api.ts';
import { trailOf } from '../../../support/trail.ts';
import { admittedVisit, waitingVisit } from '../../../support/visit-steps.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let visit: Visit;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
  await new CredentialFactory(test).practitioner(hospital.id, doctor.practitionerId, '王芳');
});
afterAll(() => test.close());
beforeEach(async () => {
  patient = await factory.patient(hospital);
  visit = await admittedVisit(hospital, patient, doctor);
});

const text = (change: Partial<NoteContent> = {}): NoteContent => ({
  subjective: '咳嗽三天',
  objective: '',
  assessment: '上呼吸道感染',
  plan: '多饮水，休息',
  ...change,
});
const save = (version: number, content: NoteContent, person: TestPerson = doctor) =>
  person.client.call(saveNote, { params: { visitId: visit.id }, version, body: content });
const saved = async (version: number, content: NoteContent) => {
  const answer = await save(version, content);
  expect(answer.status).toBe(200);
  return answer.value;
};
const read = (person: TestPerson = doctor) => person.client.call(readNote, { params: { visitId: visit.id } });
const sign = (version: number, person: TestPerson = doctor, key?: string) =>
  person.client.call(signNote, { params: { visitId: visit.id }, version, ...(key ? { key } : {}) });
const versionsOf = async (visitId: string) =>
  (
    await test.database.admin.query<{ version: number; content: NoteContent; author_account_id: string }>(
      'SELECT version, content, author_account_id FROM note_version WHERE visit_id = $1 ORDER BY version',
      [visitId],
    )
  ).rows;

describe('writing a note', () => {
  it('starts empty at version 0 and stores every save with its author', async () => {
    expect((await read()).value).toEqual({
      visitId: visit.id,
      status: 'draft',
      version: 0,
      content: { subjective: '', objective: '', assessment: '', plan: '' },
      form: 'soap',
      updatedAt: null,
      signedAt: null,
      signature: null,
      addenda: [],
    });
    // The form is the hospital’s setting; the stored sections are the same.
    const form = (value: string) =>
      test.database.admin.query(
        `UPDATE hospital SET settings = settings || jsonb_build_object('noteForm', $2::text) WHERE id = $1`,
        [hospital.id, value],
      );
    await form('outpatient');
    expect((await read()).value?.form).toBe('outpatient');
    await form('soap');
    const page = await listen(test.url, doctor.accessToken);
    const patientsPage = await listen(test.url, patient.accessToken);
    const first = await save(0, text());
    expect(first.value).toMatchObject({ version: 1, status: 'draft', content: text() });
    expect(first.headers.get('etag')).toBe('"1"');
    await saved(1, text({ plan: '休息' }));
    expect(await page.next({ entity: 'note', id: visit.id })).toMatchObject({ event: 'note.saved', version: 1 });
    await patientsPage.socket.emitWithAck('renew', { accessToken: patient.accessToken });
    expect(patientsPage.short).toEqual([]);
    for (const socket of [page, patientsPage]) socket.close();
    expect((await read()).value).toMatchObject({ version: 2, content: text({ plan: '休息' }) });
    expect(await versionsOf(visit.id)).toEqual([
      { version: 1, content: text(), author_account_id: doctor.accountId },
      { version: 2, content: text({ plan: '休息' }), author_account_id: doctor.accountId },
    ]);
    const trail = (await trailOf(test, visit.id)).filter((entry) => entry.action === 'note.saved');
    expect(trail.map((entry) => entry.details)).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('from a stale page is rejected with the current version, and both texts are retained', async () => {
    await saved(0, text({ plan: 'from the first tab' }));
    await saved(1, text({ plan: 'from the first tab, longer' }));
    const stale = await save(1, text({ plan: 'from the second tab' }));
    expect([stale.status, stale.problem.code, stale.problem.facts]).toEqual([412, 'resource.stale', { version: 2 }]);
    const current = (await read()).value;
    expect(current).toMatchObject({ version: 2, content: { plan: 'from the first tab, longer' } });
    const merged = await saved(current.version, text({ plan: 'from the first tab, longer\nfrom the second tab' }));
    expect(merged.version).toBe(3);
    expect((await versionsOf(visit.id)).map(({ content }) => content.plan)).toEqual([
      'from the first tab',
      'from the first tab, longer',
      'from the first tab, longer\nfrom the second tab',
    ]);
  });

  it('twenty times at once on one version succeeds once', async () => {
    await saved(0, text());
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => save(1, text({ plan: `plan ${i}` })).then((answer) => ({ i, answer }))),
    );
    const taken = answers.filter(({ answer }) => answer.status === 200);
    expect(taken).toHaveLength(1);
    for (const { answer } of answers.filter(({ answer }) => answer.status !== 200))
      expect([answer.problem.code, answer.problem.facts]).toEqual(['resource.stale', { version: 2 }]);
    expect((await read()).value).toMatchObject({ version: 2, content: { plan: `plan ${taken[0]?.i}` } });
    expect(await versionsOf(visit.id)).toHaveLength(2);
  });

  it('for the first time twice at once succeeds once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => save(0, text({ plan: `plan ${i}` }))));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.problem.code === 'resource.stale')).toHaveLength(7);
  });

  it('again after a lost response returns that response without a new version', async () => {
    const first = await saved(0, text());
    expect(await saved(0, text())).toEqual(first);
    expect(await versionsOf(visit.id)).toHaveLength(1);
  });

  it('stores long text, emoji and spaces exactly', async () => {
    const long = '咳'.repeat(9_990) + ' 👩🏽‍⚕️ ';
    expect(long.length).toBeLessThanOrEqual(10_000);
    const content = text({ subjective: long, plan: '  休息\t\n 👍  ' });
    expect((await saved(0, content)).content).toEqual(content);
    expect((await read()).value.content).toEqual(content);
  });

  it.each([
    ['text that is too long', { plan: 'x'.repeat(10_001) }, 'plan', 'too-large'],
    ['control characters', { plan: 'a\u0000b' }, 'plan', 'control-characters'],
    ['half of a character', { plan: 'a\ud83d' }, 'plan', 'control-characters'],
    ['characters that reorder it', { plan: 'take \u202e01\u202c tablets' }, 'plan', 'unprintable'],
    ['an unknown field', { addendum: 'x' }, 'addendum', 'unknown-field'],
    ['a missing section', { plan: undefined }, 'plan', 'required'],
    ['another type', { plan: ['x'] }, 'plan', 'wrong-type'],
  ])('refuses %s', async (_, change, path, rule) => {
    const answer = await doctor.client.raw('PUT', `/api/visits/${visit.id}/note`, {
      version: 0,
      body: { ...text(), ...change },
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'validation.failed', fields: [{ path, rule }] });
    expect(await versionsOf(visit.id)).toEqual([]);
  });

  it('rejects a body with prototype keys', async () => {
    const answer = await fetch(`${test.url}/api/visits/${visit.id}/note`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${doctor.accessToken}`,
        'content-type': 'application/json',
        'if-match': '"0"',
      },
      body: '{"subjective":"","objective":"","assessment":"","plan":"","__proto__":{"status":"signed"}}',
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'request.malformed' });
  });

  it('requires the version it is based on', async () => {
    const path = `/api/visits/${visit.id}/note`;
    const without = await doctor.client.raw('PUT', path, { body: text() });
    expect([without.status, ((await without.json()) as { code: string }).code]).toEqual([
      428,
      'request.precondition-required',
    ]);
    for (const header of ['*', '7', '"x"', 'W/"0"', '"-1"']) {
      const answer = await doctor.client.raw('PUT', path, { body: text(), headers: { 'if-match': header } });
      expect(await answer.json()).toMatchObject({ code: 'validation.failed', fields: [{ path: 'If-Match' }] });
    }
  });
});

describe('the rights to a note', () => {
  it('allow only the visit’s doctor to write, and only during the visit', async () => {
    const elsewhere = await factory.hospital();
    const colleague = await factory.doctor(hospital);
    expect((await save(0, text(), colleague)).problem.code).toBe('resource.not-found');
    expect((await save(0, text(), await factory.doctor(elsewhere))).problem.code).toBe('resource.not-found');
    expect((await save(0, text(), patient)).problem.code).toBe('auth.forbidden');
    const denials = (await trailOf(test, visit.id)).filter((entry) => entry.action === 'access.denied');
    expect(denials.map((entry) => [entry.entity, entry.code])).toEqual([
      ['saveNote', 'resource.not-found'],
      ['saveNote', 'resource.not-found'],
      ['saveNote', 'auth.forbidden'],
    ]);
    expect(await versionsOf(visit.id)).toEqual([]);

    const other = await factory.patient(hospital);
    visit = await waitingVisit(hospital, other, doctor);
    expect((await save(0, text())).problem.code).toBe('visit.not-in-progress');
  });

  it('allow only treating doctors to read', async () => {
    await saved(0, text());
    expect((await read(await factory.doctor(hospital))).problem.code).toBe('resource.not-found');
    expect((await read(await factory.doctor(await factory.hospital()))).problem.code).toBe('resource.not-found');
    expect((await read(patient)).problem.code).toBe('auth.forbidden');
    expect((await read(await factory.pharmacist(hospital))).problem.code).toBe('auth.forbidden');

    await doctor.client.ok(referOffline, { params: { visitId: visit.id }, body: { reason: 'x' } });
    const next = await factory.doctor(hospital);
    await admittedVisit(hospital, patient, next);
    expect((await read(next)).value.content).toEqual(text());
    expect((await save(1, text(), next)).problem.code).toBe('visit.not-your-visit');
    const reads = (await trailOf(test, visit.id)).filter((entry) => entry.action === 'note.read');
    expect(reads.map((entry) => entry.actor_account_id)).toEqual([next.accountId]);
  });

  it('allow a note for a visit that was referred offline', async () => {
    await doctor.client.ok(referOffline, { params: { visitId: visit.id }, body: { reason: 'x' } });
    const note = await saved(0, text());
    expect((await sign(note.version)).value.status).toBe('signed');
  });
});

describe('signing a note', () => {
  it('requires an assessment and a plan', async () => {
    expect((await sign(0)).problem).toMatchObject({
      code: 'note.incomplete',
      fields: [
        { path: 'assessment', rule: 'required' },
        { path: 'plan', rule: 'required' },
      ],
    });
    const note = await saved(0, text({ plan: ' \n' }));
    expect((await sign(note.version)).problem.fields).toEqual([{ path: 'plan', rule: 'required' }]);
    expect((await read()).value.status).toBe('draft');
  });

  it('signs only the version that the doctor saw', async () => {
    await saved(0, text());
    await saved(1, text({ plan: 'changed elsewhere' }));
    const answer = await sign(1);
    expect([answer.status, answer.problem.code, answer.problem.facts]).toEqual([412, 'resource.stale', { version: 2 }]);
    expect((await read()).value.status).toBe('draft');
  });

  it('happens once, and the note cannot change afterwards', async () => {
    const { version } = await saved(0, text());
    const answers = await Promise.all(Array.from({ length: 4 }, () => sign(version)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    const signed = answers[0]?.value;
    expect(signed).toMatchObject({ status: 'signed', version: 1, content: text() });
    for (const answer of answers) expect(answer.value).toEqual(signed);
    expect((await trailOf(test, visit.id)).filter((entry) => entry.action === 'note.signed')).toHaveLength(1);

    for (const [at, content] of [
      [1, text({ plan: 'later' })],
      [0, text()],
    ] as const) {
      const late = await save(at, content);
      expect([late.status, late.problem.code]).toEqual([409, 'note.signed']);
    }
    expect((await read()).value).toEqual(signed);
    // The database rejects the change for every role.
    await expect(
      test.database.admin.query(`UPDATE note SET content = '{}' WHERE visit_id = $1`, [visit.id]),
    ).rejects.toThrow(/never changes/);
  });

  it('is reserved to the visit’s doctor, and a key is valid for one note', async () => {
    await saved(0, text());
    expect((await sign(1, await factory.doctor(hospital))).problem.code).toBe('resource.not-found');
    expect((await sign(1, patient)).problem.code).toBe('auth.forbidden');
    const key = randomUUID();
    expect((await sign(1, doctor, key)).value.status).toBe('signed');
    const other = await factory.patient(hospital);
    visit = await admittedVisit(hospital, other, doctor);
    await saved(0, text());
    expect((await sign(1, doctor, key)).problem.code).toBe('request.idempotency-mismatch');
  });
});
