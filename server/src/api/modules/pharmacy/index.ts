import type { ApiDeps } from '../../module.ts';
import type { Actor } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { PrescribingModule } from '../prescribing/index.ts';
import { reviewEntity } from './review.entity.ts';
import { ReviewRepository } from './review.repository.ts';
import { registerReviewRoutes } from './review.routes.ts';
import { ReviewService } from './review.service.ts';

export const pharmacyEntities = [reviewEntity];

/** The pharmacist’s review of every prescription. */
export function createPharmacyModule(
  deps: ApiDeps,
  needs: { prescribing: PrescribingModule; confirmSigner(tx: Tx, actor: Actor): Promise<void> },
): void {
  registerReviewRoutes(
    deps.routes,
    new ReviewService({ transactions: deps.transactions, reviews: new ReviewRepository(), ...needs }),
  );
}
