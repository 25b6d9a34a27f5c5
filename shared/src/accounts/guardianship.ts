import { ageInYears } from '../core/patient.ts';

export const guardianRelations = ['parent', 'guardian', 'carer'] as const;
/** Guardians of a child by law, without consent. */
export const childRelations = ['parent', 'guardian'] as const;
export const guardianshipStates = ['invited', 'active', 'declined', 'ended'] as const;

/** Full age in China (Civil Code, article 17) and in most countries. */
export const fullAge = 18;

/** Returns the day (ISO date) on which a child comes of age; for 29 February it is 1 March of a common year. */
export function dayOfFullAge(birthDate: string): string {
  const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number);
  return new Date(Date.UTC(year + fullAge, month - 1, day)).toISOString().slice(0, 10);
}

export function isMinor(birthDate: string, today: string): boolean {
  return ageInYears(birthDate, today) < fullAge;
}
