import { defineRoute } from '../core/route.ts';
import type { metricsSchemas } from './metrics.schemas.ts';

export type { DepartmentBoard, LiveBoard } from './metrics.schemas.ts';

export const readLiveBoard = defineRoute<typeof metricsSchemas, 'readLiveBoard'>({
  name: 'readLiveBoard',
  method: 'GET',
  path: '/api/metrics/board',
  permission: 'metrics.read-hospital',
});

export const listOwnDepartments = defineRoute<typeof metricsSchemas, 'listOwnDepartments'>({
  name: 'listOwnDepartments',
  method: 'GET',
  path: '/api/metrics/departments',
  permission: 'metrics.read',
});

export const readDepartmentBoard = defineRoute<typeof metricsSchemas, 'readDepartmentBoard'>({
  name: 'readDepartmentBoard',
  method: 'GET',
  path: '/api/metrics/departments/:departmentId/board',
  permission: 'metrics.read',
});
