import { daysBetween } from '../core/time/calendar-day.ts';
import type { Role } from '../core/permission.ts';

/** Roles that an administrator assigns. Patients sign up themselves; dispensers belong to a pharmacy. */
export const staffRoles = [
  'doctor',
  'department-head',
  'pharmacist',
  'supervisor',
  'receptionist',
  'president',
  'administrator',
] as const;
export type StaffRole = (typeof staffRoles)[number];

export const practitionerKinds = ['doctor', 'pharmacist'] as const;
export type PractitionerKind = (typeof practitionerKinds)[number];

/** Days before its end in which a licence is shown as ending soon: long enough to renew it, short enough to be noticed. */
export const licenceWarningDays = 60;
export const licenceStates = ['valid', 'ending', 'ended'] as const;
export type LicenceState = (typeof licenceStates)[number];

export function isStaffRole(role: Role): role is StaffRole {
  return (staffRoles as readonly Role[]).includes(role);
}

/** Returns the practitioner kind of the roles; null for others. */
export function practitionerKindOf(roles: readonly StaffRole[]): PractitionerKind | null {
  return practitionerKinds.find((kind) => roles.includes(kind)) ?? null;
}

/** Why these roles cannot be combined in one account. */
export type RoleObjection = 'supervisor-is-pharmacist' | 'head-is-doctor' | 'one-profession' | 'charts-apart';

/**
 * Returns why roles cannot be combined. A supervisor must be a pharmacist, a department head a doctor. No one may both sign and review, because the review must be independent.
 * Administrators, presidents and receptionists have no role that opens charts.
 */
export function objectionToRoles(roles: readonly StaffRole[]): RoleObjection | null {
  const has = (role: StaffRole) => roles.includes(role);
  if (has('doctor') && has('pharmacist')) return 'one-profession';
  if (has('supervisor') && !has('pharmacist')) return 'supervisor-is-pharmacist';
  if (has('department-head') && !has('doctor')) return 'head-is-doctor';
  const apart = has('president') || has('administrator') || has('receptionist');
  if (practitionerKindOf(roles) && apart) return 'charts-apart';
  return null;
}

/** Returns the state of a licence on a day in the hospital's time zone; it is valid through its last day. Days are ISO dates. */
export function licenceStateOf(validUntil: string, today: string): LicenceState {
  if (validUntil < today) return 'ended';
  return daysBetween(today, validUntil) <= licenceWarningDays ? 'ending' : 'valid';
}
