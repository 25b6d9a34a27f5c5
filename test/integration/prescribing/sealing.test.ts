import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readPrescription, type Prescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { readPrescriptionDocument } from '../../../shared/src/signing/prescription-paper.contract.ts';
import { approveReview, rejectReview, startReview } from '../../../shared/src/review/review.contract.ts';
import { verifyCode } from '../../../shared/src/signing/verification.contract.ts';
import { Clinic } from '../../support/clinic.ts';
import { TestClient } from '../../support/client.ts';
import { Dispensary, ticked } from '../../support/dispensary.ts';
import type { TestPerson } from '../../support/factories.ts';
import { inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

const patience = { timeout: 60_000, interval: 100 };

let test: TestApi;
let clinic: Clinic;
let after: Dispensary;
let patient: TestPerson & { patientId: string };
let signed: Prescription;

beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
  after = new Dispensary(test, clinic);
});
afterAll(() => test.close());
beforeEach(async () => {
  patient = await clinic.factory.patient(clinic.hospital);
  signed = await clinic.signed(patient);
});

const documents = async (): Promise<string[]> => {
  const { rows } = await test.database.admin.query<{ locale: string }>(
    'SELECT locale FROM prescription_document WHERE prescription_id = $1 ORDER BY locale',
    [signed.id],
  );
  return rows.map(({ locale }) => locale);
};
const both = ['en', 'zh-CN'];

/** Deletes the PDF and its job of an approved prescription, as after a crash. */
async function loseDocumentAndJob(): Promise<void> {
  await expect.poll(documents, patience).toEqual(both);
  await test.database.admin.query('DELETE FROM prescription_document WHERE prescription_id = $1', [signed.id]);
  await test.database.admin.query(`DELETE FROM pgboss.job WHERE name = 'seal-prescription'`);
}

