import type { IntakePage } from '@yunzhen/shared/intake/answers/steps';

const seconds = { danger: 15, manyQuestions: 90, question: 7, record: 45 } as const;

/** Where a patient is: at the danger signs, at so many questions of which some are open, or at the last page. */
export type WalkPoint =
  | { readonly page: 'danger' }
  | { readonly page: Extract<IntakePage, 'questions'>; readonly asked: number; readonly open: number }
  | { readonly page: Extract<IntakePage, 'record'> };

/** Minutes until the waiting room, an estimate that is rounded up. */
export function minutesLeft(at: WalkPoint): number {
  const { danger, manyQuestions, question, record } = seconds;
  if (at.page === 'danger') return Math.ceil((danger + manyQuestions + record) / 60);
  if (at.page === 'questions') return Math.ceil((at.open * question + record) / 60);
  return Math.ceil(record / 60);
}

/** How much of the way is done, in percent. */
export function shareOf(at: WalkPoint): number {
  if (at.page === 'danger') return 10;
  if (at.page === 'record') return 75;
  return Math.round(35 + 35 * (1 - at.open / Math.max(1, at.asked)));
}
