import type { Tx } from '../../platform/db/transaction.ts';
import type { Notify } from '../notifications/index.ts';
import type { ListedReview } from './review.repository.ts';

/** Notifies the patient and the patient’s guardians of a pharmacist’s decision, once. */
export async function notifyOfDecision(
  { notify }: Pick<Notify, 'notify'>,
  tx: Tx,
  decision: 'approve' | 'reject',
  review: Pick<ListedReview, 'id' | 'version' | 'prescriptionId' | 'patientId' | 'doctorName' | 'doctorNameLatin'>,
): Promise<void> {
  await notify(tx, {
    to: { patientId: review.patientId },
    template: decision === 'approve' ? 'prescription.approved' : 'prescription.rejected',
    facts: { doctor: { name: review.doctorName, nameLatin: review.doctorNameLatin } },
    link: `/prescriptions/${review.prescriptionId}`,
    dedupe: `review ${review.id} ${review.version}`,
  });
}
