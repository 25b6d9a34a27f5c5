import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor } from '../../platform/context.ts';

export function isPatientOf(actor: Actor, appointment: { patientId: string }): boolean {
  return actor.patientId !== null && actor.patientId === appointment.patientId;
}

/** The patient record of the signed-in person; throws `auth.forbidden` for an account that has none. */
export function patientOf(actor: Actor): string {
  if (actor.patientId === null) throw new AppError('auth.forbidden', 'the account has no patient record');
  return actor.patientId;
}

/** A doctor plans their own hours, the administrator everybody’s. */
export function mayPlan(actor: Actor, practitionerId: string): boolean {
  return actor.roles.includes('administrator') || actor.practitionerId === practitionerId;
}

/** What is not there and what is not yours look the same from outside. */
export function appointmentNotFound(): AppError {
  return new AppError('resource.not-found', 'no such appointment for this person');
}
