import type { FieldError } from '@yunzhen/shared/core/errors';
import { AppError } from '@yunzhen/shared/core/errors';
import { isMinor } from '@yunzhen/shared/accounts/guardianship';
import type { Actor } from '../../../platform/context.ts';

/** More than any family has; limits the records that one account can create. */
export const maxDependants = 20;

/** Throws `family.acting` while the session acts for a dependant: people arrange their family only in their own name. */
export function requireOneself(actor: Actor): void {
  if (actor.actingFor) throw new AppError('family.acting', 'not allowed while acting for a dependant');
}

export function objectionsToChild(birthDate: string, today: string): FieldError[] {
  if (birthDate > today) return [{ path: 'birthDate', rule: 'date-in-future' }];
  return isMinor(birthDate, today) ? [] : [{ path: 'birthDate', rule: 'of-age' }];
}
