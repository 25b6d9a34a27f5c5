import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishPriceList } from '../../../shared/src/administration/prices.contract.ts';
import { exportAuditProof } from '../../../shared/src/administration/audit.contract.ts';
import { addAddendum, saveNote, signNote } from '../../../shared/src/chart/notes.contract.ts';
import { claimPrescription, dispense } from '../../../shared/src/dispensing/dispensing.contract.ts';
import { readVisitBill } from '../../../shared/src/documents/bills.contract.ts';
import { saveDocument, signDocument } from '../../../shared/src/documents/documents.contract.ts';
import { makeKnowledgeRelease } from '../../../shared/src/prescribing/knowledge.contract.ts';
import { signPrescription, type Prescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { approveReview, startReview } from '../../../shared/src/review/review.contract.ts';
import {
  issueCertificate,
  listCertificates,
  revokeCertificate,
} from '../../../shared/src/signing/certificates.contract.ts';
import { verifyCode } from '../../../shared/src/signing/verification.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { TestClient, type Answer } from '../../support/client.ts';
import { Clinic } from '../../support/clinic.ts';
import { completedVisit } from '../../support/completed-visit.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { Dispensary, ticked } from '../../support/dispensary.ts';
import type { TestPerson } from '../../support/factories.ts';
import { atTheCounter, pack, PharmacyCounters } from '../../support/pharmacy-counter.ts';
import { runJob, runNightlyJob } from '../../support/run-job.ts';
import { startApiOver, type TestApi } from '../../support/test-api.ts';
import { TimeStampResponder } from '../../support/time-stamp-responder.ts';
import { PaperDesk, sickDays } from '../documents/paper-desk.ts';

const quiet = createLogger({ name: 'test', level: 'silent' });
const keys = Object.fromEntries(
  ['KEY_ENCRYPTION_KEY', 'ACCESS_TOKEN_SECRET'].map((name) => [name, randomBytes(32).toString('base64')]),
);
let database: TestDatabase;
const start = (extra: Record<string, string> = {}) =>
  startApiOver({ ...database, drop: () => Promise.resolve() }, { ...keys, ...extra }, quiet);

let clinic: Clinic;
let administrator: TestPerson;
let copy: TestApi;
/** Approved in the hospital, whose time stamp authority did not answer, so that it has no PDF yet. */
let unsealed: { prescription: Prescription; code: { prescriptionId: string; secret: string } };
/** What would be signed, each by its name. */
const acts: Record<string, (url: string) => Promise<Answer<unknown>>> = {};
let listBefore: Buffer;

/** Returns a client for the same session at another address. */
const at = (url: string, { accessToken }: Pick<TestPerson, 'accessToken'>) => new TestClient(url, accessToken);
const listAt = async (url: string, slug = clinic.hospital.slug) =>
  fetch(`${url}/api/hospitals/${slug}/revocation-list`);

/** Prepares what doctor, pharmacist and dispenser sign. */
async function prepareRecords(test: TestApi): Promise<void> {
  const { doctor, pharmacist } = clinic;
  const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
  await clinic.diagnosed(visit);
  const draft = await clinic.drafted(visit);
  acts['a prescription'] = (url) =>
    at(url, doctor).call(signPrescription, {
      params: { prescriptionId: draft.id },
      version: draft.version,
      body: {},
    });
  const params = { visitId: visit.id };
  const content = { subjective: '', objective: '', assessment: '感冒', plan: '休息' };
  await doctor.client.ok(saveNote, { params, version: 0, body: content });
  acts['a note'] = (url) => at(url, doctor).call(signNote, { params, version: 1 });
  const paper = await new PaperDesk(test, clinic).begin(visit.id, 'sick-note');
  const ofPaper = { params: { documentId: paper.id } };
  const saved = await doctor.client.ok(saveDocument, { ...ofPaper, version: paper.version, body: sickDays() });
  acts['a sick note'] = (url) => at(url, doctor).call(signDocument, { ...ofPaper, version: saved.version });

  const { id } = await clinic.signed(await clinic.factory.patient(clinic.hospital));
  const ofReview = { params: { reviewId: await new Dispensary(test, clinic).reviewOf(id) } };
  await pharmacist.client.ok(startReview, ofReview);
  acts['an approval'] = (url) => at(url, pharmacist).call(approveReview, { ...ofReview, body: ticked });

  const counters = new PharmacyCounters(test, clinic);
  unsealed = await counters.approved();
  const { client } = await counters.counter();
  const claim = await client.ok(claimPrescription, { body: unsealed.code });
  const lines = claim.lines.map(({ item }) => ({ ...pack, itemId: item.id, quantity: item.quantity.value }));
  acts['a receipt'] = (url) =>
    at(url, { accessToken: client.accessToken ?? '' }).call(dispense, {
      params: { claimId: claim.id },
      body: { ...atTheCounter, id: newId(), lines },
    });
}

/** Prepares what is signed with the hospital’s own key, and an addendum. */
async function prepareOthers(test: TestApi): Promise<void> {
  const { doctor, hospital } = clinic;
  await administrator.client.ok(publishPriceList, {
    body: {
      id: newId(),
      basedOn: 0,
      currency: 'CNY',
      validFrom: test.clock.now().toISOString(),
      entries: [{ departmentId: null, title: null, kind: null, amount: '50' }],
    },
  });
  const patient = await clinic.factory.patient(hospital);
  const params = { visitId: (await completedVisit(hospital, patient, doctor)).id };
  acts['a bill'] = (url) => at(url, patient).call(readVisitBill, { params });
  acts['an addendum'] = (url) => at(url, doctor).call(addAddendum, { params, body: { text: 'Later' } });
  acts['a release of the rules'] = (url) => at(url, doctor).call(makeKnowledgeRelease, { body: { note: 'June' } });
  acts['an audit anchor'] = (url) => at(url, administrator).call(exportAuditProof, { params });
  acts['a certificate'] = (url) =>
    at(url, administrator).call(issueCertificate, { params: { practitionerId: doctor.practitionerId } });
  const { items } = await administrator.client.ok(listCertificates);
  acts['a revocation'] = (url) =>
    at(url, administrator).call(revokeCertificate, {
      params: { certificateId: items[0]?.id ?? '' },
      body: { reason: 'cessation-of-operation' },
    });
}

/** Returns everything that a key has signed. */
async function signed(): Promise<unknown> {
  const rows = (table: string) => `(SELECT count(*)::int FROM ${table}) AS "${table}"`;
  const tables = [
    'prescription_signature',
    'prescription_document',
    'note_signature',
    'clinical_document WHERE jws IS NOT NULL',
    'dispense',
    'visit_bill WHERE jws IS NOT NULL',
    'knowledge_release',
    'audit_anchor',
    'revocation_list',
    'signing_credential',
    'signing_credential WHERE revoked_at IS NOT NULL',
  ];
  return (await database.admin.query(`SELECT ${tables.map(rows).join(', ')}`)).rows[0];
}

beforeAll(async () => {
  database = await createTestDatabase();
  const responder = await TimeStampResponder.start();
  responder.trouble = 'unavailable';
  const original = await start({ TSA_URL: responder.url, TSA_CERTIFICATES: responder.root });
  clinic = await Clinic.open(original);
  administrator = await clinic.factory.staff(clinic.hospital, 'administrator');
  await prepareRecords(original);
  await prepareOthers(original);
  listBefore = Buffer.from(await (await listAt(original.url)).arrayBuffer());
  await original.close();
  await responder.stop();
  // Without a time stamp authority, so that only the isolation prevents the seal.
  copy = await start({ ISOLATED: 'true' });
}, 180_000);
afterAll(async () => {
  await copy.close();
  await database.drop();
});

describe('an isolated copy, which has the real keys', () => {
  it.each([
    'a prescription',
    'a note',
    'an addendum',
    'a sick note',
    'an approval',
    'a receipt',
    'a bill',
    'a release of the rules',
    'an audit anchor',
    'a certificate',
    'a revocation',
  ])('does not sign %s', async (what) => {
    const before = await signed();
    const answer = await acts[what]?.(copy.url);
    expect([answer?.status, answer?.problem.code]).toEqual([409, 'signing.isolated-copy']);
    expect(await signed()).toEqual(before);
  });

  it('seals no PDF and renews no certificate in its jobs, which end without a failure', async () => {
    await database.admin.query(
      `UPDATE signing_credential SET not_after = now() + interval '1 day' WHERE practitioner_id = $1`,
      [clinic.pharmacist.practitionerId],
    );
    const before = await signed();
    const { hospital } = clinic;
    const of = { hospitalId: hospital.id, prescriptionId: unsealed.prescription.id };
    await runJob(copy, hospital.id, 'seal-prescription', of);
    await runJob(copy, hospital.id, 'find-unsealed-prescriptions');
    await runJob(copy, hospital.id, 'anchor-audit');
    await runNightlyJob(copy, hospital.id, 'renew-certificates');
    expect(await signed()).toEqual(before);
  });

  it('publishes the last revocation list of the hospital and issues none', async () => {
    copy.clock.advance(25 * 3_600_000);
    const answer = await listAt(copy.url);
    copy.clock.advance(-25 * 3_600_000);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(listBefore);
    const other = await Clinic.open(copy);
    const without = await listAt(copy.url, other.hospital.slug);
    expect([without.status, ((await without.json()) as { code: string }).code]).toEqual([409, 'signing.isolated-copy']);
  });

  it('still verifies what the hospital signed', async () => {
    const { outcome } = await new TestClient(copy.url).ok(verifyCode, {
      body: { hospital: clinic.hospital.slug, ...unsealed.code },
    });
    // Genuine, and claimed by a pharmacy.
    expect(outcome).toBe('with-dispenser');
  });

  it('signs and seals again once it replaces the hospital', async () => {
    await copy.close();
    copy = await start();
    expect((await acts['a prescription']?.(copy.url))?.status).toBe(200);
    await runJob(copy, clinic.hospital.id, 'find-unsealed-prescriptions');
    await new Dispensary(copy, clinic).pdf(at(copy.url, clinic.pharmacist), unsealed.prescription.id);
  });
});
