import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDiagnoses, saveDiagnoses } from '../../../shared/src/chart/chart.contract.ts';
import {
  createPrescription,
  savePrescription,
  signPrescription,
} from '../../../shared/src/prescribing/prescribing.contract.ts';
import { approveReview, listReviews, rejectReview, startReview } from '../../../shared/src/review/review.contract.ts';
import { checklistMatches } from '../../../shared/src/review/review-checklist.ts';
import type { TestClient } from '../../support/client.ts';
import { line } from '../../support/clinic.ts';
import { expect } from './expect.ts';
import { readPrintedCode } from './paper.ts';
import { signer } from './signer.ts';
import { admittedVisit } from './visit-in-call.ts';

export interface ApprovedPrescription {
  readonly visitId: string;
  readonly prescriptionId: string;
  readonly number: string;
  /** The signed document. */
  readonly file: string;
  /** The content of the printed code. */
  readonly code: string;
}

/** Creates a signed prescription that awaits review, of the second hospital’s patient in a visit in progress. Uses no page. */
export async function signedPrescription(): Promise<
  Pick<ApprovedPrescription, 'visitId' | 'prescriptionId' | 'number'>
> {
  const visitId = await admittedVisit();
  const { id: prescriptionId, number } = await signed(await signer('doctor@lakeside.demo.test'), visitId);
  return { visitId, prescriptionId, number };
}

/** Creates an approved prescription of nine tablets, of the second hospital’s patient in a visit in progress. Uses no page. */
export async function approvedPrescription(folder: string): Promise<ApprovedPrescription> {
  const visitId = await admittedVisit();
  const [doctor, pharmacist] = await Promise.all([
    signer('doctor@lakeside.demo.test'),
    signer('pharmacist@lakeside.demo.test'),
  ]);
  const { id: prescriptionId, number } = await signed(doctor, visitId);
  await approve(pharmacist, prescriptionId);
  const file = await documentOf(doctor, prescriptionId, folder);
  return { visitId, prescriptionId, number, file, code: await readPrintedCode(file, folder) };
}

/** Signs one line of paracetamol in a visit in progress of this doctor. */
export async function signed(doctor: TestClient, visitId: string) {
  const params = { visitId };
  const { version } = await doctor.ok(readDiagnoses, { params });
  const title = { en: '', zh: '' };
  const diagnosis = { code: 'J03.9', title, primary: true, certainty: 'confirmed' as const };
  await doctor.ok(saveDiagnoses, { params, version, body: { items: [diagnosis] } });
  const draft = await doctor.ok(createPrescription, { params });
  const of = { params: { prescriptionId: draft.id } };
  const saved = await doctor.ok(savePrescription, { ...of, version: draft.version, body: { items: [line()] } });
  expect(saved.blockedBy).toEqual([]);
  const acknowledgements = (saved.safety?.issues ?? []).map(({ id }) => ({
    issueId: id,
    reason: 'benefit-outweighs-risk' as const,
  }));
  return doctor.ok(signPrescription, { ...of, version: saved.version, body: { acknowledgements } });
}

/** The pharmacist returns a signed prescription of the second hospital to its doctor. */
export async function returnToDoctor(prescriptionId: string): Promise<void> {
  const pharmacist = await signer('pharmacist@lakeside.demo.test');
  const params = await startedReview(pharmacist, prescriptionId);
  await pharmacist.ok(rejectReview, { params, body: { reason: 'dose', text: 'Three tablets a day are enough.' } });
}

async function approve(pharmacist: TestClient, prescriptionId: string): Promise<void> {
  const params = await startedReview(pharmacist, prescriptionId);
  await pharmacist.ok(approveReview, { params, body: { checklist: [...checklistMatches] } });
}

async function startedReview(pharmacist: TestClient, prescriptionId: string): Promise<{ reviewId: string }> {
  const { items } = await pharmacist.ok(listReviews, { query: { limit: 100 } });
  const params = { reviewId: items.find(({ prescription }) => prescription.id === prescriptionId)?.id ?? '' };
  await pharmacist.ok(startReview, { params });
  return params;
}

async function documentOf(doctor: TestClient, prescriptionId: string, folder: string): Promise<string> {
  const path = `/api/prescriptions/${prescriptionId}/document?locale=en`;
  // The sealing job runs automatically.
  await expect.poll(async () => (await doctor.raw('GET', path)).status).toBe(200);
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${prescriptionId}.pdf`);
  await writeFile(file, Buffer.from(await (await doctor.raw('GET', path)).arrayBuffer()));
  return file;
}
