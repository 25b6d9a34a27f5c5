import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { approveReview, startReview } from '../../../shared/src/review/review.contract.ts';
import { checklistMatches } from '../../../shared/src/review/review-checklist.ts';
import type { Clinic } from '../../support/clinic.ts';
import type { HeldVisit } from './many-visits.ts';

/** Holds visits of patients of their own through the api, each with a prescription that is signed, approved and sealed as a PDF in two languages. */
export async function holdVisits(clinic: Clinic, admin: pg.Pool, count: number): Promise<HeldVisit[]> {
  const held: HeldVisit[] = [];
  while (held.length < count) {
    const patient = await clinic.factory.patient(clinic.hospital);
    const { id: prescriptionId, visitId } = await clinic.signed(patient);
    const params = await reviewOf(admin, prescriptionId);
    await clinic.pharmacist.client.ok(startReview, { params });
    await clinic.pharmacist.client.ok(approveReview, { params, body: { checklist: [...checklistMatches] } });
    held.push({ visitId, patientId: patient.patientId, accountId: patient.accountId, prescriptionId });
  }
  const pdfs = 'SELECT count(*)::int AS pdfs FROM prescription_document WHERE hospital_id = $1';
  for (let sealed = 0; sealed < 2 * count; await delay(200))
    sealed = (await admin.query<{ pdfs: number }>(pdfs, [clinic.hospital.id])).rows[0]?.pdfs ?? 0;
  return held;
}

async function reviewOf(admin: pg.Pool, prescriptionId: string): Promise<{ reviewId: string }> {
  const { rows } = await admin.query<{ reviewId: string }>(
    'SELECT id AS "reviewId" FROM review WHERE prescription_id = $1',
    [prescriptionId],
  );
  return rows[0] ?? { reviewId: '' };
}
