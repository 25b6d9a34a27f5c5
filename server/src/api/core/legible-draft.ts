import { AppError } from '@yunzhen/shared/core/errors';
import { illegibleIn } from '@yunzhen/shared/core/legible-draft';

/** Throws `validation.failed` before a signature, as a save would, with the texts of a stored draft that look different from what they are. */
export function assertLegible(draft: object): void {
  const fields = illegibleIn(draft);
  if (fields.length > 0)
    throw new AppError('validation.failed', 'draft has text that cannot be read as it is', { fields });
}
