import { AppError, type ErrorCode } from '@yunzhen/shared/core/errors';
import { DeadlineError } from '../api/deadline.ts';
import { isMissingFile } from '../api/missing-file.ts';
import { OfflineError } from '../api/offline-error.ts';
import { currentErrorTexts, needErrorTexts } from './i18n.ts';
import { callCodes, hospitalPhone } from './hospital-phone.ts';
import type { ErrorText, NoAnswer } from './message-shape.ts';

/**
 * Returns the texts of an error code in the reader’s language. The patient’s way to the call loads only its own; the others are fetched on first use.
 */
export function errorText(code: ErrorCode | NoAnswer): ErrorText {
  const texts = currentErrorTexts();
  if (texts && !texts[code]) needErrorTexts();
  return texts?.[code] ?? texts?.internal ?? { title: code, text: '' };
}

/** Returns the title of an error code, or undefined where there is none. */
export function errorTitle(code: string): string | undefined {
  const texts: Record<string, ErrorText | undefined> | undefined = currentErrorTexts();
  if (texts && !texts[code]) needErrorTexts();
  return texts?.[code]?.title;
}

/** Returns the texts of any caught value, and the number to call where they ask for a call. An unknown value counts as an internal error. */
export function describeError(error: unknown): ErrorText & { phone?: string | undefined } {
  if (error instanceof DeadlineError) return errorText(error.changes ? 'late-change' : 'late');
  const code = codeOf(error);
  return { ...errorText(code), phone: callCodes.has(code) ? hospitalPhone.value : undefined };
}

/** Returns the code that pages branch on. A timeout counts as offline, and so does a file of the app that did not load. */
export function codeOf(error: unknown): ErrorCode | 'offline' {
  if (error instanceof OfflineError || isMissingFile(error)) return 'offline';
  return error instanceof AppError ? error.code : 'internal';
}
