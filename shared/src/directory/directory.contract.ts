import { routesOf } from '../core/route.ts';
import type { directorySchemas } from './directory.schemas.ts';

export type { DoctorSort } from './directory.constants.ts';

export type { Department, Doctor } from './directory.schemas.ts';

const defineRoute = routesOf<typeof directorySchemas>();

export const listDepartments = defineRoute('listDepartments', 'GET /api/departments', 'directory.read');
export const listDoctors = defineRoute('listDoctors', 'GET /api/doctors', 'directory.read');
export const setDuty = defineRoute('setDuty', 'PUT /api/doctors/me/duty', 'duty.set-own');
export const readDuty = defineRoute('readDuty', 'GET /api/doctors/me/duty', 'duty.set-own');
export const readConsentText = defineRoute('readConsentText', 'GET /api/consent-texts/current', 'directory.read');
