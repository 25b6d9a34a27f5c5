import { routesOf } from '../core/route.ts';
import type { metricsSchemas } from './metrics.schemas.ts';

export type { DepartmentBoard, LiveBoard } from './metrics.schemas.ts';

const defineRoute = routesOf<typeof metricsSchemas>();

export const readLiveBoard = defineRoute('readLiveBoard', 'GET /api/metrics/board', 'metrics.read-hospital');
export const listOwnDepartments = defineRoute('listOwnDepartments', 'GET /api/metrics/departments', 'metrics.read');
export const readDepartmentBoard = defineRoute(
  'readDepartmentBoard',
  'GET /api/metrics/departments/:departmentId/board',
  'metrics.read',
);
