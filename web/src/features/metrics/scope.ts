import type { FigureLevel } from '@yunzhen/shared/metrics/figure';

/** Whose figures: the hospital’s, a department’s, or a doctor’s in it. */
export interface Scope {
  readonly departmentId?: string;
  readonly practitionerId?: string;
}

export function levelOf({ departmentId, practitionerId }: Scope): FigureLevel {
  if (practitionerId) return 'practitioner';
  return departmentId ? 'department' : 'hospital';
}

/** From the properties of a route, which may be undefined, to what a request takes. */
export const scopeOf = (departmentId: string | undefined, practitionerId: string | undefined): Scope => ({
  ...(departmentId ? { departmentId } : {}),
  ...(practitionerId ? { practitionerId } : {}),
});
