import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPrescription, savePrescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { approveReview, listReviews, rejectReview, startReview } from '../../../shared/src/review/review.contract.ts';
import { verifyCode } from '../../../shared/src/signing/verification.contract.ts';
import { Clinic } from '../../support/clinic.ts';
import { TestClient } from '../../support/client.ts';
import { Dispensary, ticked } from '../../support/dispensary.ts';
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

describe('a prescription from draft to sealed PDF', () => {
  it('is signed by the doctor, approved by the pharmacist and verified by the public check', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    const signed = await clinic.signed(patient);
    expect(signed).toMatchObject({ status: 'signed', document: 'none' });
    expect(signed.items[0]?.instruction.en).toContain('Take 1 tablet by mouth');

    const queue = await clinic.pharmacist.client.ok(listReviews);
    expect(queue.items.map((review) => review.prescription.id)).toContain(signed.id);
    await after.approve(signed.id);

    const pdf = await after.pdf(patient.client, signed.id);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const genuine = (await (await after.upload(pdf, 'application/pdf')).json()) as {
      outcome: string;
      prescription: { patientInitials: string; patientMasked: string };
    };
    expect(genuine).toMatchObject({
      outcome: 'genuine',
      prescription: {
        patientInitials: 'L. W.',
        patientMasked: '李*',
        doctorSignature: 'valid',
        pharmacistSignature: 'valid',
      },
    });

    const altered = Buffer.from(pdf);
    altered.writeUInt8(altered.readUInt8(altered.length >> 1) ^ 1, altered.length >> 1);
    expect(await (await after.upload(altered, 'application/pdf')).json()).toMatchObject({ outcome: 'altered' });
    expect(
      await (await after.upload(Buffer.concat([pdf, Buffer.from('\n%more')]), 'application/pdf')).json(),
    ).toMatchObject({
      outcome: 'altered',
    });
  });

  it('distinguishes a changed signed record from the original', async () => {
    const signed = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    const { rows } = await test.database.admin.query(
      'SELECT jws FROM prescription_signature WHERE prescription_id = $1',
      [signed.id],
    );
    const jws = rows[0].jws as string;
    expect(await (await after.upload(jws, 'application/jose')).json()).toMatchObject({ outcome: 'pending' });
    const [header = '', payload = '', signature = ''] = jws.split('.');
    const changed = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { items: { durationDays: number }[] };
    changed.items.forEach((item) => (item.durationDays = 90));
    const forged = `${header}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${signature}`;
    expect(await (await after.upload(forged, 'application/jose')).json()).toMatchObject({ outcome: 'altered' });
    expect((await after.upload('not a record', 'application/jose')).status).toBe(400);
    expect((await after.upload('{}', 'application/json')).status).toBe(415);
  });

  it('is reported altered when a row is changed outside the app', async () => {
    const signed = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    const secret = 'a-known-secret-for-this-test';
    const admin = test.database.admin;
    await admin.query('ALTER TABLE prescription DISABLE TRIGGER prescription_is_final');
    await admin.query('UPDATE prescription SET secret_hash = $2 WHERE id = $1', [
      signed.id,
      createHash('sha256').update(secret).digest(),
    ]);
    const code = { hospital: clinic.hospital.slug, prescriptionId: signed.id, secret };
    expect(await stranger.ok(verifyCode, { body: code })).toMatchObject({ outcome: 'pending' });
    await admin.query(`UPDATE prescription SET items = jsonb_set(items, '{0,quantity,value}', '"900"') WHERE id = $1`, [
      signed.id,
    ]);
    await admin.query('ALTER TABLE prescription ENABLE TRIGGER prescription_is_final');
    expect(await stranger.ok(verifyCode, { body: code })).toMatchObject({
      outcome: 'altered',
      reason: 'record-differs',
    });
    expect(await stranger.ok(verifyCode, { body: { ...code, secret: 'some-other-secret-entirely' } })).toEqual({
      outcome: 'unknown',
      reason: null,
      prescription: null,
    });
    expect(await stranger.ok(verifyCode, { body: { ...code, hospital: 'no-such-hospital' } })).toMatchObject({
      outcome: 'unknown',
    });
  });

  it('cannot change once signed: the database rejects it', async () => {
    const signed = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    const admin = test.database.admin;
    await expect(admin.query(`UPDATE prescription SET items = '[]' WHERE id = $1`, [signed.id])).rejects.toThrow(
      /never edited/,
    );
    await expect(admin.query('DELETE FROM prescription WHERE id = $1', [signed.id])).rejects.toThrow(/never deleted/);
    const save = await clinic.doctor.client.call(savePrescription, {
      params: { prescriptionId: signed.id },
      version: signed.version,
      body: { items: [] },
    });
    expect(save.problem.code).toBe('prescription.transition-refused');
  });

  it('returns to the doctor with a reason when the pharmacist rejects it', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    const signed = await clinic.signed(patient);
    const reviewId = await after.reviewOf(signed.id);
    await clinic.pharmacist.client.ok(startReview, { params: { reviewId } });
    const body = { reason: 'dose', text: 'Please halve the dose.' } as const;
    await clinic.pharmacist.client.ok(rejectReview, { params: { reviewId }, body });
    const again = await clinic.pharmacist.client.ok(rejectReview, { params: { reviewId }, body });
    expect(again.status).toBe('rejected');
    for (const reader of [patient, clinic.doctor]) {
      expect(await reader.client.ok(readPrescription, { params: { prescriptionId: signed.id } })).toMatchObject({
        status: 'rejected',
        rejection: body,
      });
    }
    const late = await clinic.pharmacist.client.call(approveReview, {
      params: { reviewId },
      body: ticked,
    });
    expect(late.problem.code).toBe('review.transition-refused');
  });
});
