import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor } from '../../platform/context.ts';

export function isPatientOf(actor: Actor, appointment: { patientId: string }): boolean {
  return actor.patientId !== null && actor.patientId === appointment.patientId;
}

/** Returns whether the caller may plan these hours: doctors their own, administrators all. */
export function mayPlan(actor: Actor, practitionerId: string): boolean {
  return actor.roles.includes('administrator') || actor.practitionerId === practitionerId;
}

/** The same error for a missing appointment and another patient’s. */
export function appointmentNotFound(): AppError {
  return new AppError('resource.not-found', 'appointment not found');
}
