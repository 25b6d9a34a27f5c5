import * as contract from '@yunzhen/shared/dispensing/routing.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { ClaimService } from '../claims/claim.service.ts';
import type { RoutingService } from './routing.service.ts';

export function registerRoutingRoutes(routes: RouteRegistrar, routing: RoutingService, claims: ClaimService): void {
  routes.route(contract.readPharmacyChoice, (context, { params }) => routing.read(context, params.prescriptionId));
  routes.route(contract.choosePharmacy, (context, { params, body }) =>
    routing.choose(context, params.prescriptionId, body),
  );
  routes.route(contract.listRoutedPrescriptions, (context, { query }) => routing.list(context, query));
  routes.route(contract.claimRoutedPrescription, (context, { params }) =>
    claims.claimRouted(context, params.prescriptionId),
  );
}
