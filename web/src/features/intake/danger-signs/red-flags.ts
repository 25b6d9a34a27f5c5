import { redFlagIds, type RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import { AppError } from '@yunzhen/shared/core/errors';

/** Returns the danger signs for which the server rejected a visit; empty for any other error. */
export function flagsOf(error: unknown): RedFlagId[] {
  if (!(error instanceof AppError) || error.code !== 'visit.red-flag') return [];
  const named = String(error.facts?.['flags'] ?? '').split(' ');
  return redFlagIds.filter((id) => named.includes(id));
}
