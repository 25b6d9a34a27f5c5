import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor } from '../../platform/context.ts';

/** Whose visit it is. */
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

/** A patient sees their own visits and a doctor those that are theirs; nobody sees another’s. */
export function maySee(actor: Actor, visit: VisitParties): boolean {
  return isPatientOf(actor, visit) || isDoctorOf(actor, visit);
}

/** The patient record of the signed-in person; throws `auth.forbidden` for an account that has none. */
export function patientOf(actor: Actor): string {
  if (actor.patientId === null) throw new AppError('auth.forbidden', 'the account has no patient record');
  return actor.patientId;
}

/** The practitioner record of the signed-in doctor; throws `auth.forbidden` for an account that has none. */
export function doctorOf(actor: Actor): string {
  if (actor.practitionerId === null || !actor.roles.includes('doctor')) {
    throw new AppError('auth.forbidden', 'the account has no practitioner record');
  }
  return actor.practitionerId;
}

/** A doctor may be asked for a visit while on duty and on a valid licence; `today` is the hospital’s calendar day. */
export function seesPatients(doctor: { onDuty: boolean; licenceValidUntil: string }, today: string): boolean {
  return doctor.onDuty && today <= doctor.licenceValidUntil;
}

/** What is not there and what is not yours look the same from outside. */
export function visitNotFound(): AppError {
  return new AppError('resource.not-found', 'no such visit for this person');
}
