import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor } from '../../platform/context.ts';
import type { ListedReview } from './review.repository.ts';

/** Returns the actor’s pharmacist id. */
export function pharmacistOf(actor: Actor): string {
  if (actor.practitionerId === null || !actor.roles.includes('pharmacist')) {
    throw new AppError('auth.forbidden', 'only pharmacists can review prescriptions');
  }
  return actor.practitionerId;
}

/** Throws when the pharmacist prescribed it, or is its patient. */
export function assertNotOwn(actor: Actor, review: Pick<ListedReview, 'doctorAccountId' | 'patientId'>): void {
  if (review.doctorAccountId === actor.accountId || review.patientId === actor.patientId)
    throw new AppError('review.own-prescription', 'pharmacist cannot review their own prescription');
}

/** Throws when a colleague has taken the review and not released it. */
export function assertNotAnothers(pharmacistId: string, review: { status: string; pharmacistId: string | null }): void {
  if (review.status === 'in-progress' && review.pharmacistId !== pharmacistId) {
    throw new AppError('review.assigned-to-another', 'review is assigned to another pharmacist');
  }
}

/** Throws while a question is unanswered and no reason is given, and when the doctor has answered while the reason was being written. */
export function assertQuestionSettled(lastSide: ListedReview['lastSide'], reason: string | null): void {
  if (lastSide === 'pharmacist' && reason === null)
    throw new AppError('review.question-open', 'question to the doctor is unanswered and no reason is given');
  if (lastSide !== 'pharmacist' && reason !== null)
    throw new AppError('review.question-answered', 'the doctor has answered the question');
}
