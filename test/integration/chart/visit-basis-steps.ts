import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { readDiagnoses, saveDiagnoses } from '../../../shared/src/chart/chart.contract.ts';
import { saveNote, signNote } from '../../../shared/src/chart/notes.contract.ts';
import { readVisitBasis, stateVisitBasis, type VisitBasis } from '../../../shared/src/chart/visit-basis.contract.ts';
import type { BodyInputOf } from '../../../shared/src/core/route.ts';
import { shiftDay } from '../../../shared/src/core/time/calendar-day.ts';
import { dayIn } from '../../../shared/src/core/time/time-zone.ts';
import { readIntakePicture } from '../../../shared/src/intake/intake.contract.ts';
import type { PriorEvidence } from '../../../shared/src/intake/prior-evidence.schemas.ts';
import {
  createPrescription,
  readPrescription,
  savePrescription,
  signPrescription,
} from '../../../shared/src/prescribing/prescribing.contract.ts';
import { admitVisit, checkIn, completeVisit } from '../../../shared/src/visits/visits.contract.ts';
import { Clinic, line } from '../../support/clinic.ts';
import type { TestClient } from '../../support/client.ts';
import type { TestPerson } from '../../support/factories.ts';
import { drawing } from '../chat/sample-files.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { checkInBody, plannedVisit } from '../../support/visit-steps.ts';
import { handIn, nothingYet, opened, saved } from '../intake/intake-steps.ts';

export let test: TestApi;
export let clinic: Clinic;
export let patient: TestPerson & { patientId: string };
/** Not once for the run: it may pass midnight, and test files share their modules. */
export const today = () => dayIn('Asia/Shanghai', new Date());

/** Opens a clinic in China for the tests of a file, and registers a new patient before each. */
export function openBasisClinic(): void {
  beforeAll(async () => {
    test = await startTestApi();
    clinic = await Clinic.open(test);
  });
  afterAll(() => test.close());
  beforeEach(() => nextPatient());
}

export async function nextPatient(of = clinic): Promise<void> {
  patient = await of.factory.patient(of.hospital);
}

export const outside = (days = 30): PriorEvidence => ({
  source: 'outside',
  institution: '市人民医院',
  diagnosedOn: shiftDay(today(), -days),
});

/** Checks the patient in with evidence and as many pictures of it, and admits the visit. */
export async function admitted(priorEvidence: PriorEvidence | undefined, pictures = 1, of = clinic): Promise<string> {
  const { id } = await plannedVisit(of.hospital, patient, of.doctor);
  const draft = await opened(patient.client, id);
  for (let n = 0; n < pictures; n++)
    await handIn(test.url, patient, draft.id, await drawing('png'), { question: 'prior-diagnosis', type: 'image/png' });
  const { value } = await saved(patient.client, draft, { ...nothingYet, priorDiagnosis: 'yes' });
  const params = { visitId: id };
  const intake = { ...checkInBody.intake, ...(priorEvidence && { priorEvidence }) };
  await patient.client.ok(checkIn, { params, body: { ...checkInBody, intake, draftVersion: value.version } });
  await of.doctor.client.ok(admitVisit, { params });
  return id;
}

export const read = (visitId: string, client: TestClient = clinic.doctor.client) =>
  client.ok(readVisitBasis, { params: { visitId } });

export const state = (
  visitId: string,
  version: number,
  body: BodyInputOf<typeof stateVisitBasis>,
  client: TestClient = clinic.doctor.client,
) => client.call(stateVisitBasis, { params: { visitId }, version, body });

export async function openPages({ visitId, evidence }: VisitBasis, client = clinic.doctor.client): Promise<void> {
  for (const pictureId of evidence.flatMap(({ pages }) => pages))
    expect((await client.call(readIntakePicture, { params: { visitId, pictureId } })).status).toBe(200);
}

export const followUp = (evidenceId: string, code = 'J03.9') => ({
  verdict: 'follow-up' as const,
  conditions: [{ code, evidenceId }],
});
export const withdrawn = { verdict: 'withdrawn' as const, conditions: [] };
export const firstVisit = { verdict: 'first-visit' as const, conditions: [] };
export const evidenceOf = async (visitId: string) => (await read(visitId)).evidence[0]?.id ?? '';

/** States the visit as a follow-up of its evidence, as the bench does. */
export async function proven(
  visitId: string,
  code = 'J03.9',
  client: TestClient = clinic.doctor.client,
): Promise<VisitBasis> {
  const shown = await read(visitId, client);
  await openPages(shown, client);
  const { status, value } = await state(visitId, shown.version, followUp(shown.evidence[0]?.id ?? '', code), client);
  expect(status).toBe(200);
  return value;
}

export async function diagnosed(visitId: string, ...codes: string[]): Promise<void> {
  const params = { visitId };
  const { version } = await clinic.doctor.client.ok(readDiagnoses, { params });
  const items = codes.map((code, at) => ({
    code,
    title: { en: '', zh: '' },
    primary: at === 0,
    certainty: 'confirmed' as const,
  }));
  await clinic.doctor.client.ok(saveDiagnoses, { params, version, body: { items } });
}

/** Writes a draft, and returns what a signature answers. */
export async function signing(visitId: string, client: TestClient = clinic.doctor.client) {
  const draft = await client.ok(createPrescription, { params: { visitId } });
  const params = { prescriptionId: draft.id };
  const current = await client.ok(readPrescription, { params });
  const draftSaved = await client.ok(savePrescription, { params, version: current.version, body: { items: [line()] } });
  return client.call(signPrescription, { params, version: draftSaved.version, body: {} });
}

export async function noted(visitId: string, client: TestClient = clinic.doctor.client): Promise<void> {
  const params = { visitId };
  const body = { subjective: 'x', objective: '', assessment: 'x', plan: 'x' };
  await client.ok(saveNote, { params, version: 0, body });
  await client.ok(signNote, { params, version: 1 });
}

export async function completed(visitId: string, client: TestClient = clinic.doctor.client): Promise<void> {
  await noted(visitId, client);
  await client.ok(completeVisit, { params: { visitId }, body: {} });
}

/** Gives the visit to another doctor, as a handover does. */
export async function handedOver(visitId: string) {
  const colleague = await clinic.factory.doctor(clinic.hospital);
  await clinic.credentials.practitioner(clinic.hospital.id, colleague.practitionerId, '李静');
  await test.database.admin.query('UPDATE visit SET practitioner_id = $2 WHERE id = $1', [
    visitId,
    colleague.practitionerId,
  ]);
  return colleague;
}
