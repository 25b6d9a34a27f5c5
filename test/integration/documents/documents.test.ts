import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createDocument,
  discardDocument,
  listVisitDocuments,
  readDocument,
  readDocumentFile,
  revokeDocument,
  saveDocument,
  signDocument,
  verifyDocumentCode,
  type ClinicalDocument,
  type DocumentContent,
} from '../../../shared/src/documents/documents.contract.ts';
import { addAllergy } from '../../../shared/src/chart/chart.contract.ts';
import { saveNote, signNote } from '../../../shared/src/chart/notes.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import type { DocumentKind } from '../../../shared/src/documents/clinical-document.ts';
import { TestClient } from '../../support/client.ts';
import { Clinic } from '../../support/clinic.ts';
import type { TestPerson } from '../../support/factories.ts';
import { inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { PaperDesk, sickDays } from './paper-desk.ts';

let test: TestApi;
let clinic: Clinic;
let desk: PaperDesk;
let patient: TestPerson & { patientId: string };
let visitId: string;

beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
  desk = new PaperDesk(test, clinic);
});
afterAll(() => test.close());
beforeEach(async () => {
  patient = await clinic.factory.patient(clinic.hospital);
  visitId = (await clinic.admitted(patient)).id;
});

const begin = (kind: DocumentKind) => desk.begin(visitId, kind);
const save = (document: ClinicalDocument, content: DocumentContent, version = document.version) =>
  clinic.doctor.client.call(saveDocument, { params: { documentId: document.id }, version, body: content });
const sign = (document: ClinicalDocument, version = document.version) =>
  clinic.doctor.client.call(signDocument, { params: { documentId: document.id }, version });
const signedSickNote = () => desk.signedSickNote(visitId);

