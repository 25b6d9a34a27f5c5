import type { ApiDeps } from '../core/area-deps.ts';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { PrescribingModule } from '../prescribing/index.ts';
import type { Notify } from '../notifications/index.ts';
import { returningJob } from './returning.job.ts';
import { ReviewMessages } from './review-messages.repository.ts';
import { ReviewTalkService } from './review-talk.service.ts';
import { ReviewRepository } from './review.repository.ts';
import { registerReviewRoutes } from './review.routes.ts';
import { ReviewService } from './review.service.ts';

/** The pharmacist’s review of every prescription. */
export function createPharmacyModule(
  deps: ApiDeps,
  needs: {
    prescribing: PrescribingModule;
    confirmSigner(tx: Tx, actor: Actor): Promise<void>;
    notify: Notify['notify'];
  },
): void {
  const messages = new ReviewMessages();
  const parts = { transactions: deps.transactions, reviews: new ReviewRepository(), messages, ...needs };
  const reviews = new ReviewService(parts);
  registerReviewRoutes(deps.routes, reviews, new ReviewTalkService(parts));
  deps.jobs.define(returningJob(deps.transactions, reviews));
}
