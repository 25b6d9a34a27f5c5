import { defineRoute } from '../core/route.ts';
import type { staffFileSchemas } from './staff-file.schemas.ts';

export type { StaffFileReport, StaffReportRow } from './staff-file.schemas.ts';

export const checkStaffFile = defineRoute<typeof staffFileSchemas, 'checkStaffFile'>({
  name: 'checkStaffFile',
  method: 'POST',
  path: '/api/staff-file/report',
  permission: 'staff.manage',
});

export const importStaff = defineRoute<typeof staffFileSchemas, 'importStaff'>({
  name: 'importStaff',
  method: 'POST',
  path: '/api/staff-file/import',
  permission: 'staff.manage',
  confirmation: 'recent',
});

export const exportStaff = defineRoute<typeof staffFileSchemas, 'exportStaff'>({
  name: 'exportStaff',
  method: 'GET',
  path: '/api/staff-file',
  permission: 'staff.manage',
  confirmation: 'recent',
  file: true,
});
