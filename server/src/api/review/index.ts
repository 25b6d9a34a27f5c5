import type { ApiDeps } from '../core/area-deps.ts';
import type { AccountsArea } from '../accounts/index.ts';
import type { PrescribingArea } from '../prescribing/index.ts';
import type { Notify } from '../notifications/index.ts';
import { returningJob } from './returning.job.ts';
import { ReviewMessages } from './review-messages.repository.ts';
import { ReviewTalkService } from './review-talk.service.ts';
import { ReviewRepository } from './review.repository.ts';
import { registerReviewRoutes } from './review.routes.ts';
import { ReviewService } from './review.service.ts';

export interface ReviewDeps extends ApiDeps {
  accounts: Pick<AccountsArea, 'confirmSigner'>;
  notifications: Pick<Notify, 'notify'>;
  prescribing: PrescribingArea;
}

/** The handlers of prescribing’s hooks. */
export type ReviewArea = Pick<ReviewService, 'request' | 'withdraw'>;

/** Creates the pharmacist’s review of every prescription. */
export function createReviewArea(deps: ReviewDeps): ReviewArea {
  const { transactions, prescribing } = deps;
  const parts = {
    transactions,
    prescribing,
    reviews: new ReviewRepository(),
    messages: new ReviewMessages(),
    confirmSigner: deps.accounts.confirmSigner,
    notify: deps.notifications.notify,
  };
  const reviews = new ReviewService(parts);
  registerReviewRoutes(deps.routes, reviews, new ReviewTalkService(parts));
  deps.jobs.define(returningJob(transactions, reviews));
  return {
    request: (tx, prescription) => reviews.request(tx, prescription),
    withdraw: (tx, prescription) => reviews.withdraw(tx, prescription),
  };
}