describe('a draft of a clinical document', () => {
  it('starts with data of the chart', async () => {
    await clinic.diagnosed({ id: visitId } as Parameters<Clinic['diagnosed']>[0]);
    const body = { subjective: '咽痛三天', objective: '', assessment: '扁桃体炎', plan: '多饮水' };
    await clinic.doctor.client.ok(saveNote, { params: { visitId }, version: 0, body });
    await clinic.doctor.client.ok(signNote, { params: { visitId }, version: 1 });
    expect((await begin('after-visit-summary')).content).toMatchObject({ advice: '多饮水', watchFor: '' });
    expect((await begin('referral')).content).toMatchObject({ summary: '咽痛三天\n\n扁桃体炎', urgent: false });
    const note = await begin('sick-note');
    expect(note).toMatchObject({
      status: 'draft',
      version: 1,
      file: 'none',
      content: { to: null, patientAgreesToDiagnosis: false },
    });
    expect(note.number).toMatch(/^S\d{8}-[2-9A-Z]{6}$/);
  });

  it('copies the note when it is signed, never before, and leaves what the doctor wrote', async () => {
    const body = { subjective: '咽痛三天', objective: '', assessment: '扁桃体炎', plan: '多饮水' };
    await clinic.doctor.client.ok(saveNote, { params: { visitId }, version: 0, body });
    const [letter, own] = [await begin('referral'), await begin('referral')];
    const summary = await begin('after-visit-summary');
    expect(letter).toMatchObject({ noteSigned: false, content: { summary: '' } });
    expect(summary).toMatchObject({ noteSigned: false, content: { advice: '' } });
    await save(own, { ...own.content, summary: '另有说明' } as DocumentContent);
    const discarded = await begin('referral');
    await clinic.doctor.client.call(discardDocument, { params: { documentId: discarded.id } });
    await clinic.doctor.client.ok(signNote, { params: { visitId }, version: 1 });
    const { items } = await clinic.doctor.client.ok(listVisitDocuments, { params: { visitId } });
    expect(items.map(({ version, noteSigned }) => [version, noteSigned])).toEqual([
      [2, true],
      [2, true],
      [2, true],
    ]);
    expect(items.map(({ content }) => content)).toMatchObject([
      { summary: '咽痛三天\n\n扁桃体炎' },
      { summary: '另有说明' },
      { advice: '多饮水' },
    ]);
    expect((await save(letter, letter.content)).status).toBe(412);
  });

  it('is saved only over its current version; a repeated save creates no new one', async () => {
    const draft = await begin('sick-note');
    const first = await save(draft, sickDays());
    expect(first.value).toMatchObject({ version: 2, content: sickDays() });
    expect((await save(draft, sickDays())).value.version).toBe(2);
    const stale = await save(draft, sickDays({ remark: 'from another window' }));
    expect([stale.status, stale.problem.facts]).toEqual([412, { version: 2 }]);
    const wrong = await save(first.value, {
      kind: 'referral',
      hospital: '',
      department: '',
      urgent: false,
      reason: '',
      summary: '',
    });
    expect(wrong.problem).toMatchObject({ code: 'validation.failed', fields: [{ path: 'kind' }] });
  });

  it('is previewed as a draft and discarded', async () => {
    const draft = await begin('sick-note');
    const preview = await clinic.doctor.client.raw('GET', `/api/documents/${draft.id}/preview?locale=en&paper=A5`);
    expect([preview.status, preview.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const documentId = draft.id;
    expect((await clinic.doctor.client.call(discardDocument, { params: { documentId } })).status).toBe(204);
    expect((await clinic.doctor.client.call(readDocument, { params: { documentId } })).problem.code).toBe(
      'resource.not-found',
    );
    expect((await sign(draft)).problem.code).toBe('resource.not-found');
  });
});

describe('the rights to a clinical document', () => {
  it('let the visit’s doctor write, and that doctor and (once signed) the patient read', async () => {
    const draft = await begin('sick-note');
    const documentId = draft.id;
    const colleague = await clinic.factory.doctor(clinic.hospital);
    const elsewhere = await clinic.factory.doctor(await clinic.factory.hospital());
    const stranger = await clinic.factory.patient(clinic.hospital);
    const codeOf = async (person: TestPerson) =>
      (await person.client.call(readDocument, { params: { documentId } })).problem.code;
    for (const person of [colleague, elsewhere, stranger, patient])
      expect(await codeOf(person)).toBe('resource.not-found');
    const create = (person: TestPerson) =>
      person.client.call(createDocument, { params: { visitId }, body: { kind: 'sick-note' } });
    expect((await create(colleague)).problem.code).toBe('resource.not-found');
    expect((await create(elsewhere)).problem.code).toBe('resource.not-found');
    expect((await create(patient)).problem.code).toBe('auth.forbidden');
    expect((await trailOf(test, documentId)).filter(({ action }) => action === 'access.denied')).toHaveLength(4);

    const list = async (person: TestPerson) =>
      (await person.client.ok(listVisitDocuments, { params: { visitId } })).items.map(({ status }) => status);
    expect(await list(patient)).toEqual([]);
    expect(await list(clinic.doctor)).toEqual(['draft']);
    const { id } = await signedSickNote();
    expect(await list(patient)).toEqual(['signed']);
    for (const person of [colleague, elsewhere, stranger]) {
      expect((await person.client.call(readDocumentFile, { params: { documentId: id } })).problem.code).toBe(
        'resource.not-found',
      );
      expect(
        (await person.client.call(revokeDocument, { params: { documentId: id }, body: { reason: 'x' } })).status,
      ).toBeGreaterThanOrEqual(403);
    }
    expect((await stranger.client.call(listVisitDocuments, { params: { visitId } })).problem.code).toBe(
      'resource.not-found',
    );
  });
});

describe('signing a clinical document', () => {
  it('rejects missing fields and requires a second factor', async () => {
    const draft = await begin('sick-note');
    expect((await sign(draft)).problem).toMatchObject({
      code: 'document.incomplete',
      fields: [{ path: 'to', rule: 'required' }],
    });
    const backwards = (await save(draft, sickDays({ from: '2026-11-26', to: '2026-11-24' }))).value;
    expect((await sign(backwards)).problem.fields).toEqual([{ path: 'to', rule: 'before-beginning' }]);
    const tooLong = (await save(backwards, sickDays({ from: '2026-11-26', to: '2027-11-27' }))).value;
    expect((await sign(tooLong)).problem.fields).toMatchObject([{ path: 'to', rule: 'too-many-days' }]);
    const whole = (await save(tooLong, sickDays())).value;
    const { sessionId } = clinic.doctor;
    await test.database.admin.query('UPDATE session SET second_factor_at = NULL WHERE id = $1', [sessionId]);
    expect((await sign(whole)).problem.code).toBe('auth.second-factor-required');
    await test.database.admin.query('UPDATE session SET second_factor_at = now() WHERE id = $1', [sessionId]);
    expect((await sign(whole, 1)).problem.facts).toEqual({ version: whole.version });
    expect((await sign(whole)).value.status).toBe('signed');
  });

  it('rejects beside its field a draft of an earlier release with characters that reorder it', async () => {
    const draft = (await save(await begin('sick-note'), sickDays())).value;
    const set = `UPDATE clinical_document SET content = jsonb_set(content, '{remark}', '"\u202e01\u202c tablets"') WHERE id = $1`;
    await test.database.admin.query(set, [draft.id]);
    const rejected = await sign(draft);
    expect([rejected.status, rejected.problem.code]).toEqual([400, 'validation.failed']);
    expect(rejected.problem.fields).toEqual([{ path: 'remark', rule: 'unprintable' }]);
    const corrected = (await save(draft, sickDays())).value;
    expect((await sign(corrected)).value.status).toBe('signed');
  });

  it('twenty times at once happens once, and the document cannot change afterwards', async () => {
    const draft = (await save(await begin('sick-note'), sickDays())).value;
    const answers = await Promise.all(Array.from({ length: 20 }, () => sign(draft)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ value }) => value.signedAt)).size).toBe(1);
    expect((await trailOf(test, draft.id)).filter(({ action }) => action === 'document.signed')).toHaveLength(1);
    const { items } = await patient.client.ok(listNotifications, { query: { locale: 'en' } });
    const readyNotifications = items.filter(({ template }) => template === 'document.ready');
    expect(readyNotifications).toMatchObject([{ title: 'A document is ready for you', link: `/visits/${visitId}` }]);
    expect((await save(answers[0]?.value ?? draft, sickDays({ remark: 'later' }))).problem.code).toBe(
      'document.transition-refused',
    );
    const { admin } = test.database;
    for (const change of [`content = '{}'`, `status = 'draft'`, `signed_payload = '{}'`, 'secret_hash = NULL'])
      await expect(admin.query(`UPDATE clinical_document SET ${change} WHERE id = $1`, [draft.id])).rejects.toThrow(
        /never edited/,
      );
    await expect(admin.query('DELETE FROM clinical_document WHERE id = $1', [draft.id])).rejects.toThrow(
      /never deleted/,
    );
  });

  it('omits the diagnosis unless the patient agrees', async () => {
    await clinic.diagnosed({ id: visitId } as Parameters<Clinic['diagnosed']>[0]);
    const bodyOf = async (content: DocumentContent) => {
      const draft = (await save(await begin('sick-note'), content)).value;
      expect((await sign(draft)).status).toBe(200);
      return (await desk.payloadOf(draft.id))['body'];
    };
    expect(await bodyOf(sickDays())).toMatchObject({ days: 3, diagnoses: null });
    expect(await bodyOf(sickDays({ patientAgreesToDiagnosis: true }))).toMatchObject({
      diagnoses: [{ code: 'J03.9' }],
    });
  });

  it('of a referral lists allergies and medicines at that time, and distinguishes “not asked” from “none”', async () => {
    const content: DocumentContent = {
      kind: 'referral',
      hospital: '一院',
      department: 'ENT',
      urgent: true,
      reason: 'x',
      summary: 'y',
    };
    const bodyOf = async () => {
      const draft = (await save(await begin('referral'), content)).value;
      expect((await sign(draft)).status).toBe(200);
      return (await desk.payloadOf(draft.id))['body'];
    };
    expect(await bodyOf()).toMatchObject({ urgent: true, allergies: { state: 'not-asked' } });
    await patient.client.ok(addAllergy, { params: { patientId: patient.patientId }, body: { substance: '青霉素' } });
    expect(await bodyOf()).toMatchObject({ allergies: { state: 'recorded', substances: ['青霉素'] } });
  });
});

