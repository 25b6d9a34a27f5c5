import type { ApiDeps } from '../../module.ts';
import type { ActorContext } from '../../../platform/context.ts';
import type { PrescribingModule } from '../prescribing/index.ts';
import { reviewEntity } from './review.entity.ts';
import { ReviewRepository } from './review.repository.ts';
import { registerReviewRoutes } from './review.routes.ts';
import { ReviewService } from './review.service.ts';

export const pharmacyEntities = [reviewEntity];

/** The pharmacist’s review of every prescription. */
export function createPharmacyModule(
  deps: ApiDeps,
  needs: { prescribing: PrescribingModule; confirmPassword(context: ActorContext, password: string): Promise<void> },
): void {
  registerReviewRoutes(
    deps.routes,
    new ReviewService({ transactions: deps.transactions, reviews: new ReviewRepository(), ...needs }),
  );
}
