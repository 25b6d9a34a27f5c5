import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccessTokens } from '../../../server/src/platform/tickets/access-token.ts';
import { addAllergy, readChart } from '../../../shared/src/chart/chart.contract.ts';
import type { Role } from '../../../shared/src/core/permission.ts';
import {
  cancelPrescription,
  readPrescription,
  signPrescription,
  type Prescription,
} from '../../../shared/src/prescribing/prescribing.contract.ts';
import { readPrescriptionDocument } from '../../../shared/src/signing/prescription-paper.contract.ts';
import {
  approveReview,
  listReviews,
  readReview,
  rejectReview,
  releaseReview,
  startReview,
} from '../../../shared/src/review/review.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { TestClient } from '../../support/client.ts';
import { Clinic, line } from '../../support/clinic.ts';
import { Dispensary, ticked } from '../../support/dispensary.ts';
import type { TestPerson } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

let test: TestApi;
let clinic: Clinic;
let after: Dispensary;
let colleague: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let signed: Prescription;
let params: { reviewId: string };

const reason = { reason: 'dose', text: 'Please halve the dose.' } as const;

beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
  after = new Dispensary(test, clinic);
  colleague = await clinic.factory.pharmacist(clinic.hospital, '同事');
  await clinic.credentials.practitioner(clinic.hospital.id, colleague.practitionerId, '同事');
});
afterAll(() => test.close());
beforeEach(async () => {
  patient = await clinic.factory.patient(clinic.hospital);
  signed = await clinic.signed(patient);
  params = { reviewId: await after.reviewOf(signed.id) };
});

const pharmacist = () => clinic.pharmacist.client;
const read = (person: TestPerson = clinic.doctor) =>
  person.client.ok(readPrescription, { params: { prescriptionId: signed.id } });
const actionsOf = async (id: string) => (await trailOf(test, id)).map(({ action }) => action);

/** Returns a client of the same person with more roles or with another person’s identity too. */
function alsoAs(person: TestPerson, roles: Role[], more: Partial<TestPerson> = {}): TestClient {
  const { accountId, hospitalId, sessionId, patientId, practitionerId } = { ...person, ...more };
  const tokens = new AccessTokens(test.settings.ACCESS_TOKEN_SECRET);
  const actor = { accountId, hospitalId, sessionId, patientId, practitionerId, roles };
  return new TestClient(test.url, tokens.issue(actor, test.clock.now()).accessToken);
}

describe('a review that a pharmacist started', () => {
  it.each([
    ['approved', 'prescription.approved', approveReview, ticked],
    ['rejected', 'prescription.rejected', rejectReview, reason],
  ] as const)('and %s notifies its patient once', async (_decision, template, route, body) => {
    await pharmacist().ok(startReview, { params });
    await pharmacist().ok(route as typeof rejectReview, { params, body: body as typeof reason });
    await pharmacist().ok(route as typeof rejectReview, { params, body: body as typeof reason });
    const { items } = await patient.client.ok(listNotifications, { query: { locale: 'en' } });
    expect(items.filter((item) => item.template.startsWith('prescription.'))).toMatchObject([
      { template, link: `/prescriptions/${signed.id}` },
    ]);
  });

  it('belongs to that pharmacist until it is released', async () => {
    await pharmacist().ok(startReview, { params });
    expect(await read()).toMatchObject({
      status: 'under-review',
      pharmacist: { id: clinic.pharmacist.practitionerId },
    });
    const theirs = colleague.client;
    for (const answer of [
      await theirs.call(startReview, { params }),
      await theirs.call(releaseReview, { params }),
      await theirs.call(approveReview, { params, body: ticked }),
      await theirs.call(rejectReview, { params, body: reason }),
    ])
      expect(answer.problem.code).toBe('review.assigned-to-another');
    expect((await theirs.ok(readReview, { params })).status).toBe('in-progress');

    expect(await pharmacist().ok(releaseReview, { params })).toMatchObject({ status: 'requested', pharmacist: null });
    expect(await read()).toMatchObject({ status: 'signed', pharmacist: null });
    expect((await pharmacist().ok(releaseReview, { params })).status).toBe('requested');
    await theirs.ok(startReview, { params });
    expect((await theirs.ok(approveReview, { params, body: ticked })).status).toBe('completed');
    expect(await read()).toMatchObject({ status: 'approved', pharmacist: { id: colleague.practitionerId } });
    expect((await actionsOf(params.reviewId)).filter((action) => action.startsWith('review.'))).toEqual([
      'review.started',
      'review.read',
      'review.released',
      'review.started',
      'review.approved',
    ]);
  });

  it('is published to doctor and patient at once, as is its release', async () => {
    const pages = [await listen(test.url, clinic.doctor.accessToken), await listen(test.url, patient.accessToken)];
    await pharmacist().ok(startReview, { params });
    for (const page of pages) await page.next({ event: 'prescription.under-review', id: signed.id });
    await pharmacist().ok(releaseReview, { params });
    for (const page of pages) await page.next({ event: 'prescription.review-released', id: signed.id });
    for (const page of pages) page.close();
  });
});

