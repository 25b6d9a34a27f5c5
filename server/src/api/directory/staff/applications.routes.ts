import * as own from '@yunzhen/shared/directory/applications.contract';
import { confirmApplication, returnApplication } from '@yunzhen/shared/directory/staff.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { ApplicationsService } from './applications.service.ts';

export function registerApplicationRoutes(routes: RouteRegistrar, applications: ApplicationsService): void {
  routes.route(own.readOwnApplication, (context) => applications.own(context));
  routes.route(own.submitApplication, (context, { version, body }) => applications.submit(context, version, body));
  routes.route(own.saveApplicationPortrait, (context, _parts, _reply, request) =>
    applications.savePortrait(context, request.body as Buffer),
  );
  routes.route(own.removeApplicationPortrait, (context) => applications.removePortrait(context));
  routes.route(confirmApplication, (context, { params, version, body }) =>
    applications.confirm(context, params.accountId, version, body),
  );
  routes.route(returnApplication, (context, { params, version, body }) =>
    applications.giveBack(context, params.accountId, version, body),
  );
}
