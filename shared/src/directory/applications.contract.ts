import { routesOf } from '../core/route.ts';
import type { applicationsSchemas } from './applications.schemas.ts';

export type { OwnApplication } from './applications.schemas.ts';

const defineRoute = routesOf<typeof applicationsSchemas>();

export const readOwnApplication = defineRoute(
  'readOwnApplication',
  'GET /api/staff-applications/own',
  'application.own',
);
export const submitApplication = defineRoute(
  'submitApplication',
  'PUT /api/staff-applications/own',
  'application.own',
  { ifMatch: true },
);
export const saveApplicationPortrait = defineRoute(
  'saveApplicationPortrait',
  'PUT /api/staff-applications/own/portrait',
  'application.own',
);
export const removeApplicationPortrait = defineRoute(
  'removeApplicationPortrait',
  'DELETE /api/staff-applications/own/portrait',
  'application.own',
);
