import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { Review } from '@yunzhen/shared/review/review.contract';
import type { ListedReview } from './review.repository.ts';

export function toReview(row: ListedReview, prescription: Prescription): Review {
  return {
    id: row.id,
    status: row.status,
    version: row.version,
    requestedAt: row.requestedAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    pharmacist:
      row.pharmacistId && row.pharmacistName !== null
        ? { id: row.pharmacistId, name: row.pharmacistName, nameLatin: row.pharmacistNameLatin ?? '' }
        : null,
    patientInCall: row.patientInCall,
    dueAt: new Date(row.requestedAt.getTime() + row.targetSeconds * 1000).toISOString(),
    heldUntil: row.heldUntil?.toISOString() ?? null,
    checklist: row.checklist,
    questionReason: row.questionReason,
    talk: row.lastSide === null ? null : row.lastSide === 'pharmacist' ? 'waits-for-doctor' : 'answered',
    takenOver: row.takenOver && row.takenOverAt && { ...row.takenOver, at: row.takenOverAt.toISOString() },
    prescription,
  };
}
