import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAllergy } from '../../../shared/src/contract/chart.ts';
import {
  approveReview,
  cancelPrescription,
  createPrescription,
  listReviews,
  readPrescription,
  readPrescriptionDocument,
  readReview,
  rejectReview,
  savePrescription,
  signPrescription,
  startReview,
  type Prescription,
} from '../../../shared/src/contract/prescribing.ts';
import { verifyCode } from '../../../shared/src/contract/verification.ts';
import { Clinic, line } from '../../support/clinic.ts';
import { TestClient } from '../../support/client.ts';
import { testPassword } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let clinic: Clinic;
let stranger: TestClient;

beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
  stranger = new TestClient(test.url);
});
afterAll(() => test.close());

const denials = async (code: string) =>
  (
    await test.database.admin.query(
      `SELECT count(*)::int AS n FROM audit_event WHERE action = 'access.denied' AND code = $1`,
      [code],
    )
  ).rows[0].n as number;

async function approved(prescription: Prescription): Promise<string> {
  const reviewId = await reviewOf(prescription.id);
  await clinic.pharmacist.client.ok(startReview, { params: { reviewId } });
  await clinic.pharmacist.client.ok(approveReview, { params: { reviewId }, body: { password: testPassword } });
  return reviewId;
}

async function reviewOf(prescriptionId: string): Promise<string> {
  const { rows } = await test.database.admin.query('SELECT id FROM review WHERE prescription_id = $1', [
    prescriptionId,
  ]);
  return rows[0].id as string;
}

async function pdfOf(client: TestClient, prescriptionId: string): Promise<Buffer> {
  await expect
    .poll(async () => (await client.raw('GET', `/api/prescriptions/${prescriptionId}/document?locale=en`)).status)
    .toBe(200);
  const answer = await client.raw('GET', `/api/prescriptions/${prescriptionId}/document?locale=en`);
  return Buffer.from(await answer.arrayBuffer());
}

const upload = (bytes: Buffer | string, type: string, hospital = clinic.hospital.slug) =>
  fetch(`${test.url}/api/hospitals/${hospital}/document-verifications`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(Buffer.from(bytes)),
  });

describe('a prescription from draft to sealed PDF', () => {
  it('is signed by the doctor, approved by the pharmacist, and found genuine by a stranger', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    const signed = await clinic.signed(patient);
    expect(signed).toMatchObject({ status: 'signed', document: 'none' });
    expect(signed.items[0]?.instruction.en).toContain('Take 1 tablet by mouth');

    const queue = await clinic.pharmacist.client.ok(listReviews);
    expect(queue.items.map((review) => review.prescription.id)).toContain(signed.id);
    await approved(signed);

    const pdf = await pdfOf(patient.client, signed.id);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const genuine = (await (await upload(pdf, 'application/pdf')).json()) as {
      outcome: string;
      prescription: { patientInitials: string };
    };
    expect(genuine).toMatchObject({
      outcome: 'genuine',
      prescription: { patientInitials: 'L. W.', doctorSignature: 'valid', pharmacistSignature: 'valid' },
    });

    const altered = Buffer.from(pdf);
    altered.writeUInt8(altered.readUInt8(altered.length >> 1) ^ 1, altered.length >> 1);
    expect(await (await upload(altered, 'application/pdf')).json()).toMatchObject({ outcome: 'altered' });
    expect(await (await upload(Buffer.concat([pdf, Buffer.from('\n%more')]), 'application/pdf')).json()).toMatchObject({
      outcome: 'altered',
    });
  });

  it('tells a changed signed record from the true one', async () => {
    const signed = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    const { rows } = await test.database.admin.query(
      'SELECT jws FROM prescription_signature WHERE prescription_id = $1',
      [signed.id],
    );
    const jws = rows[0].jws as string;
    expect(await (await upload(jws, 'application/jose')).json()).toMatchObject({ outcome: 'pending' });
    const [header = '', payload = '', signature = ''] = jws.split('.');
    const changed = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { items: { durationDays: number }[] };
    changed.items.forEach((item) => (item.durationDays = 90));
    const forged = `${header}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${signature}`;
    expect(await (await upload(forged, 'application/jose')).json()).toMatchObject({ outcome: 'altered' });
    expect((await upload('not a record', 'application/jose')).status).toBe(400);
    expect((await upload('{}', 'application/json')).status).toBe(415);
  });

  it('names a record altered when a row is changed behind the app’s back', async () => {
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

  it('is never changed once signed: the database itself refuses', async () => {
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

  it('goes back to the doctor with a reason when the pharmacist rejects it', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    const signed = await clinic.signed(patient);
    const reviewId = await reviewOf(signed.id);
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
      body: { password: testPassword },
    });
    expect(late.problem.code).toBe('review.transition-refused');
  });
});