describe('sealing a prescription', { timeout: 120_000 }, () => {
  it('is retried until it succeeds, and seals once', async () => {
    const doctor = clinic.doctor.practitionerId;
    const revoke = (at: string) =>
      test.database.admin.query(`UPDATE signing_credential SET revoked_at = ${at} WHERE practitioner_id = $1`, [
        doctor,
      ]);
    await revoke('now()');
    await after.approve(signed.id);
    const failed = async () => {
      const { rows } = await test.database.admin.query(
        `SELECT id FROM pgboss.job WHERE name = 'seal-prescription' AND data ->> 'prescriptionId' = $1 AND retry_count > 0`,
        [signed.id],
      );
      return rows.length;
    };
    await expect.poll(failed, patience).toBe(1);
    const read = () => patient.client.call(readPrescriptionDocument, { params: { prescriptionId: signed.id } });
    expect((await read()).problem.code).toBe('prescription.document-pending');
    expect((await patient.client.ok(readPrescription, { params: { prescriptionId: signed.id } })).document).toBe(
      'pending',
    );
    await revoke('NULL');
    await expect.poll(documents, patience).toEqual(both);
    expect((await read()).status).toBe(200);
    const trail = await trailOf(test, signed.id);
    expect(trail.filter(({ action }) => action === 'prescription.sealed')).toHaveLength(1);
  });

  it('of a killed process is done by another process', async () => {
    await after.approve(signed.id);
    await expect.poll(documents, patience).toEqual(both);
    // The PDFs are stored a moment before their job is recorded as done.
    const jobs = async () => {
      const { rows } = await test.database.admin.query<{ state: string }>(
        `SELECT state FROM pgboss.job WHERE name = 'seal-prescription' AND data ->> 'prescriptionId' = $1`,
        [signed.id],
      );
      return rows.map(({ state }) => state);
    };
    await expect.poll(jobs, patience).toEqual(['completed']);
    await test.database.admin.query('DELETE FROM prescription_document WHERE prescription_id = $1', [signed.id]);
    await test.database.admin.query(
      `UPDATE pgboss.job SET state = 'active', completed_on = NULL, started_on = now() - interval '30 seconds',
         heartbeat_on = now() - interval '30 seconds' WHERE name = 'seal-prescription' AND data ->> 'prescriptionId' = $1`,
      [signed.id],
    );
    await expect.poll(documents, patience).toEqual(both);
  });

  it('uses the hospital’s paper size', async () => {
    const choose = (paper: string) =>
      test.database.admin.query(
        `UPDATE hospital SET settings = settings || jsonb_build_object('prescriptionPaper', $2::text) WHERE id = $1`,
        [clinic.hospital.id, paper],
      );
    await choose('A5');
    await after.approve(signed.id);
    expect((await after.pdf(patient.client, signed.id)).includes('/MediaBox [0 0 419.5')).toBe(true);
    await choose('A4');
    const later = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    await after.approve(later.id);
    expect((await after.pdf(clinic.doctor.client, later.id)).includes('/MediaBox [0 0 595.28')).toBe(true);
    // Documents that are already sealed do not change.
    expect((await after.pdf(patient.client, signed.id)).includes('/MediaBox [0 0 419.5')).toBe(true);
  });

  it('is enqueued by a reader who finds no PDF and no job', async () => {
    await after.approve(signed.id);
    await loseDocumentAndJob();
    // Moves the decision back instead of the clock forward, so that the reader’s token stays valid.
    await test.database.admin.query(`UPDATE prescription SET decided_at = now() - interval '1 minute' WHERE id = $1`, [
      signed.id,
    ]);
    expect((await after.pdf(patient.client, signed.id)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is enqueued by the sweep without a reader', async () => {
    await after.approve(signed.id);
    await loseDocumentAndJob();
    await test.database.admin.query(`UPDATE prescription SET decided_at = now() - interval '1 minute' WHERE id = $1`, [
      signed.id,
    ]);
    await inHospital(test, clinic.hospital.id, (tx) =>
      test.api.jobs.enqueue(tx, 'find-unsealed-prescriptions', {}, 'now'),
    );
    await expect.poll(documents, patience).toEqual(both);
  });
});

describe('a prescription whose state was changed outside the app', () => {
  it('is altered when a signed rejection is marked approved or an approval has no signature', async () => {
    const secret = 'a-known-secret-for-this-test';
    const { admin } = test.database;
    const set = async (sql: string, values: unknown[] = []) => {
      await admin.query('ALTER TABLE prescription DISABLE TRIGGER prescription_is_final');
      await admin.query(`UPDATE prescription SET ${sql} WHERE id = $1`, [signed.id, ...values]);
      await admin.query('ALTER TABLE prescription ENABLE TRIGGER prescription_is_final');
    };
    const outcome = () =>
      new TestClient(test.url).ok(verifyCode, {
        body: { hospital: clinic.hospital.slug, prescriptionId: signed.id, secret },
      });
    await set('secret_hash = $2', [createHash('sha256').update(secret).digest()]);
    expect(await outcome()).toMatchObject({ outcome: 'pending' });
    await set(`status = 'approved'`);
    expect(await outcome()).toMatchObject({ outcome: 'altered', reason: 'pharmacist-signature' });
    await set(`status = 'signed'`);

    const params = { reviewId: await after.reviewOf(signed.id) };
    await clinic.pharmacist.client.ok(startReview, { params });
    await clinic.pharmacist.client.ok(rejectReview, { params, body: { reason: 'dose', text: 'Too much.' } });
    expect(await outcome()).toMatchObject({ outcome: 'rejected' });
    await set(`status = 'approved'`);
    expect(await outcome()).toMatchObject({ outcome: 'altered', reason: 'pharmacist-signature' });
  });

  it('cannot get more days or another department from the app’s database role', async () => {
    await after.approve(signed.id);
    for (const change of [`valid_until = valid_until + interval '1 year'`, `status = 'draft'`, `created_at = now()`]) {
      const work = inHospital(test, clinic.hospital.id, (tx) =>
        tx.query(`UPDATE prescription SET ${change} WHERE id = $1`, [signed.id]),
      );
      await expect(work).rejects.toThrow(/never edited/);
    }
    await expect.poll(documents, patience).toEqual(both);
    const remove = inHospital(test, clinic.hospital.id, (tx) =>
      tx.query('DELETE FROM prescription_document WHERE prescription_id = $1', [signed.id]),
    );
    await expect(remove).rejects.toThrow(/permission denied/);
  });
});

describe('approval by the pharmacist', () => {
  it('creates the PDF automatically', async () => {
    const params = { reviewId: await after.reviewOf(signed.id) };
    await clinic.pharmacist.client.ok(startReview, { params });
    await clinic.pharmacist.client.ok(approveReview, { params, body: ticked });
    await expect.poll(documents, patience).toEqual(both);
  });
});
