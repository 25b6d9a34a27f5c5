import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor } from '../../platform/context.ts';
import type { DraftRow } from './drafts.repository.ts';

/** Returns whether it belongs to the patient, or to the child or dependant for whom the account acts. */
export function isOwn(actor: Actor, { patientId }: { patientId: string }): boolean {
  return actor.patientId !== null && actor.patientId === patientId;
}

/** Throws `intake.closed` after check-in, or when the appointment is over. */
export function assertOpen({
  visitStatus,
  appointmentStatus,
}: Pick<DraftRow, 'visitStatus' | 'appointmentStatus'>): void {
  const open = visitStatus === null ? appointmentStatus === 'booked' : visitStatus === 'planned';
  if (!open) throw new AppError('intake.closed', `visit or appointment is ${visitStatus ?? appointmentStatus}`);
}

/** Returns the same error for a missing item and one without access, so that they can’t be told apart. */
export function intakeNotFound(): AppError {
  return new AppError('resource.not-found', 'draft or picture not found');
}
