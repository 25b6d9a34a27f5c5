import { AppError, type ErrorCode } from '@yunzhen/shared/core/errors';
import { OfflineError } from '../api/offline-error.ts';
import { currentErrorTexts, needStaffErrorTexts } from './i18n.ts';
import type { ErrorText } from './message-shape.ts';

/** The words for an error code, in the reader's language. Patients’ pages do not have those of staff’s errors; they are fetched where one is met. */
export function errorText(code: ErrorCode | 'offline'): ErrorText {
  const texts = currentErrorTexts();
  if (texts && !texts[code]) needStaffErrorTexts();
  return texts?.[code] ?? texts?.internal ?? { title: code, text: '' };
}

/** The words for whatever was caught. What is not ours is a fault of the house. */
export function describeError(error: unknown): ErrorText {
  return errorText(codeOf(error));
}

export function codeOf(error: unknown): ErrorCode | 'offline' {
  if (error instanceof OfflineError) return 'offline';
  return error instanceof AppError ? error.code : 'internal';
}
