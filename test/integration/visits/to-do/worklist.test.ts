import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../../server/src/platform/ids.ts';
import { markRead, sendMessage } from '../../../../shared/src/chat/chat.contract.ts';
import { addAllergy } from '../../../../shared/src/chart/chart.contract.ts';
import { decideEntry } from '../../../../shared/src/chart/entry.contract.ts';
import { addAddendum, saveNote, signNote } from '../../../../shared/src/chart/notes.contract.ts';
import { createDocument, discardDocument } from '../../../../shared/src/documents/documents.contract.ts';
import { followUpReturned, readPrescription } from '../../../../shared/src/prescribing/prescribing.contract.ts';
import {
  askRepeat,
  declineRepeat,
  listRepeatRequests,
} from '../../../../shared/src/prescribing/repeat-requests.contract.ts';
import {
  listReviews,
  postReviewMessage,
  rejectReview,
  startReview,
} from '../../../../shared/src/review/review.contract.ts';
import { completeVisit, readQueue, referOffline } from '../../../../shared/src/visits/visits.contract.ts';
import { countWork, listWork, type WorkKind } from '../../../../shared/src/visits/worklist.contract.ts';
import { Clinic } from '../../../support/clinic.ts';
import { answerDangers } from '../../../support/danger-page.ts';
import type { TestPerson } from '../../../support/factories.ts';
import { startTestApi, type TestApi } from '../../../support/test-api.ts';
import { trailOf } from '../../../support/trail.ts';

let test: TestApi;
let clinic: Clinic;
let patient: TestPerson & { patientId: string };

beforeAll(async () => {
  test = await startTestApi();
});
afterAll(() => test.close());
beforeEach(async () => {
  clinic = await Clinic.open(test);
  patient = await clinic.factory.patient(clinic.hospital, '张丽');
});

const work = async (by: TestPerson = clinic.doctor) => (await by.client.ok(listWork, { query: {} })).items;
const kinds = async () => (await work()).map(({ kind }) => kind);
const send = (by: TestPerson, visitId: string, text: string) =>
  by.client.ok(sendMessage, { params: { visitId, messageId: newId() }, body: { text, attachments: [] } });
const write = (visitId: string, text: string) => send(patient, visitId, text);

async function complete(visitId: string): Promise<void> {
  const params = { visitId };
  const body = { subjective: '', objective: '', assessment: '咽炎', plan: '对症' };
  const { version } = await clinic.doctor.client.ok(saveNote, { params, version: 0, body });
  await clinic.doctor.client.ok(signNote, { params, version });
  await clinic.doctor.client.ok(completeVisit, { params, body: { summary: '' } });
}

async function returnPrescription(id: string): Promise<void> {
  const { items } = await clinic.pharmacist.client.ok(listReviews, { query: {} });
  const params = { reviewId: items.find((each) => each.prescription.id === id)?.id ?? '' };
  await clinic.pharmacist.client.ok(startReview, { params });
  await clinic.pharmacist.client.ok(rejectReview, { params, body: { reason: 'dose', text: '剂量偏大' } });
}

