import { defineRoute } from '../core/route.ts';
import type { hospitalSettingsSchemas } from './hospital-settings.schemas.ts';

export type { MonthlyReportReaders } from './hospital-settings.constants.ts';

export type { HospitalSettings, PublicDetails } from './hospital-settings.schemas.ts';

export const readHospitalSettings = defineRoute<typeof hospitalSettingsSchemas, 'readHospitalSettings'>({
  name: 'readHospitalSettings',
  method: 'GET',
  path: '/api/administration/settings',
  permission: 'settings.manage',
});

export const saveHospitalSettings = defineRoute<typeof hospitalSettingsSchemas, 'saveHospitalSettings'>({
  name: 'saveHospitalSettings',
  method: 'PUT',
  path: '/api/administration/settings',
  permission: 'settings.manage',
  confirmation: 'recent',
  ifMatch: true,
});
