import * as contract from '@yunzhen/shared/scheduling/front-desk.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { FrontDeskService } from './front-desk.service.ts';

export function registerFrontDeskRoutes(routes: RouteRegistrar, desk: FrontDeskService): void {
  routes.route(contract.listDeskAppointments, (context, { query }) => desk.list(context, query));
  routes.route(contract.listDeskTimes, (context, { params, query }) =>
    desk.times(context, params.appointmentId, query),
  );
  routes.route(contract.moveDeskAppointment, (context, { params, version, body }) =>
    desk.move(context, params.appointmentId, version, body),
  );
  routes.route(contract.cancelDeskAppointment, (context, { params, version, body }) =>
    desk.cancel(context, params.appointmentId, version, body),
  );
}