describe('a doctor’s worklist', () => {
  it('contains the note of a visit that was stopped, until it is signed', async () => {
    const visit = await clinic.admitted(patient);
    expect(await kinds()).toEqual([]);
    const params = { visitId: visit.id };
    await clinic.doctor.client.ok(referOffline, { params, body: { reason: '需要面诊' } });
    expect(await work()).toMatchObject([
      { kind: 'note', id: visit.id, visitId: visit.id, count: 1, patient: { name: '张丽' } },
    ]);
    const content = { subjective: '', objective: '', assessment: '咽炎', plan: '面诊' };
    const { version } = await clinic.doctor.client.ok(saveNote, { params, version: 0, body: content });
    await clinic.doctor.client.ok(signNote, { params, version });
    expect(await kinds()).toEqual([]);
  });

  it('contains a note that was not written for an hour', async () => {
    const visit = await clinic.admitted(patient);
    await test.database.admin.query(`UPDATE visit SET admitted_at = now() - interval '61 minutes' WHERE id = $1`, [
      visit.id,
    ]);
    expect(await kinds()).toEqual(['note']);
  });

  it('contains the unsigned documents of a visit, also after it ended, until none is left', async () => {
    const visit = await clinic.admitted(patient);
    const params = { visitId: visit.id };
    const create = (kind: 'referral' | 'sick-note') =>
      clinic.doctor.client.ok(createDocument, { params, body: { kind, locale: 'zh-CN' } });
    const drafts = [await create('referral'), await create('sick-note')];
    expect(await work()).toMatchObject([{ kind: 'document', id: visit.id, visitId: visit.id, count: 2 }]);
    await clinic.doctor.client.ok(referOffline, { params, body: { reason: '需要面诊' } });
    expect(await kinds()).toEqual(['document', 'note']);
    for (const { id } of drafts) await clinic.doctor.client.ok(discardDocument, { params: { documentId: id } });
    expect(await kinds()).toEqual(['note']);
  });

  it('contains a pharmacist’s question, until it is answered', async () => {
    const prescription = await clinic.signed(patient);
    const { items } = await clinic.pharmacist.client.ok(listReviews, { query: {} });
    const review = items.find((each) => each.prescription.id === prescription.id);
    const params = { reviewId: review?.id ?? '' };
    await clinic.pharmacist.client.ok(startReview, { params });
    const post = (by: TestPerson, text: string) =>
      by.client.ok(postReviewMessage, { params, body: { id: newId(), text } });
    await post(clinic.pharmacist, '剂量？');
    await post(clinic.pharmacist, '疗程？');
    expect(await work()).toMatchObject([{ kind: 'question', id: review?.id, count: 2 }]);
    await post(clinic.doctor, '按体重');
    expect(await kinds()).toEqual([]);
    await post(clinic.pharmacist, '请再看一次');
    expect(await work()).toMatchObject([{ kind: 'question', count: 1 }]);
  });

  it('contains each prescription that was returned after the visit, until the doctor follows up that one', async () => {
    const returned = async (person: typeof patient) => {
      const { id, visitId } = await clinic.signed(person);
      await complete(visitId);
      await returnPrescription(id);
      return { id, visitId };
    };
    const first = await returned(patient);
    const second = await returned(patient);
    const others = await returned(await clinic.factory.patient(clinic.hospital, '陈一'));
    const open = async () => (await work()).filter(({ kind }) => kind === 'returned').map(({ id }) => id);
    expect(await work()).toMatchObject([
      { kind: 'returned', ...first, count: 1, patient: { name: '张丽' } },
      { kind: 'returned', ...second },
      { kind: 'returned', ...others },
    ]);
    // A prescription that replaces none of them, and an addendum, leave the tasks.
    await clinic.signed(patient);
    const addendum = { params: { visitId: first.visitId }, body: { text: '处方被退回，已电话告知患者' } };
    await clinic.doctor.client.ok(addAddendum, addendum);
    expect(await open()).toEqual([first.id, second.id, others.id]);
    await send(clinic.doctor, others.visitId, '请停用，改日复诊');
    expect(await open()).toEqual([first.id, second.id]);
    const params = { prescriptionId: second.id };
    await clinic.doctor.client.ok(followUpReturned, { params, body: { reason: '症状已缓解' } });
    expect(await open()).toEqual([first.id]);
  });

  it('contains one that was returned during the visit, whatever the doctor wrote before its end', async () => {
    const { id, visitId } = await clinic.signed(patient);
    await returnPrescription(id);
    await send(clinic.doctor, visitId, '再见');
    await complete(visitId);
    expect(await work()).toMatchObject([{ kind: 'returned', id, visitId }]);
    const followUp = async () =>
      (await clinic.doctor.client.ok(readPrescription, { params: { prescriptionId: id } })).followUp;
    expect(await followUp()).toBeNull();
    await send(clinic.doctor, visitId, '请停用，改日复诊');
    expect(await kinds()).toEqual([]);
    expect(await followUp()).toMatchObject({ kind: 'message' });
  });

  it('contains one that a colleague signed before the visit was handed over', async () => {
    const { id, visitId } = await clinic.signed(patient);
    const colleague = await clinic.factory.doctor(clinic.hospital);
    await test.database.admin.query('UPDATE visit SET practitioner_id = $2 WHERE id = $1', [
      visitId,
      colleague.practitionerId,
    ]);
    const end = { params: { visitId }, body: { reason: '需要面诊' } };
    await colleague.client.ok(referOffline, end);
    await returnPrescription(id);
    expect(await work(colleague)).toMatchObject([{ kind: 'note' }, { kind: 'returned', id, visitId }]);
    expect(await kinds()).toEqual([]);
  });

  it('contains a patient’s message, until the doctor has read it', async () => {
    const visit = await clinic.admitted(patient);
    await write(visit.id, '疼');
    await write(visit.id, '还疼');
    expect(await work()).toMatchObject([{ kind: 'chat', visitId: visit.id, count: 2 }]);
    await clinic.doctor.client.ok(markRead, { params: { visitId: visit.id }, body: { sequence: 2 } });
    expect(await kinds()).toEqual([]);
  });

  it('contains a repeat request, until it is decided', async () => {
    const prescription = await clinic.signed(patient);
    await answerDangers(patient.client, { prescriptionId: prescription.id });
    await patient.client.ok(askRepeat, { params: { prescriptionId: prescription.id }, body: { note: '' } });
    expect(await kinds()).toEqual(['repeat']);
    const [request] = (await clinic.doctor.client.ok(listRepeatRequests, { query: {} })).items;
    const params = { requestId: request?.id ?? '' };
    await clinic.doctor.client.ok(declineRepeat, { params, body: { reason: '请复诊' } });
    expect(await kinds()).toEqual([]);
  });

  it('contains a patient’s statement during a visit in which it can be confirmed', async () => {
    const allergy = await patient.client.ok(addAllergy, {
      params: { patientId: patient.patientId },
      body: { substance: '青霉素', reaction: '', severity: 'severe' },
    });
    expect(await kinds()).toEqual([]);
    await clinic.admitted(patient);
    expect(await work()).toMatchObject([{ kind: 'proposal', count: 1, patient: { id: patient.patientId } }]);
    const params = { patientId: patient.patientId, kind: 'allergy' as const, entryId: allergy.id };
    await clinic.doctor.client.ok(decideEntry, { params, version: 1, body: { decision: 'confirm', reason: '' } });
    expect(await kinds()).toEqual([]);
  });
});