describe('the review queue', () => {
  it('lists patients in a call first across all pages, then the oldest', async () => {
    const other = await Clinic.open(test);
    const ids: string[] = [];
    for (let n = 0; n < 4; n++) ids.push((await other.signed(await other.factory.patient(other.hospital))).id);
    const [first, second, third, fourth] = ids;
    // The first two have left the call; the last two are still in it.
    await test.database.admin.query(
      `UPDATE visit SET status = 'completed' WHERE id IN (SELECT visit_id FROM prescription WHERE id = ANY($1))`,
      [[first, second]],
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await other.pharmacist.client.ok(listReviews, { query: { limit: 1, cursor } });
      seen.push(...page.items.map(({ prescription }) => prescription.id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual([third, fourth, first, second]);
  });
});

describe('a review decision', () => {
  it('requires a started review and a recent second factor', async () => {
    expect((await pharmacist().call(approveReview, { params, body: ticked })).problem.code).toBe(
      'review.transition-refused',
    );
    expect((await pharmacist().call(rejectReview, { params, body: reason })).problem.code).toBe(
      'review.transition-refused',
    );
    await pharmacist().ok(startReview, { params });
    const unconfirmed = (await clinic.factory.unconfirmedSession(clinic.pharmacist)).client;
    const wrong = await unconfirmed.call(approveReview, { params, body: ticked });
    expect(wrong).toMatchObject({ status: 403, problem: { code: 'auth.second-factor-required' } });
    expect((await read()).status).toBe('under-review');
    const { rows } = await test.database.admin.query(
      `SELECT role FROM prescription_signature WHERE prescription_id = $1`,
      [signed.id],
    );
    expect(rows).toEqual([{ role: 'doctor' }]);
  });

  it('is made once, however often it is sent, and stores the results of the checks', async () => {
    await pharmacist().ok(startReview, { params });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => pharmacist().call(approveReview, { params, body: ticked })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200));
    const { rows } = await test.database.admin.query(
      `SELECT (SELECT count(*)::int FROM prescription_signature WHERE prescription_id = $1 AND role = 'pharmacist') AS signatures,
              (SELECT count(*)::int FROM safety_check WHERE prescription_id = $1 AND phase = 'review') AS checks`,
      [signed.id],
    );
    expect(rows).toEqual([{ signatures: 1, checks: 1 }]);
    expect((await actionsOf(params.reviewId)).filter((action) => action === 'review.approved')).toHaveLength(1);
    expect((await colleague.client.call(approveReview, { params, body: ticked })).problem.code).toBe(
      'review.transition-refused',
    );
    expect((await pharmacist().call(rejectReview, { params, body: reason })).problem.code).toBe(
      'review.transition-refused',
    );
  });

  it('is rejected for doctors, patients, presidents and administrators', async () => {
    const president = await clinic.factory.staff(clinic.hospital, 'president');
    const administrator = await clinic.factory.staff(clinic.hospital, 'administrator');
    for (const { client } of [clinic.doctor, patient, president, administrator]) {
      for (const answer of [
        await client.call(readReview, { params }),
        await client.call(startReview, { params }),
        await client.call(approveReview, { params, body: ticked }),
        await client.call(rejectReview, { params, body: reason }),
      ])
        expect(answer.problem.code).toBe('auth.forbidden');
    }
  });

  it('is rejected for the prescriber and for the patient it is for', async () => {
    const both = alsoAs(clinic.doctor, ['doctor', 'pharmacist']);
    const forMyself = alsoAs(clinic.pharmacist, ['pharmacist', 'patient'], { patientId: patient.patientId });
    const before = await after.denials('review.own-prescription');
    for (const client of [both, forMyself]) {
      for (const answer of [
        await client.call(startReview, { params }),
        await client.call(approveReview, { params, body: ticked }),
        await client.call(rejectReview, { params, body: reason }),
      ])
        expect(answer).toMatchObject({ status: 403, problem: { code: 'review.own-prescription' } });
    }
    expect(await after.denials('review.own-prescription')).toBe(before + 6);
    expect((await read()).status).toBe('signed');
  });

  it('does not approve an expired prescription', async () => {
    await pharmacist().ok(startReview, { params });
    const { admin } = test.database;
    await admin.query('ALTER TABLE prescription DISABLE TRIGGER prescription_is_final');
    await admin.query(`UPDATE prescription SET valid_until = now() - interval '1 minute' WHERE id = $1`, [signed.id]);
    await admin.query('ALTER TABLE prescription ENABLE TRIGGER prescription_is_final');
    const late = await pharmacist().call(approveReview, { params, body: ticked });
    expect(late.problem).toMatchObject({ code: 'prescription.transition-refused', facts: { state: 'expired' } });
  });

  it('does not approve against an allergy that was recorded after the signature', async () => {
    await pharmacist().ok(startReview, { params });
    await patient.client.ok(addAllergy, {
      params: { patientId: patient.patientId },
      body: { substance: 'Paracetamol', substanceCode: 'paracetamol', severity: 'severe' },
    });
    const now = await pharmacist().ok(readReview, { params });
    expect(now.safetyNow.issues.some((issue) => !issue.overridable)).toBe(true);
    const answer = await pharmacist().call(approveReview, { params, body: ticked });
    expect(answer.problem.code).toBe('prescription.issue-not-overridable');
    expect((await read()).status).toBe('under-review');
  });

  it('in a race with the doctor’s withdrawal has one winner', async () => {
    for (let round = 0; round < 6; round++) {
      const mine = await clinic.signed(await clinic.factory.patient(clinic.hospital));
      const review = { reviewId: await after.reviewOf(mine.id) };
      await pharmacist().ok(startReview, { params: review });
      const [withdrawn, approved] = await Promise.all([
        clinic.doctor.client.call(cancelPrescription, {
          params: { prescriptionId: mine.id },
          body: { reason: 'Other medicine' },
        }),
        pharmacist().call(approveReview, { params: review, body: ticked }),
      ]);
      // An approved prescription may be withdrawn; a withdrawn one is never approved.
      expect(withdrawn.status).toBe(200);
      expect([200, 409]).toContain(approved.status);
      const { rows } = await test.database.admin.query(
        `SELECT p.status, r.status AS review FROM prescription p JOIN review r ON r.prescription_id = p.id WHERE p.id = $1`,
        [mine.id],
      );
      expect(rows).toEqual([{ status: 'cancelled', review: approved.status === 200 ? 'completed' : 'cancelled' }]);
    }
  });

  it('that rejects creates no document', async () => {
    await pharmacist().ok(startReview, { params });
    await pharmacist().ok(rejectReview, { params, body: reason });
    const document = await patient.client.call(readPrescriptionDocument, { params: { prescriptionId: signed.id } });
    expect(document.problem.code).toBe('resource.not-found');
  });
});

describe('an allergy in Chinese', () => {
  it('is named in both languages on the chart and in the review', async () => {
    const chartParams = { patientId: patient.patientId };
    await patient.client.ok(addAllergy, { params: chartParams, body: { substance: '青霉素' } });
    const named = [{ substance: '青霉素', names: [{ en: 'Penicillins' }] }];
    expect((await patient.client.ok(readChart, { params: chartParams })).allergies).toMatchObject(named);
    const { patientFacts } = await clinic.pharmacist.client.ok(readReview, { params });
    expect(patientFacts.allergies).toMatchObject(named);
  });
});

describe('medicines that this hospital prescribed', () => {
  it('are on the chart of doctor and patient and in the review of another prescription, until they are cancelled', async () => {
    const { doctor } = clinic;
    const chartOf = async (client: TestClient) =>
      (await client.ok(readChart, { params: { patientId: patient.patientId } })).prescribed;
    const shown = { prescriptionId: signed.id, name: signed.items[0]?.productName, status: 'signed' };
    expect(await chartOf(doctor.client)).toMatchObject([shown]);
    expect(await chartOf(patient.client)).toMatchObject([shown]);
    expect((await clinic.pharmacist.client.ok(readReview, { params })).patientFacts.prescribed).toEqual([]);

    const draft = await clinic.drafted({ id: signed.visitId }, [line({ productId: 'loratadine-10mg-tablet' })]);
    const acknowledgements = (draft.safety?.issues ?? []).map(({ id }) => ({
      issueId: id,
      reason: 'benefit-outweighs-risk' as const,
    }));
    const second = await doctor.client.ok(signPrescription, {
      params: { prescriptionId: draft.id },
      version: draft.version,
      body: { acknowledgements },
    });
    const ofSecond = { reviewId: await after.reviewOf(second.id) };
    const { patientFacts } = await clinic.pharmacist.client.ok(readReview, { params: ofSecond });
    expect(patientFacts.prescribed).toMatchObject([shown]);

    const page = await listen(test.url, doctor.accessToken);
    await doctor.client.ok(cancelPrescription, { params: { prescriptionId: signed.id }, body: { reason: 'Wrong' } });
    await page.next({ event: 'prescription.cancelled', entity: 'chart', id: patient.patientId });
    page.close();
    const chart = await doctor.client.ok(readChart, { params: { patientId: patient.patientId } });
    expect(chart.prescribed).toMatchObject([{ prescriptionId: second.id }]);
    expect(chart.visits[0]?.prescriptions).toMatchObject([
      { status: 'cancelled', medicines: [signed.items[0]?.productName] },
      { status: 'signed' },
    ]);
  });
});
