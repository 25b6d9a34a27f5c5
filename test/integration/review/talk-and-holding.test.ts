import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import { AccessTokens } from '../../../server/src/platform/tickets/access-token.ts';
import { readPrescription, type Prescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import {
  approveReview,
  listReviewThreads,
  postReviewMessage,
  readReview,
  rejectReview,
  startReview,
  takeReviewOver,
} from '../../../shared/src/review/review.contract.ts';
import { checklistMatches } from '../../../shared/src/review/review-checklist.ts';
import { TestClient } from '../../support/client.ts';
import { Clinic } from '../../support/clinic.ts';
import { Dispensary, ticked } from '../../support/dispensary.ts';
import { runJob } from '../../support/run-job.ts';
import { listen } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

let test: TestApi;
let clinic: Clinic;
let signed: Prescription;
let params: { reviewId: string };
const visit = () => ({ params: { visitId: signed.visitId } });
const pharmacist = () => clinic.pharmacist.client;
const doctor = () => clinic.doctor.client;
const post = (client: TestClient, text: string, id = newId()) =>
  client.call(postReviewMessage, { params, body: { id, text } });

beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  signed = await clinic.signed(await clinic.factory.patient(clinic.hospital));
  params = { reviewId: await new Dispensary(test, clinic).reviewOf(signed.id) };
});