describe('reading the worklist', () => {
  it('is sorted by age, paged without gaps, filtered by name and kind, and counted', async () => {
    const people = await Promise.all(
      ['陈一', '陈二', '林三'].map((name) => clinic.factory.patient(clinic.hospital, name)),
    );
    for (const person of people) {
      const visit = await clinic.admitted(person);
      await person.client.ok(sendMessage, {
        params: { visitId: visit.id, messageId: newId() },
        body: { text: '您好', attachments: [] },
      });
      await person.client.ok(addAllergy, {
        params: { patientId: person.patientId },
        body: { substance: '花粉', reaction: '', severity: 'mild' },
      });
    }
    const seen: [WorkKind, string][] = [];
    let cursor: string | undefined;
    do {
      const page = await clinic.doctor.client.ok(listWork, { query: { limit: 2, ...(cursor ? { cursor } : {}) } });
      seen.push(...page.items.map(({ kind, patient: { name } }): [WorkKind, string] => [kind, name]));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual([
      ['chat', '陈一'],
      ['proposal', '陈一'],
      ['chat', '陈二'],
      ['proposal', '陈二'],
      ['chat', '林三'],
      ['proposal', '林三'],
    ]);
    const { items } = await clinic.doctor.client.ok(listWork, { query: { q: '陈', kind: 'chat' } });
    expect(items.map(({ patient: { name } }) => name)).toEqual(['陈一', '陈二']);
    expect((await clinic.doctor.client.ok(listWork, { query: { q: '%' } })).items).toEqual([]);
    expect(await clinic.doctor.client.ok(countWork)).toEqual({
      total: 6,
      kinds: { note: 0, document: 0, question: 0, returned: 0, chat: 3, repeat: 0, proposal: 3 },
    });
    // Reading the list names patients and is audited; the count names no patient.
    const worklistReads = (await trailOf(test, clinic.doctor.practitionerId)).filter(
      ({ action }) => action === 'queue.work-read',
    );
    expect(new Set(worklistReads.map(({ patient_id }) => patient_id)).size).toBe(worklistReads.length);
    expect(worklistReads).toHaveLength(3);
  });

  it('is limited to the doctor’s own entries', async () => {
    const visit = await clinic.admitted(patient);
    await write(visit.id, '您好');
    const colleague = await clinic.factory.doctor(clinic.hospital);
    const stranger = await clinic.factory.doctor(await clinic.factory.hospital());
    for (const other of [colleague, stranger]) {
      expect(await work(other)).toEqual([]);
      expect((await other.client.ok(countWork)).total).toBe(0);
    }
    for (const person of [patient, clinic.pharmacist])
      expect((await person.client.call(listWork, { query: {} })).problem.code).toBe('auth.forbidden');
    expect((await clinic.doctor.client.ok(readQueue)).inProgress).toHaveLength(1);
  });
});
