import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addAddendum, readNote, saveNote, signNote, type Note } from '../../../../shared/src/chart/notes.contract.ts';
import { NOTE_JWS_TYPE, noteJson } from '../../../../server/src/api/chart/notes/note-json.ts';
import { NoteSignaturesRepository } from '../../../../server/src/api/chart/notes/note-signatures.repository.ts';
import { NotesRepository } from '../../../../server/src/api/chart/notes/notes.repository.ts';
import { VisitPeopleRepository } from '../../../../server/src/api/chart/notes/visit-people.repository.ts';
import { CredentialRepository } from '../../../../server/src/api/signing/keys/credential.repository.ts';
import { PractitionerSigner } from '../../../../server/src/api/signing/keys/practitioner-signatures.ts';
import { openKeyEncryption } from '../../../../server/src/platform/signing/open-key-encryption.ts';
import { Clinic } from '../../../support/clinic.ts';
import type { TestPerson } from '../../../support/factories.ts';
import { inHospital } from '../../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../../support/test-api.ts';
import { trailOf } from '../../../support/trail.ts';
import { admittedVisit } from '../../../support/visit-steps.ts';

let test: TestApi;
let clinic: Clinic;
let visitId: string;

const content = { subjective: '咳嗽', objective: '', assessment: '上感', plan: '休息' };

beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
  visitId = visit.id;
  await clinic.doctor.client.ok(saveNote, { params: { visitId }, version: 0, body: content });
});

const sign = (person: TestPerson = clinic.doctor) => person.client.call(signNote, { params: { visitId }, version: 1 });
const add = (text: string, key?: string, person: TestPerson = clinic.doctor) =>
  person.client.call(addAddendum, { params: { visitId }, body: { text }, ...(key ? { key } : {}) });
const read = (): Promise<Note> => clinic.doctor.client.ok(readNote, { params: { visitId } });

const reversed = 'take \u202e01\u202c tablets';

/** Stores in the draft what a release before the rule on characters accepted. */
async function storeReversed(): Promise<void> {
  await test.database.admin.query(`UPDATE note SET content = jsonb_set(content, '{plan}', $2) WHERE visit_id = $1`, [
    visitId,
    JSON.stringify(reversed),
  ]);
}

/** Signs the draft as a release before the rule on characters did. */
async function signUnchecked(): Promise<void> {
  const { practitionerId } = clinic.doctor;
  const signer = new PractitionerSigner(await openKeyEncryption(test.settings));
  await inHospital(test, clinic.hospital.id, async (tx) => {
    const credential = await new CredentialRepository([]).current(tx, practitionerId);
    const people = await new VisitPeopleRepository().of(tx, visitId);
    const payload = noteJson(visitId, 1, { ...content, plan: reversed }, people, tx.now);
    const jws = await signer.jws(credential, NOTE_JWS_TYPE, payload);
    await new NotesRepository().sign(tx, visitId);
    const signature = { jws, certificatePem: credential.certificate.pem, signedAt: tx.now };
    await new NoteSignaturesRepository().keep(tx, visitId, practitionerId, signature);
  });
}

/** Changes a row as an attacker with the rights of the database owner. */
async function tamper(table: string, trigger: string, sql: string): Promise<void> {
  const { admin } = test.database;
  await admin.query(`ALTER TABLE ${table} DISABLE TRIGGER ${trigger}`);
  await admin.query(`UPDATE ${table} SET ${sql} WHERE visit_id = $1`, [visitId]);
  await admin.query(`ALTER TABLE ${table} ENABLE TRIGGER ${trigger}`);
}

