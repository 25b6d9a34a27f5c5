import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor } from '../../platform/context.ts';
import type { DraftRow } from './drafts.repository.ts';

/** The patient’s own; who acts for a child or a dependant is that patient meanwhile. */
export function isOwn(actor: Actor, { patientId }: { patientId: string }): boolean {
  return actor.patientId !== null && actor.patientId === patientId;
}

/** A draft may be changed until check-in, or until its appointment is over. Throws `intake.closed`. */
export function assertOpen({
  visitStatus,
  appointmentStatus,
}: Pick<DraftRow, 'visitStatus' | 'appointmentStatus'>): void {
  const open = visitStatus === null ? appointmentStatus === 'booked' : visitStatus === 'planned';
  if (!open) throw new AppError('intake.closed', `it is ${visitStatus ?? appointmentStatus}`);
}

/** What is not there and what is not yours look the same from outside. */
export function intakeNotFound(): AppError {
  return new AppError('resource.not-found', 'no such draft or picture for this person');
}
