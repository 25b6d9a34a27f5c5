import * as contract from '@yunzhen/shared/scheduling/doctor-changes.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { DoctorChangesService } from './doctor-changes.service.ts';

export function registerDoctorChangeRoutes(routes: RouteRegistrar, changes: DoctorChangesService): void {
  routes.route(contract.listOtherTimes, (context, { params }) => changes.times(context, params.appointmentId));
  routes.route(contract.changeDoctor, (context, { params, version, body }) =>
    changes.change(context, { id: params.appointmentId, version, ...body }),
  );
  routes.route(contract.listOrphanedAppointments, (context, { query }) => changes.list(context, query));
  routes.route(contract.listOrphanTimes, (context, { params }) =>
    changes.timesForAdministrator(context, params.appointmentId),
  );
  routes.route(contract.moveOrphanedAppointment, (context, { params, version, body }) =>
    changes.moveByAdministrator(context, { id: params.appointmentId, version, ...body }),
  );
}
