import { defineRoute } from '../core/route.ts';
import type { directorySchemas } from './directory.schemas.ts';

export type { DoctorSort } from './directory.constants.ts';

export type { Department, Doctor } from './directory.schemas.ts';

export const listDepartments = defineRoute<typeof directorySchemas, 'listDepartments'>({
  name: 'listDepartments',
  method: 'GET',
  path: '/api/departments',
  permission: 'directory.read',
});

export const listDoctors = defineRoute<typeof directorySchemas, 'listDoctors'>({
  name: 'listDoctors',
  method: 'GET',
  path: '/api/doctors',
  permission: 'directory.read',
});

export const setDuty = defineRoute<typeof directorySchemas, 'setDuty'>({
  name: 'setDuty',
  method: 'PUT',
  path: '/api/doctors/me/duty',
  permission: 'duty.set-own',
});

export const readDuty = defineRoute<typeof directorySchemas, 'readDuty'>({
  name: 'readDuty',
  method: 'GET',
  path: '/api/doctors/me/duty',
  permission: 'duty.set-own',
});

export const readConsentText = defineRoute<typeof directorySchemas, 'readConsentText'>({
  name: 'readConsentText',
  method: 'GET',
  path: '/api/consent-texts/current',
  permission: 'directory.read',
});
