import { AppError } from '@yunzhen/shared/core/errors';

/** Returns the error for one invalid field of a statement. */
export function refused(path: string, rule: string): AppError {
  return new AppError('validation.failed', `${path}: ${rule}`, { fields: [{ path, rule }] });
}
