import { saveDiagnoses } from '../../shared/src/chart/chart.contract.ts';
import { saveNote, signNote } from '../../shared/src/chart/notes.contract.ts';
import { completeVisit, type Visit } from '../../shared/src/visits/visits.contract.ts';
import type { BodyInputOf } from '../../shared/src/core/route.ts';
import type { TestHospital, TestPerson } from './factories.ts';
import { admittedVisit } from './visit-steps.ts';

type Doctor = TestPerson & { practitionerId: string };

/** Returns a visit completed by its doctor, with everything that requires; the doctor has a signing certificate. */
export async function completedVisit(
  hospital: TestHospital,
  patient: TestPerson,
  doctor: Doctor,
  body: BodyInputOf<typeof completeVisit> = {},
): Promise<Visit> {
  const { id } = await admittedVisit(hospital, patient, doctor);
  return completedBy(doctor, id, body);
}

/** Completes a visit in progress, with everything that requires; the doctor has a signing certificate. */
export async function completedBy(
  doctor: Doctor,
  visitId: string,
  body: BodyInputOf<typeof completeVisit> = {},
): Promise<Visit> {
  const params = { visitId };
  const content = { subjective: '', objective: '', assessment: '感冒', plan: '休息' };
  await doctor.client.ok(saveNote, { params, version: 0, body: content });
  await doctor.client.ok(signNote, { params, version: 1 });
  const cold = { code: 'J00', title: { en: '', zh: '' }, primary: true, certainty: 'confirmed' as const };
  await doctor.client.ok(saveDiagnoses, { params, version: 0, body: { items: [cold] } });
  return doctor.client.ok(completeVisit, { params, body });
}