describe('what stands against a signature', () => {
  it('refuses a wrong password, and audits it', async () => {
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    await clinic.diagnosed(visit);
    const draft = await clinic.drafted(visit);
    const answer = await clinic.doctor.client.call(signPrescription, {
      params: { prescriptionId: draft.id },
      version: draft.version,
      body: { password: 'wrong' },
    });
    expect(answer.problem.code).toBe('auth.confirmation-failed');
    expect(await clinic.doctor.client.ok(readPrescription, { params: { prescriptionId: draft.id } })).toMatchObject({
      status: 'draft',
    });
  });

  it('refuses an alert that nobody gave a reason for, and one that can’t be overridden', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    await patient.client.ok(addAllergy, {
      params: { patientId: patient.patientId },
      body: { substance: 'Paracetamol', substanceCode: 'paracetamol', severity: 'severe' },
    });
    const visit = await clinic.admitted(patient);
    await clinic.diagnosed(visit);
    const draft = await clinic.drafted(visit);
    expect(draft.safety?.issues.map((issue) => issue.check)).toContain('allergy');
    const answer = await clinic.doctor.client.call(signPrescription, {
      params: { prescriptionId: draft.id },
      version: draft.version,
      body: { password: testPassword },
    });
    expect(['prescription.issue-unacknowledged', 'prescription.issue-not-overridable']).toContain(answer.problem.code);
  });

  it('says "not checked" of an allergy that it can’t read', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    await patient.client.ok(addAllergy, {
      params: { patientId: patient.patientId },
      body: { substance: 'the blue pill from my aunt' },
    });
    const visit = await clinic.admitted(patient);
    const draft = await clinic.drafted(visit);
    expect(draft.safety?.notChecked.map((entry) => entry.check)).toContain('allergy');
  });

  it('refuses without a diagnosis, without a medicine, and against a rule of the jurisdiction', async () => {
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    const draft = await clinic.drafted(visit);
    const sign = (prescription: Prescription) =>
      clinic.doctor.client.call(signPrescription, {
        params: { prescriptionId: prescription.id },
        version: prescription.version,
        body: { password: testPassword },
      });
    expect((await sign(draft)).problem.code).toBe('prescription.diagnosis-missing');

    const first = await clinic.admitted(await clinic.factory.patient(clinic.hospital), 'no');
    await clinic.diagnosed(first);
    const blocked = await clinic.drafted(first);
    expect(blocked.blockedBy.map((finding) => finding.ruleId)).toContain('cn.follow-up-only');
    expect((await sign(blocked)).problem).toMatchObject({
      code: 'prescription.rule-blocked',
      facts: { rule: 'cn.follow-up-only' },
    });

    const empty = await clinic.doctor.client.ok(createPrescription, { params: { visitId: visit.id } });
    await clinic.diagnosed(visit);
    const cleared = await clinic.doctor.client.ok(savePrescription, {
      params: { prescriptionId: empty.id },
      version: empty.version,
      body: { items: [] },
    });
    expect((await sign(cleared)).problem.code).toBe('prescription.empty');
  });

  it('refuses a negative dose, a zero, an unknown medicine and unknown fields, and changes nothing', async () => {
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    const draft = await clinic.drafted(visit);
    const save = (item: object) =>
      clinic.doctor.client.raw('PUT', `/api/prescriptions/${draft.id}`, {
        version: draft.version,
        body: { items: [item] },
      });
    const before = await denials('validation.failed');
    for (const bad of [
      { ...line(), dose: { value: '-1', unit: 'tablet' } },
      { ...line(), dose: { value: '0', unit: 'tablet' } },
      { ...line(), dose: { value: 1, unit: 'tablet' } },
      { ...line(), durationDays: 0 },
      { ...line(), surprise: true },
    ]) {
      const answer = await save(bad);
      expect(answer.status).toBe(400);
      expect(((await answer.json()) as { code: string }).code).toBe('validation.failed');
    }
    expect(await denials('validation.failed')).toBe(before + 5);
    const unknown = await save(line({ productId: 'snake-oil' }));
    expect(((await unknown.json()) as { code: string }).code).toBe('prescription.item-invalid');
    expect((await clinic.doctor.client.ok(readPrescription, { params: { prescriptionId: draft.id } })).version).toBe(
      draft.version,
    );
  });

  it('refuses a visit that is not in progress and a doctor who is not its doctor', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    const visit = await clinic.admitted(patient);
    const draft = await clinic.drafted(visit);
    const other = await clinic.factory.doctor(clinic.hospital, '另一位医生');
    expect((await other.client.call(createPrescription, { params: { visitId: visit.id } })).problem.code).toBe(
      'visit.not-your-visit',
    );
    expect((await other.client.call(readPrescription, { params: { prescriptionId: draft.id } })).status).toBe(404);
    expect(
      (
        await other.client.call(signPrescription, {
          params: { prescriptionId: draft.id },
          version: draft.version,
          body: { password: testPassword },
        })
      ).status,
    ).toBe(404);
    await test.database.admin.query(`UPDATE visit SET status = 'completed', ended_at = now() WHERE id = $1`, [
      visit.id,
    ]);
    const late = await clinic.doctor.client.call(signPrescription, {
      params: { prescriptionId: draft.id },
      version: draft.version,
      body: { password: testPassword },
    });
    expect(late.problem.code).toBe('visit.not-in-progress');
  });

  it('refuses a stale save with the present version, and a save without one', async () => {
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    const draft = await clinic.drafted(visit);
    const params = { prescriptionId: draft.id };
    const stale = await clinic.doctor.client.call(savePrescription, {
      params,
      version: draft.version - 1,
      body: { items: [] },
    });
    expect(stale).toMatchObject({
      status: 412,
      problem: { code: 'resource.stale', facts: { version: draft.version } },
    });
    const bare = await clinic.doctor.client.call(savePrescription, { params, body: { items: [] } });
    expect(bare.status).toBe(428);
  });
});

