import type { IntakePage } from '@yunzhen/shared/intake/answers/steps';

const seconds = { danger: 15, manyQuestions: 90, question: 7, record: 45 } as const;

/** The patient’s position: at the danger signs, at the questions with a number of open ones, or on the last page. */
export type WalkPoint =
  | { readonly page: 'danger' }
  | { readonly page: Extract<IntakePage, 'questions'>; readonly asked: number; readonly open: number }
  | { readonly page: Extract<IntakePage, 'record'> };

/** Returns the estimated minutes until the waiting room, rounded up. */
export function minutesLeft(at: WalkPoint): number {
  const { danger, manyQuestions, question, record } = seconds;
  if (at.page === 'danger') return Math.ceil((danger + manyQuestions + record) / 60);
  if (at.page === 'questions') return Math.ceil((at.open * question + record) / 60);
  return Math.ceil(record / 60);
}

/** Returns the progress in percent. */
export function shareOf(at: WalkPoint): number {
  if (at.page === 'danger') return 10;
  if (at.page === 'record') return 75;
  return Math.round(35 + 35 * (1 - at.open / Math.max(1, at.asked)));
}
