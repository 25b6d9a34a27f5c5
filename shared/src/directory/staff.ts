import { daysBetween } from '../core/time/calendar-day.ts';
import type { Role } from '../core/permission.ts';

/** Roles that an administrator gives and takes. Patients sign up by themselves, dispensers belong to a pharmacy. */
export const staffRoles = ['doctor', 'pharmacist', 'supervisor', 'president', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];

export const practitionerKinds = ['doctor', 'pharmacist'] as const;
export type PractitionerKind = (typeof practitionerKinds)[number];

/** A licence that ends within so many days is shown as ending soon: long enough to renew it, short enough to be heeded. */
export const licenceWarningDays = 60;
export const licenceStates = ['valid', 'ending', 'ended'] as const;
export type LicenceState = (typeof licenceStates)[number];

export function isStaffRole(role: Role): role is StaffRole {
  return (staffRoles as readonly Role[]).includes(role);
}

/** What the roles make of a person who practises; null for those who do not. */
export function practitionerKindOf(roles: readonly StaffRole[]): PractitionerKind | null {
  return practitionerKinds.find((kind) => roles.includes(kind)) ?? null;
}

/** Why these roles do not go together in one account. */
export type RoleObjection = 'supervisor-is-pharmacist' | 'one-profession' | 'charts-apart';

/**
 * A supervisor is a pharmacist; nobody signs and reviews, or the second pair of eyes would be the first one's; and whoever
 * administers the hospital or watches its figures opens no chart, so holds no role that does.
 */
export function objectionToRoles(roles: readonly StaffRole[]): RoleObjection | null {
  const has = (role: StaffRole) => roles.includes(role);
  if (has('doctor') && has('pharmacist')) return 'one-profession';
  if (has('supervisor') && !has('pharmacist')) return 'supervisor-is-pharmacist';
  if (practitionerKindOf(roles) && (has('president') || has('administrator'))) return 'charts-apart';
  return null;
}

/** How a licence stands on a day of the hospital's calendar; it holds to its last day. Days are ISO dates. */
export function licenceStateOf(validUntil: string, today: string): LicenceState {
  if (validUntil < today) return 'ended';
  return daysBetween(today, validUntil) <= licenceWarningDays ? 'ending' : 'valid';
}
