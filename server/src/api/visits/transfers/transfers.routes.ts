import { declineTransfer, transferVisit } from '@yunzhen/shared/visits/transfers.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { TransfersService } from './transfers.service.ts';

export function registerTransferRoutes(routes: RouteRegistrar, transfers: TransfersService): void {
  routes.route(transferVisit, (context, { params, body }) => transfers.transfer(context, params.visitId, body));
  routes.route(declineTransfer, (context, { params, body }) => transfers.decline(context, params.visitId, body.reason));
}
