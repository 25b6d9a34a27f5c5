import type { FigureLevel } from '@yunzhen/shared/metrics/figure';

/** Scope of figures: the hospital, a department, or a doctor in it. */
export interface Scope {
  readonly departmentId?: string;
  readonly practitionerId?: string;
}

export function levelOf({ departmentId, practitionerId }: Scope): FigureLevel {
  if (practitionerId) return 'practitioner';
  return departmentId ? 'department' : 'hospital';
}

/** Converts route properties, which may be undefined, to a request’s parameters. */
export const scopeOf = (departmentId: string | undefined, practitionerId: string | undefined): Scope => ({
  ...(departmentId ? { departmentId } : {}),
  ...(practitionerId ? { practitionerId } : {}),
});
