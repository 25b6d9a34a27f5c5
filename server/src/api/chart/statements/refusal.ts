import { AppError } from '@yunzhen/shared/core/errors';

/** One field of a statement that can’t be taken. */
export function refused(path: string, rule: string): AppError {
  return new AppError('validation.failed', `${path}: ${rule}`, { fields: [{ path, rule }] });
}
