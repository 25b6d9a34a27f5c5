import { routesOf } from '../core/route.ts';
import type { hospitalSettingsSchemas } from './hospital-settings.schemas.ts';

export type { MonthlyReportReaders } from './hospital-settings.constants.ts';

export type { HospitalSettings, PublicDetails } from './hospital-settings.schemas.ts';

const defineRoute = routesOf<typeof hospitalSettingsSchemas>();

export const readHospitalSettings = defineRoute(
  'readHospitalSettings',
  'GET /api/administration/settings',
  'settings.manage',
);
export const saveHospitalSettings = defineRoute(
  'saveHospitalSettings',
  'PUT /api/administration/settings',
  'settings.manage',
  { confirmation: 'recent', ifMatch: true },
);
