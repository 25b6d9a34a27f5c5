import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cancelPrescription,
  createPrescription,
  readPrescription,
  signPrescription,
} from '../../../shared/src/prescribing/prescribing.contract.ts';
import { readPrescriptionDocument } from '../../../shared/src/signing/prescription-paper.contract.ts';
import { listReviews, readReview, startReview } from '../../../shared/src/review/review.contract.ts';
import { verifyCode } from '../../../shared/src/signing/verification.contract.ts';
import { Clinic } from '../../support/clinic.ts';
import { TestClient } from '../../support/client.ts';
import { Dispensary } from '../../support/dispensary.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let clinic: Clinic;
let after: Dispensary;
let stranger: TestClient;

beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
  after = new Dispensary(test, clinic);
  stranger = new TestClient(test.url);
});
afterAll(() => test.close());

describe('simultaneous requests for a prescription', () => {
  it('sign once, whatever the number of clicks', async () => {
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    await clinic.diagnosed(visit);
    const draft = await clinic.drafted(visit);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        clinic.doctor.client.call(signPrescription, {
          params: { prescriptionId: draft.id },
          version: draft.version,
          body: {},
        }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(200));
    const { rows } = await test.database.admin.query(
      'SELECT count(*)::int AS n FROM prescription_signature WHERE prescription_id = $1',
      [draft.id],
    );
    expect(rows[0].n).toBe(1);
    expect(new Set(answers.map((answer) => answer.value.signedAt)).size).toBe(1);
  });

  it('give the review to one of two pharmacists', async () => {
    const signed = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    const colleague = await clinic.factory.pharmacist(clinic.hospital, '同事');
    const params = { reviewId: await after.reviewOf(signed.id) };
    const answers = await Promise.all(
      [clinic.pharmacist, colleague].map((person) => person.client.call(startReview, { params })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.problem.code).toBe('review.assigned-to-another');
  });

  it('create one draft per visit', async () => {
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => clinic.doctor.client.call(createPrescription, { params: { visitId: visit.id } })),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(6).fill(201));
    expect(new Set(answers.map((answer) => answer.value.id)).size).toBe(1);
  });
});

describe('access to a prescription', () => {
  it('hides drafts from the patient and everything from others', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    const visit = await clinic.admitted(patient);
    const draft = await clinic.drafted(visit);
    const params = { prescriptionId: draft.id };
    expect((await patient.client.call(readPrescription, { params })).status).toBe(404);
    expect((await clinic.pharmacist.client.call(readPrescription, { params })).status).toBe(404);
    const president = await clinic.factory.staff(clinic.hospital, 'president');
    expect((await president.client.call(readPrescription, { params })).problem.code).toBe('auth.forbidden');
  });

  it('by another patient or hospital gets not found, and the attempt is audited', async () => {
    const signed = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    const reviewId = await after.reviewOf(signed.id);
    const other = await Clinic.open(test);
    const before = await after.denials('resource.not-found');
    const neighbour = await clinic.factory.patient(clinic.hospital, '张敏');
    const params = { prescriptionId: signed.id };
    expect((await neighbour.client.call(readPrescription, { params })).status).toBe(404);
    expect((await neighbour.client.call(readPrescriptionDocument, { params })).status).toBe(404);
    expect((await other.doctor.client.call(readPrescription, { params })).status).toBe(404);
    expect((await other.doctor.client.call(cancelPrescription, { params, body: { reason: 'mine now' } })).status).toBe(
      404,
    );
    expect((await other.pharmacist.client.call(readReview, { params: { reviewId } })).status).toBe(404);
    expect((await other.pharmacist.client.call(startReview, { params: { reviewId } })).status).toBe(404);
    expect((await other.pharmacist.client.ok(listReviews)).items).toEqual([]);
    expect(await after.denials('resource.not-found')).toBe(before + 6);
    expect(
      await stranger.ok(verifyCode, {
        body: { hospital: other.hospital.slug, prescriptionId: signed.id, secret: 'x'.repeat(43) },
      }),
    ).toMatchObject({ outcome: 'unknown' });
  });

  it('by uploading its PDF to another hospital’s public check gets altered', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    const signed = await clinic.signed(patient);
    await after.approve(signed.id);
    const pdf = await after.pdf(patient.client, signed.id);
    const other = await Clinic.open(test);
    expect(await (await after.upload(pdf, 'application/pdf', other.hospital.slug)).json()).toMatchObject({
      outcome: 'altered',
      reason: 'unknown-authority',
    });
  });
});
