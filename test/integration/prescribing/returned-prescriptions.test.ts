import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  followUpReturned,
  listReturned,
  listVisitPrescriptions,
  readPrescription,
  signPrescription,
  type Prescription,
} from '../../../shared/src/prescribing/prescribing.contract.ts';
import { listReviews, rejectReview, startReview } from '../../../shared/src/review/review.contract.ts';
import { referOffline } from '../../../shared/src/visits/visits.contract.ts';
import { Clinic } from '../../support/clinic.ts';
import type { TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

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

const stop = (visitId: string) =>
  clinic.doctor.client.ok(referOffline, { params: { visitId }, body: { reason: '需要面诊' } });

async function returned(person = patient): Promise<Prescription> {
  const signed = await clinic.signed(person);
  const { items } = await clinic.pharmacist.client.ok(listReviews, { query: {} });
  const params = { reviewId: items.find((each) => each.prescription.id === signed.id)?.id ?? '' };
  await clinic.pharmacist.client.ok(startReview, { params });
  await clinic.pharmacist.client.ok(rejectReview, { params, body: { reason: 'dose', text: '剂量偏大' } });
  return signed;
}

/** A draft in a new visit of the patient, ready to sign. */
async function drafted(person = patient): Promise<Prescription> {
  const visit = await clinic.admitted(person);
  await clinic.diagnosed(visit);
  return clinic.drafted(visit);
}

const sign = ({ id, version, safety }: Prescription, replaces: string[]) =>
  clinic.doctor.client.call(signPrescription, {
    params: { prescriptionId: id },
    version,
    body: {
      acknowledgements: (safety?.issues ?? []).map((issue) => ({
        issueId: issue.id,
        reason: 'benefit-outweighs-risk' as const,
      })),
      replaces,
    },
  });
const read = (prescriptionId: string, by: TestPerson = clinic.doctor) =>
  by.client.ok(readPrescription, { params: { prescriptionId } });

describe('a returned prescription', () => {
  it('is replaced by the prescription that names it, and by no other', async () => {
    const first = await returned();
    await stop(first.visitId);
    const second = await returned();
    await stop(second.visitId);
    const draft = await drafted();
    const params = { visitId: draft.visitId };
    const open = async () => (await clinic.doctor.client.ok(listReturned, { params })).items.map(({ id }) => id);
    expect(await open()).toEqual([second.id, first.id]);
    expect((await sign(draft, [first.id])).status).toBe(200);
    expect(await open()).toEqual([second.id]);
    expect((await read(first.id)).followUp).toMatchObject({ kind: 'replaced', reason: '' });
    expect((await read(second.id)).followUp).toBeNull();
  });

  it('needs no other one when the doctor says why, once, which the patient does not read', async () => {
    const { id, visitId } = await returned();
    await stop(visitId);
    const settle = (reason: string) =>
      clinic.doctor.client.ok(followUpReturned, { params: { prescriptionId: id }, body: { reason } });
    expect((await settle('症状已缓解')).followUp).toMatchObject({ kind: 'not-needed', reason: '症状已缓解' });
    expect((await settle('另有原因')).followUp).toMatchObject({ reason: '症状已缓解' });
    expect((await read(id, patient)).followUp).toBeNull();
    const trail = await trailOf(test, id);
    expect(trail.filter(({ action }) => action === 'prescription.followed-up')).toHaveLength(1);
    await expect(
      test.database.admin.query(`UPDATE prescription SET follow_up = NULL WHERE id = $1`, [id]),
    ).rejects.toThrow('never changes');
  });

  it('is followed up only by the doctor of its visit, for the same patient, and after it was returned', async () => {
    const { id, visitId } = await returned();
    await stop(visitId);
    const colleague = await clinic.factory.doctor(clinic.hospital);
    const stranger = await clinic.factory.doctor(await clinic.factory.hospital());
    const settle = (by: TestPerson, prescriptionId: string) =>
      by.client.call(followUpReturned, { params: { prescriptionId }, body: { reason: '症状已缓解' } });
    for (const other of [colleague, stranger]) expect((await settle(other, id)).status).toBe(404);
    for (const person of [patient, clinic.pharmacist]) expect((await settle(person, id)).status).toBe(403);
    const draft = await drafted(await clinic.factory.patient(clinic.hospital, '陈一'));
    expect((await sign(draft, [id])).status).toBe(404);
    expect((await read(draft.id)).status).toBe('draft');
    expect((await settle(clinic.doctor, draft.id)).problem.code).toBe('prescription.transition-refused');
    const params = { visitId };
    const { items } = await clinic.doctor.client.ok(listVisitPrescriptions, { params });
    expect(items).toMatchObject([{ id, followUp: null }]);
    expect((await clinic.doctor.client.call(listReturned, { params })).problem.code).toBe('visit.not-in-progress');
  });
});
