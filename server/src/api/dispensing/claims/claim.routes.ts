import * as contract from '@yunzhen/shared/dispensing/dispensing.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { ClaimService } from './claim.service.ts';

export function registerClaimRoutes(routes: RouteRegistrar, claims: ClaimService): void {
  routes.route(contract.readOwnPharmacy, (context) => claims.ownPharmacy(context));
  routes.route(contract.claimPrescription, (context, { body }) => claims.claim(context, body));
  routes.route(contract.listClaims, (context, { query }) => claims.list(context, query));
  routes.route(contract.readClaim, (context, { params }) => claims.read(context, params.claimId));
  routes.route(contract.dispense, (context, { params, body }) => claims.dispense(context, params.claimId, body));
  routes.route(contract.correctDispense, (context, { params, body }) => claims.correct(context, params, body));
  routes.route(contract.releaseClaim, (context, { params, body }) => claims.release(context, params.claimId, body));
  routes.route(contract.answerCancellation, (context, { params, body }) =>
    claims.answer(context, params.claimId, body),
  );
}