describe('two at once', () => {
  it('signs once, whatever the number of clicks', async () => {
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    await clinic.diagnosed(visit);
    const draft = await clinic.drafted(visit);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        clinic.doctor.client.call(signPrescription, {
          params: { prescriptionId: draft.id },
          version: draft.version,
          body: { password: testPassword },
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

  it('lets one of two pharmacists take a review', async () => {
    const signed = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    const colleague = await clinic.factory.pharmacist(clinic.hospital, '同事');
    const params = { reviewId: await reviewOf(signed.id) };
    const answers = await Promise.all(
      [clinic.pharmacist, colleague].map((person) => person.client.call(startReview, { params })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.problem.code).toBe('review.assigned-to-another');
  });

  it('makes one draft of a visit', async () => {
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => clinic.doctor.client.call(createPrescription, { params: { visitId: visit.id } })),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(6).fill(201));
    expect(new Set(answers.map((answer) => answer.value.id)).size).toBe(1);
  });
});

describe('whose it is', () => {
  it('shows a patient no draft, and no one else anything', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    const visit = await clinic.admitted(patient);
    const draft = await clinic.drafted(visit);
    const params = { prescriptionId: draft.id };
    expect((await patient.client.call(readPrescription, { params })).status).toBe(404);
    expect((await clinic.pharmacist.client.call(readPrescription, { params })).status).toBe(404);
    const president = await clinic.factory.staff(clinic.hospital, 'president');
    expect((await president.client.call(readPrescription, { params })).problem.code).toBe('auth.forbidden');
  });

  it('does not exist for another patient or another hospital, and their look is recorded', async () => {
    const signed = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    const reviewId = await reviewOf(signed.id);
    const other = await Clinic.open(test);
    const before = await denials('resource.not-found');
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
    expect(await denials('resource.not-found')).toBe(before + 6);
    expect(
      await stranger.ok(verifyCode, {
        body: { hospital: other.hospital.slug, prescriptionId: signed.id, secret: 'x'.repeat(43) },
      }),
    ).toMatchObject({ outcome: 'unknown' });
  });

  it('calls another hospital’s document altered', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    const signed = await clinic.signed(patient);
    await approved(signed);
    const pdf = await pdfOf(patient.client, signed.id);
    const other = await Clinic.open(test);
    expect(await (await upload(pdf, 'application/pdf', other.hospital.slug)).json()).toMatchObject({
      outcome: 'altered',
      reason: 'unknown-authority',
    });
  });
});
