import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor } from '../../platform/context.ts';
import type { ListedReview } from './review.repository.ts';

/** The pharmacist that the signed-in person is. */
export function pharmacistOf(actor: Actor): string {
  if (actor.practitionerId === null || !actor.roles.includes('pharmacist')) {
    throw new AppError('auth.forbidden', 'not a pharmacist');
  }
  return actor.practitionerId;
}

/** Nobody reviews what they prescribed themselves, under whatever role, nor what was prescribed for them. */
export function assertNotOwn(actor: Actor, review: Pick<ListedReview, 'doctorAccountId' | 'patientId'>): void {
  if (review.doctorAccountId === actor.accountId || review.patientId === actor.patientId)
    throw new AppError('review.own-prescription', 'own prescription');
}

/** One pharmacist at a time: a review that a colleague has taken is theirs until they give it back. */
export function assertNotAnothers(pharmacistId: string, review: { status: string; pharmacistId: string | null }): void {
  if (review.status === 'in-progress' && review.pharmacistId !== pharmacistId) {
    throw new AppError('review.assigned-to-another', 'a colleague reviews it');
  }
}
