import { redFlagIds, type RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import { AppError } from '@yunzhen/shared/core/errors';

/** The danger signs for which the hospital stopped a visit; none for any other error. */
export function flagsOf(error: unknown): RedFlagId[] {
  if (!(error instanceof AppError) || error.code !== 'visit.red-flag') return [];
  const named = String(error.facts?.['flags'] ?? '').split(' ');
  return redFlagIds.filter((id) => named.includes(id));
}