describe('the signature of a note', () => {
  it('is the doctor’s own over canonical JSON and is verified at every read', async () => {
    const signed = (await sign()).value;
    expect(signed.signature).toEqual({ by: { name: '王芳', nameLatin: 'Wang Fang' }, state: 'valid' });
    const { rows } = await test.database.admin.query<{ jws: string }>(
      'SELECT jws FROM note_signature WHERE visit_id = $1',
      [visitId],
    );
    const [header = '', payload = ''] = rows[0]?.jws.split('.') ?? [];
    const text = (part: string) => Buffer.from(part, 'base64url').toString();
    expect(JSON.parse(text(header))).toMatchObject({ alg: 'ES256', typ: 'yunzhen-note' });
    expect(JSON.parse(text(payload))).toMatchObject({ schema: 'yunzhen/note/1', visitId, version: 1, content });

    await tamper('note', 'note_is_final', `content = jsonb_set(content, '{plan}', '"手术"')`);
    expect((await read()).signature?.state).toBe('invalid');
  });

  it('is shown and verified also over text of an earlier release that would now be rejected', async () => {
    await storeReversed();
    await signUnchecked();
    expect(await read()).toMatchObject({ content: { ...content, plan: reversed }, signature: { state: 'valid' } });
  });

  it('is rejected beside the section for a draft of an earlier release with characters that reorder it', async () => {
    await storeReversed();
    const rejected = await sign();
    expect([rejected.status, rejected.problem.code]).toEqual([400, 'validation.failed']);
    expect(rejected.problem.fields).toEqual([{ path: 'plan', rule: 'unprintable' }]);
    expect((await read()).status).toBe('draft');
    await clinic.doctor.client.ok(saveNote, { params: { visitId }, version: 1, body: content });
    const signed = await clinic.doctor.client.ok(signNote, { params: { visitId }, version: 2 });
    expect(signed).toMatchObject({ status: 'signed', content });
  });

  it('fails without a key and stores nothing', async () => {
    const doctor = await clinic.factory.doctor(clinic.hospital);
    const patient = await clinic.factory.patient(clinic.hospital);
    visitId = (await admittedVisit(clinic.hospital, patient, doctor)).id;
    await doctor.client.ok(saveNote, { params: { visitId }, version: 0, body: content });
    expect((await sign(doctor)).problem.code).toBe('prescription.no-credential');
    expect((await doctor.client.ok(readNote, { params: { visitId } })).status).toBe('draft');
  });

  it('requires a second factor, also for an addendum', async () => {
    const without = () =>
      test.database.admin.query('UPDATE session SET second_factor_at = NULL WHERE id = $1', [clinic.doctor.sessionId]);
    const given = () =>
      test.database.admin.query('UPDATE session SET second_factor_at = now() WHERE id = $1', [clinic.doctor.sessionId]);
    await without();
    expect((await sign()).problem.code).toBe('auth.second-factor-required');
    expect((await read()).status).toBe('draft');
    await given();
    expect((await sign()).status).toBe(200);
    await without();
    expect((await add('later')).problem.code).toBe('auth.second-factor-required');
    await given();
    expect((await read()).addenda).toEqual([]);
  });
});

describe('an addendum', () => {
  it('belongs to a signed note, keeps its order and author, and does not change the note', async () => {
    expect((await add('too early')).problem.code).toBe('note.not-signed');
    const before = (await sign()).value;
    expect((await add('化验结果正常。')).status).toBe(201);
    const after = (await add('Second thought.')).value;
    expect(after.addenda).toMatchObject([
      { number: 1, text: '化验结果正常。', signature: 'valid', author: { name: '王芳' } },
      { number: 2, text: 'Second thought.', signature: 'valid' },
    ]);
    expect({ ...after, addenda: [] }).toEqual(before);
    const trail = (await trailOf(test, visitId)).filter(({ action }) => action === 'note.addendum-added');
    expect(trail.map(({ details }) => details)).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('sent twice with one key is added once; two at once are both added in order', async () => {
    await sign();
    const key = randomUUID();
    const twice = await Promise.all([add('once', key), add('once', key)]);
    expect(twice.map(({ status }) => status)).toEqual([201, 201]);
    await Promise.all([add('a'), add('b'), add('c')]);
    const { addenda } = await read();
    expect(addenda.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(new Set(addenda.map(({ text }) => text))).toEqual(new Set(['once', 'a', 'b', 'c']));
  });

  it('is reserved to the visit’s doctor and must not be blank', async () => {
    await sign();
    expect((await add('x', undefined, await clinic.factory.doctor(clinic.hospital))).problem.code).toBe(
      'resource.not-found',
    );
    const elsewhere = await clinic.factory.doctor(await clinic.factory.hospital());
    expect((await add('x', undefined, elsewhere)).problem.code).toBe('resource.not-found');
    expect(
      (await trailOf(test, visitId)).some(
        ({ action, code }) => action === 'access.denied' && code === 'resource.not-found',
      ),
    ).toBe(true);
    expect((await add(' \n')).problem).toMatchObject({ code: 'validation.failed', fields: [{ path: 'text' }] });
  });

  it('that was changed or moved to another note is shown as invalid', async () => {
    await sign();
    await add('as signed');
    await tamper('note_addendum', 'note_addendum_is_final', `text = 'as wished'`);
    expect((await read()).addenda).toMatchObject([{ text: 'as wished', signature: 'invalid' }]);
  });
});

describe('the database', () => {
  it('rejects changing or deleting a version, a signature or an addendum for every role', async () => {
    await sign();
    await add('later');
    const { admin } = test.database;
    for (const table of ['note_version', 'note_signature', 'note_addendum']) {
      await expect(
        admin.query(`UPDATE ${table} SET hospital_id = hospital_id WHERE visit_id = $1`, [visitId]),
      ).rejects.toThrow(/never changes/);
      await expect(admin.query(`DELETE FROM ${table} WHERE visit_id = $1`, [visitId])).rejects.toThrow(/never changes/);
      const asApp = inHospital(test, clinic.hospital.id, (tx) =>
        tx.query(`DELETE FROM ${table} WHERE visit_id = $1`, [visitId]),
      );
      await expect(asApp).rejects.toThrow(/permission denied/);
    }
  });
});
