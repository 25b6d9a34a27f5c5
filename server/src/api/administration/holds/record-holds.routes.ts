import { liftRecordHold, listRecordHolds, placeRecordHold } from '@yunzhen/shared/administration/record-holds.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { RecordHoldsService } from './record-holds.service.ts';

export function registerRecordHoldRoutes(routes: RouteRegistrar, holds: RecordHoldsService): void {
  routes.route(listRecordHolds, (context, { query }) => holds.list(context, query));
  routes.route(placeRecordHold, (context, { body }) => holds.place(context, body));
  routes.route(liftRecordHold, (context, { params, body }) => holds.lift(context, params.holdId, body.reason));
}
