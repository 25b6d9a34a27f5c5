import * as contract from '@yunzhen/shared/administration/departments.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { DepartmentsAdministrationService } from './departments.service.ts';

export function registerDepartmentRoutes(routes: RouteRegistrar, departments: DepartmentsAdministrationService): void {
  routes.route(contract.listManagedDepartments, (context, { query }) => departments.list(context, query));
  routes.route(contract.createDepartment, (context, { body }) => departments.create(context, body));
  routes.route(contract.saveDepartment, (context, { params, version, body }) =>
    departments.save(context, params.departmentId, version, body),
  );
  routes.route(contract.removeDepartment, (context, { params, version }) =>
    departments.remove(context, params.departmentId, version),
  );
}