describe('the review checklist', () => {
  it('must be complete and is stored with the approval', async () => {
    await pharmacist().ok(startReview, { params });
    for (const left of checklistMatches) {
      const checklist = checklistMatches.filter((match) => match !== left);
      const answer = await pharmacist().call(approveReview, { params, body: { checklist } });
      expect(answer.problem.code).toBe('review.checklist-incomplete');
    }
    await pharmacist().ok(approveReview, { params, body: ticked });
    expect((await pharmacist().ok(readReview, { params })).checklist).toEqual([...checklistMatches]);
  });

  it('gives one signature and one response to twenty identical approvals', async () => {
    await pharmacist().ok(startReview, { params });
    const body = ticked;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => pharmacist().call(approveReview, { params, body })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(new Set(answers.map(({ value }) => value?.version)).size).toBe(1);
    const { rows } = await test.database.admin.query(
      `SELECT count(*)::int AS n FROM prescription_signature WHERE prescription_id = $1 AND role = 'pharmacist'`,
      [signed.id],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });
});

describe('a question to the doctor', () => {
  it('and its answer are published at once; the review stays open and the conversation is stored for ever', async () => {
    expect((await post(pharmacist(), 'Which weight?')).status).toBe(404);
    await pharmacist().ok(startReview, { params });
    expect((await post(doctor(), 'Nobody asked')).problem.code).toBe('review.nothing-asked');
    const bench = await listen(test.url, clinic.doctor.accessToken);
    const queue = await listen(test.url, clinic.pharmacist.accessToken);
    const id = newId();
    const [first, again] = await Promise.all([
      post(pharmacist(), 'Which weight?', id),
      post(pharmacist(), 'Which weight?', id),
    ]);
    expect([first.status, again.status]).toEqual([200, 200]);
    await bench.next({ event: 'review.asked', entity: 'review-thread', id: signed.visitId });
    expect((await pharmacist().ok(readReview, { params })).talk).toBe('waits-for-doctor');
    await post(doctor(), '70 kg');
    await queue.next({ event: 'review.answered', entity: 'review', id: params.reviewId });
    bench.close();
    queue.close();
    const detail = await pharmacist().ok(readReview, { params });
    expect(detail).toMatchObject({ status: 'in-progress', talk: 'answered' });
    expect(detail.messages.map(({ side, text }) => [side, text])).toEqual([
      ['pharmacist', 'Which weight?'],
      ['doctor', '70 kg'],
    ]);
    expect((await doctor().ok(readPrescription, { params: { prescriptionId: signed.id } })).status).toBe(
      'under-review',
    );
    await pharmacist().ok(approveReview, { params, body: ticked });
    expect((await post(pharmacist(), 'One more')).status).toBe(404);
    expect((await post(doctor(), 'One more')).problem.code).toBe('review.nothing-asked');
    expect((await doctor().ok(listReviewThreads, visit())).items).toMatchObject([{ open: false, messages: [{}, {}] }]);
    const other = await clinic.factory.doctor(clinic.hospital);
    expect((await other.client.ok(listReviewThreads, visit())).items).toEqual([]);
    expect((await post(other.client, 'Me too')).status).toBe(404);
  });
});

describe('an approval with an unanswered question', () => {
  beforeEach(async () => {
    await pharmacist().ok(startReview, { params });
    await post(pharmacist(), 'Which weight?');
  });

  it('needs a reason, which is stored, audited and shown to both sides with the question', async () => {
    const refused = await pharmacist().call(approveReview, { params, body: ticked });
    expect(refused.problem.code).toBe('review.question-open');
    const blank = { ...ticked, questionReason: '  ' };
    expect((await pharmacist().call(approveReview, { params, body: blank })).status).toBe(400);
    expect(await pharmacist().ok(readReview, { params })).toMatchObject({ status: 'in-progress', checklist: null });
    const body = { ...ticked, questionReason: 'The dose holds for every weight.' };
    await pharmacist().ok(approveReview, { params, body });
    expect(await pharmacist().ok(readReview, { params })).toMatchObject({
      status: 'completed',
      questionReason: body.questionReason,
      messages: [{ text: 'Which weight?' }],
    });
    expect((await doctor().ok(listReviewThreads, visit())).items).toMatchObject([
      { open: false, questionReason: body.questionReason, messages: [{ text: 'Which weight?' }] },
    ]);
    const approvals = (await trailOf(test, params.reviewId)).filter(({ action }) => action === 'review.approved');
    expect(approvals).toMatchObject([{ details: { questionReason: body.questionReason } }]);
  });

  it('is rejected when the doctor answers while the pharmacist writes the reason', async () => {
    await post(doctor(), 'Stop: 30 kg.');
    const body = { ...ticked, questionReason: 'No time to wait.' };
    expect((await pharmacist().call(approveReview, { params, body })).problem.code).toBe('review.question-answered');
    expect((await pharmacist().ok(approveReview, { params, body: ticked })).questionReason).toBeNull();
  });
});

describe('a review in progress', () => {
  it('returns to the queue when its pharmacist is inactive, and stays while they are active', async () => {
    await pharmacist().ok(startReview, { params });
    const { admin } = test.database;
    await admin.query(`UPDATE review SET held_until = now() - interval '1 second' WHERE id = $1`, [params.reviewId]);
    // Active again before the job runs.
    await pharmacist().ok(startReview, { params });
    expect(Date.parse((await pharmacist().ok(readReview, { params })).heldUntil ?? '')).toBeGreaterThan(Date.now());
  });

  it('is released by the job after inactivity, audited, and can be started by another pharmacist', async () => {
    await pharmacist().ok(startReview, { params });
    const kept = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    const keptParams = { reviewId: await new Dispensary(test, clinic).reviewOf(kept.id) };
    await pharmacist().ok(startReview, { params: keptParams });
    await test.database.admin.query(`UPDATE review SET held_until = now() - interval '1 second' WHERE id = $1`, [
      params.reviewId,
    ]);
    await runJob(test, clinic.hospital.id, 'return-abandoned-reviews');
    await runJob(test, clinic.hospital.id, 'return-abandoned-reviews');
    expect(await pharmacist().ok(readReview, { params })).toMatchObject({ status: 'requested', pharmacist: null });
    expect((await pharmacist().ok(readReview, { params: keptParams })).status).toBe('in-progress');
    const returned = (await trailOf(test, params.reviewId)).filter(({ action }) => action === 'review.returned');
    expect(returned).toMatchObject([{ details: { from: clinic.pharmacist.practitionerId } }]);
    const colleague = await clinic.factory.pharmacist(clinic.hospital);
    expect((await colleague.client.ok(startReview, { params })).pharmacist?.id).toBe(colleague.practitionerId);
  });

  it('gives one rejection and one response to twenty identical rejections', async () => {
    await pharmacist().ok(startReview, { params });
    const body = { reason: 'dose' as const, also: ['quantity' as const], text: 'Please halve the dose.' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => pharmacist().call(rejectReview, { params, body })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(new Set(answers.map(({ value }) => value?.version)).size).toBe(1);
    const rejections = (await trailOf(test, params.reviewId)).filter(({ action }) => action === 'review.rejected');
    expect(rejections).toHaveLength(1);
    const { rejection } = await doctor().ok(readPrescription, { params: { prescriptionId: signed.id } });
    expect(rejection).toEqual(body);
  });

  it('is taken over only by a supervisor, with an audited reason', async () => {
    await pharmacist().ok(startReview, { params });
    const colleague = await clinic.factory.pharmacist(clinic.hospital);
    const body = { reason: 'Called away' };
    expect((await colleague.client.call(takeReviewOver, { params, body })).problem.code).toBe('auth.forbidden');
    const tokens = new AccessTokens(test.settings.ACCESS_TOKEN_SECRET);
    const { accountId, hospitalId, sessionId, patientId, practitionerId } = colleague;
    const actor = {
      accountId,
      hospitalId,
      sessionId,
      patientId,
      practitionerId,
      roles: ['pharmacist', 'supervisor'] as const,
    };
    const supervisor = new TestClient(test.url, tokens.issue(actor, test.clock.now()).accessToken);
    const taken = await supervisor.ok(takeReviewOver, { params, body });
    expect(taken).toMatchObject({ status: 'in-progress', pharmacist: { id: practitionerId } });
    // The first pharmacist reads who has the review now, and why.
    const found = await pharmacist().ok(readReview, { params });
    expect(found.takenOver).toMatchObject({
      from: { id: clinic.pharmacist.practitionerId },
      by: { id: practitionerId },
      reason: 'Called away',
    });
    // Repeating the click does not take the review over again.
    const again = await supervisor.ok(takeReviewOver, { params, body: { reason: 'Twice' } });
    expect(again).toMatchObject({ version: taken.version, takenOver: found.takenOver });
    expect((await pharmacist().call(approveReview, { params, body: ticked })).problem.code).toBe(
      'review.assigned-to-another',
    );
    expect((await trailOf(test, params.reviewId)).map(({ action }) => action)).toContain('review.taken-over');
  });
});