describe('withdrawing a clinical document', () => {
  it('is shown to the patient and in the public check, and is final', async () => {
    const { id, secret } = await signedSickNote();
    await desk.pdf(patient.client, id);
    const params = { documentId: id };
    const revoke = () => clinic.doctor.client.call(revokeDocument, { params, body: { reason: '开错日期' } });
    const twice = await Promise.all([revoke(), revoke()]);
    expect(twice.map(({ value }) => value.status)).toEqual(['revoked', 'revoked']);
    expect((await patient.client.ok(readDocument, { params })).revokeReason).toBe('开错日期');
    const file = await patient.client.call(readDocumentFile, { params });
    expect([file.status, file.problem.code]).toEqual([410, 'document.revoked']);
    const body = { hospital: clinic.hospital.slug, documentId: id, secret };
    const checked = await new TestClient(test.url).ok(verifyDocumentCode, { body });
    expect(checked).toMatchObject({ outcome: 'cancelled', reason: null });
    const reopening = inHospital(test, clinic.hospital.id, (tx) =>
      tx.query(
        `UPDATE clinical_document SET status = 'signed', revoked_at = NULL, revoke_reason = NULL WHERE id = $1`,
        [id],
      ),
    );
    await expect(reopening).rejects.toThrow(/never edited/);
  });
});
