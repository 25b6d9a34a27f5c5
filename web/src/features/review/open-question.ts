import type { ReviewDetail } from '@yunzhen/shared/review/review.contract';
import { AppError } from '@yunzhen/shared/core/errors';

/** Returns the last question to the doctor while it is unanswered. */
export function openQuestion({ talk, messages }: Pick<ReviewDetail, 'talk' | 'messages'>): string | undefined {
  return talk === 'waits-for-doctor' ? messages.at(-1)?.text : undefined;
}

/**
 * Returns the reason to send with an approval; null without an open question. Throws `review.question-answered` when the question that the dialog
 * opened with has been answered since: the pharmacist has not read the answer.
 */
export function questionReasonOf(asked: string | undefined, now: string | undefined, reason: string): string | null {
  if (asked !== undefined && now === undefined)
    throw new AppError('review.question-answered', 'the doctor has answered since the dialog opened');
  return now === undefined ? null : reason.trim();
}
