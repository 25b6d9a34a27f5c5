/** FHIR administrative-gender. */
export const sexes = ['female', 'male', 'other', 'unknown'] as const;
export type Sex = (typeof sexes)[number];

export const allergyCategories = ['medication', 'food', 'environment', 'biologic'] as const;
export const allergySeverities = ['mild', 'moderate', 'severe', 'unknown'] as const;

/** Returns whole years between birth and the given day (both ISO dates, in the hospital's time zone). */
export function ageInYears(birthDate: string, onDate: string): number {
  const years = Number(onDate.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return onDate.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
