import * as contract from '@yunzhen/shared/directory/directory.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { DirectoryService } from './directory.service.ts';

export function registerDirectoryRoutes(routes: RouteRegistrar, directory: DirectoryService): void {
  routes.route(contract.listDepartments, (context) => directory.listDepartments(context));
  routes.route(contract.listDoctors, (context, { query }) => directory.listDoctors(context, query));
  routes.route(contract.readDuty, (context) => directory.readDuty(context));
  routes.route(contract.setDuty, (context, { body }) => directory.setDuty(context, body.onDuty));
  routes.route(contract.readConsentText, (context, { query }) => directory.readConsentText(context, query.locale));
}
