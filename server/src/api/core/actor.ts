import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor } from '../../platform/context.ts';

/** Returns the patient record of the actor; throws `auth.forbidden` for an account without one. */
export function patientOf({ patientId }: Actor): string {
  if (patientId === null) throw new AppError('auth.forbidden', 'account has no patient record');
  return patientId;
}

/** Returns the practitioner record of the actor; throws `auth.forbidden` for an account without one. */
export function practitionerOf({ practitionerId }: Actor): string {
  if (practitionerId === null) throw new AppError('auth.forbidden', 'account has no practitioner record');
  return practitionerId;
}
