import { routesOf } from '../core/route.ts';
import type { departmentsSchemas } from './departments.schemas.ts';

export type { ManagedDepartment } from './departments.schemas.ts';

const defineRoute = routesOf<typeof departmentsSchemas>();

export const listManagedDepartments = defineRoute(
  'listManagedDepartments',
  'GET /api/administration/departments',
  'department.manage',
);
export const createDepartment = defineRoute(
  'createDepartment',
  'POST /api/administration/departments',
  'department.manage',
  { status: 201 },
);
export const saveDepartment = defineRoute(
  'saveDepartment',
  'PUT /api/administration/departments/:departmentId',
  'department.manage',
  { ifMatch: true },
);
export const removeDepartment = defineRoute(
  'removeDepartment',
  'DELETE /api/administration/departments/:departmentId',
  'department.manage',
  { ifMatch: true, status: 204 },
);
