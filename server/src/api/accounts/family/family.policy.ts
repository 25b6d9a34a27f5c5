import type { FieldError } from '@yunzhen/shared/core/errors';
import { AppError } from '@yunzhen/shared/core/errors';
import { isMinor } from '@yunzhen/shared/accounts/guardianship';
import type { Actor } from '../../../platform/context.ts';

/** More than any family has; keeps one account from making records without end. */
export const maxDependants = 20;

/** Families are arranged by the person themselves, never in somebody else’s name. Throws `family.acting`. */
export function requireOneself(actor: Actor): void {
  if (actor.actingFor) throw new AppError('family.acting', 'acting for somebody else');
}

export function objectionsToChild(birthDate: string, today: string): FieldError[] {
  if (birthDate > today) return [{ path: 'birthDate', rule: 'date-in-future' }];
  return isMinor(birthDate, today) ? [] : [{ path: 'birthDate', rule: 'of-age' }];
}
