import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor } from '../../platform/context.ts';

/** The patient and the doctor of a visit. */
export interface VisitParties {
  patientId: string;
  practitionerId: string;
}

export function isPatientOf(actor: Actor, visit: VisitParties): boolean {
  return actor.patientId !== null && actor.patientId === visit.patientId;
}

export function isDoctorOf(actor: Actor, visit: VisitParties): boolean {
  return (
    actor.roles.includes('doctor') && actor.practitionerId !== null && actor.practitionerId === visit.practitionerId
  );
}

/** Returns true for the patient and the doctor of the visit, false for everyone else. */
export function maySee(actor: Actor, visit: VisitParties): boolean {
  return isPatientOf(actor, visit) || isDoctorOf(actor, visit);
}

/** Returns the practitioner record of the actor; throws `auth.forbidden` when the account has none. */
export function doctorOf(actor: Actor): string {
  if (actor.practitionerId === null || !actor.roles.includes('doctor')) {
    throw new AppError('auth.forbidden', 'account has no practitioner record');
  }
  return actor.practitionerId;
}

/** Returns whether the doctor accepts visits: on duty, with a valid licence. `today` is the hospital’s calendar day. */
export function seesPatients(doctor: { onDuty: boolean; licenceValidUntil: string }, today: string): boolean {
  return doctor.onDuty && today <= doctor.licenceValidUntil;
}

/** Returns the same error for a missing visit and one without access, so that they can’t be told apart. */
export function visitNotFound(): AppError {
  return new AppError('resource.not-found', 'visit not found');
}
