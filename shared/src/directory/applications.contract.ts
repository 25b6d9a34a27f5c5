import { defineRoute } from '../core/route.ts';
import type { applicationsSchemas } from './applications.schemas.ts';

export type { OwnApplication } from './applications.schemas.ts';

export const readOwnApplication = defineRoute<typeof applicationsSchemas, 'readOwnApplication'>({
  name: 'readOwnApplication',
  method: 'GET',
  path: '/api/staff-applications/own',
  permission: 'application.own',
});

export const submitApplication = defineRoute<typeof applicationsSchemas, 'submitApplication'>({
  name: 'submitApplication',
  method: 'PUT',
  path: '/api/staff-applications/own',
  permission: 'application.own',
  ifMatch: true,
});

export const saveApplicationPortrait = defineRoute<typeof applicationsSchemas, 'saveApplicationPortrait'>({
  name: 'saveApplicationPortrait',
  method: 'PUT',
  path: '/api/staff-applications/own/portrait',
  permission: 'application.own',
});

export const removeApplicationPortrait = defineRoute<typeof applicationsSchemas, 'removeApplicationPortrait'>({
  name: 'removeApplicationPortrait',
  method: 'DELETE',
  path: '/api/staff-applications/own/portrait',
  permission: 'application.own',
});
