import { defineRoute } from '../core/route.ts';
import type { departmentsSchemas } from './departments.schemas.ts';

export type { ManagedDepartment } from './departments.schemas.ts';

export const listManagedDepartments = defineRoute<typeof departmentsSchemas, 'listManagedDepartments'>({
  name: 'listManagedDepartments',
  method: 'GET',
  path: '/api/administration/departments',
  permission: 'department.manage',
});

export const createDepartment = defineRoute<typeof departmentsSchemas, 'createDepartment'>({
  name: 'createDepartment',
  method: 'POST',
  path: '/api/administration/departments',
  permission: 'department.manage',
  status: 201,
});

export const saveDepartment = defineRoute<typeof departmentsSchemas, 'saveDepartment'>({
  name: 'saveDepartment',
  method: 'PUT',
  path: '/api/administration/departments/:departmentId',
  permission: 'department.manage',
  ifMatch: true,
});

export const removeDepartment = defineRoute<typeof departmentsSchemas, 'removeDepartment'>({
  name: 'removeDepartment',
  method: 'DELETE',
  path: '/api/administration/departments/:departmentId',
  permission: 'department.manage',
  ifMatch: true,
  status: 204,
});
