import { AppError, type ErrorCode } from '@yunzhen/shared/core/errors';
import { DeadlineError } from '../api/deadline.ts';
import { OfflineError } from '../api/offline-error.ts';
import { currentErrorTexts, needStaffErrorTexts } from './i18n.ts';
import type { ErrorText, NoAnswer } from './message-shape.ts';

/** The words for an error code, in the reader's language. Patients’ pages do not have those of staff’s errors; they are fetched where one is met. */
export function errorText(code: ErrorCode | NoAnswer): ErrorText {
  const texts = currentErrorTexts();
  if (texts && !texts[code]) needStaffErrorTexts();
  return texts?.[code] ?? texts?.internal ?? { title: code, text: '' };
}

/** The words for whatever was caught. What is not ours is a fault of the house. */
export function describeError(error: unknown): ErrorText {
  if (error instanceof DeadlineError) return errorText(error.changes ? 'late-change' : 'late');
  return errorText(codeOf(error));
}

/** What the page does about an error. An answer that is late is no answer. */
export function codeOf(error: unknown): ErrorCode | 'offline' {
  if (error instanceof OfflineError) return 'offline';
  return error instanceof AppError ? error.code : 'internal';
}
