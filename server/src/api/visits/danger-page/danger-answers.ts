import { dangerAnswerMinutes, dangerPage, type DangerItemId } from '@yunzhen/shared/intake/danger-page/danger-page';
import { shownItems } from './shown-items.ts';
import type { DangerAnswer } from '@yunzhen/shared/intake/danger-page/danger-answer.schemas';
import type { DangerPageAbout } from '@yunzhen/shared/visits/danger-page.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import type { Tx } from '../../../platform/db/transaction.ts';
import { visitNotFound } from '../visits.policy.ts';
import type { DangerAnswerRow } from './danger-answer.entity.ts';
import type { DangerAnswersRepository } from './danger-answers.repository.ts';

/** Returns when an answer from this time expires. */
export const validUntil = (at: Date): Date => new Date(at.getTime() + dangerAnswerMinutes * MINUTE_MS);

/** Returns the ids of the items that this patient is asked about now. */
export async function itemsFor(rows: DangerAnswersRepository, tx: Tx, patientId: string): Promise<DangerItemId[]> {
  const subject = await rows.subject(tx, patientId);
  if (!subject) throw visitNotFound();
  return shownItems(subject).map(({ id }) => id);
}

export interface RequiredAnswer {
  /** As stored: every ticked item with the time of its first tick. */
  answer: DangerAnswer;
  /** The same items with the time of the last tick: what was declared before it does not cover it. */
  lastTicked: DangerAnswer['ticked'];
}

/** Returns every ticked item with the time of its first tick in these answers. */
export function tickedIn(answers: readonly DangerAnswerRow[]): DangerAnswer['ticked'] {
  const first = new Map<DangerItemId, string>();
  for (const { ticked, answeredAt } of answers)
    for (const id of ticked) if (!first.has(id)) first.set(id, answeredAt.toISOString());
  return [...first].map(([id, at]) => ({ id, at }));
}

/**
 * Returns the answer that allows a visit to enter the queue, or a request to be sent. Throws `danger-page.unanswered`, `danger-page.expired`, and
 * `danger-page.outdated` when the page has changed or the record requires a further item.
 */
export async function requireDangerAnswer(
  rows: DangerAnswersRepository,
  tx: Tx,
  { patientId, about }: { patientId: string; about: DangerPageAbout },
): Promise<RequiredAnswer> {
  const answers = await rows.counting(tx, patientId, about);
  const last = answers.at(-1);
  if (!last) throw new AppError('danger-page.unanswered', 'danger signs page is not answered');
  if (validUntil(last.answeredAt) <= tx.now)
    throw new AppError('danger-page.expired', 'danger signs answer has expired');
  if (!isUpToDate(last, await itemsFor(rows, tx, patientId)))
    throw new AppError('danger-page.outdated', `answer belongs to page ${last.page}, which is outdated`);
  const { id, page, shown, answeredAt, acting } = last;
  const unseen = await rows.unseen(tx, patientId);
  return {
    answer: { id, page, shown, ticked: tickedIn(unseen), at: answeredAt.toISOString(), acting },
    lastTicked: tickedIn(unseen.toReversed()),
  };
}

/** Returns whether the answer is to the current version of the page and includes every item that the record now requires. */
export function isUpToDate({ page, shown }: DangerAnswerRow, asked: readonly DangerItemId[]): boolean {
  return page === dangerPage.version && asked.every((id) => shown.includes(id));
}
