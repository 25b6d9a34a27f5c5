/** FHIR administrative-gender. */
export const sexes = ['female', 'male', 'other', 'unknown'] as const;
export type Sex = (typeof sexes)[number];

export const allergyCategories = ['medication', 'food', 'environment', 'biologic'] as const;
export const allergySeverities = ['mild', 'moderate', 'severe', 'unknown'] as const;

/** Returns whole years between birth and the given day (both ISO dates, in the hospital's time zone). */
export function ageInYears(birthDate: string, onDate: string): number {
  const [by = 0, bm = 0, bd = 0] = birthDate.split('-').map(Number);
  const [y = 0, m = 0, d = 0] = onDate.split('-').map(Number);
  return y - by - (m < bm || (m === bm && d < bd) ? 1 : 0);
}
