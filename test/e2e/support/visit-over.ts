import { saveDiagnoses } from '../../../shared/src/chart/chart.contract.ts';
import { saveNote, signNote } from '../../../shared/src/chart/notes.contract.ts';
import type { BodyInputOf } from '../../../shared/src/core/route.ts';
import { admitVisit, completeVisit } from '../../../shared/src/visits/visits.contract.ts';
import type { TestClient } from '../../support/client.ts';
import { signer } from './signer.ts';
import { waitingVisitOf } from './visit-in-call.ts';

/**
 * Completes a visit of this patient of the second hospital, without a page; returns its id. `running`: called before the doctor ends it.
 */
export async function visitOver(
  patient: TestClient,
  body: BodyInputOf<typeof completeVisit> = {},
  running?: (visitId: string) => Promise<void>,
): Promise<string> {
  const visitId = await waitingVisitOf(patient);
  const params = { visitId };
  const doctor = await signer('doctor@lakeside.demo.test');
  await doctor.ok(admitVisit, { params });
  const content = { subjective: 'Cough for three days.', objective: '', assessment: 'A cold.', plan: 'Rest.' };
  await doctor.ok(saveNote, { params, version: 0, body: content });
  await doctor.ok(signNote, { params, version: 1 });
  const cold = { code: 'J00', title: { en: '', zh: '' }, primary: true, certainty: 'confirmed' as const };
  await doctor.ok(saveDiagnoses, { params, version: 0, body: { items: [cold] } });
  await running?.(visitId);
  await doctor.ok(completeVisit, { params, body });
  return visitId;
}
