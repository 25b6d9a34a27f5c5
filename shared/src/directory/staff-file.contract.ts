import { routesOf } from '../core/route.ts';
import type { staffFileSchemas } from './staff-file.schemas.ts';

export type { StaffFileReport, StaffReportRow } from './staff-file.schemas.ts';

const defineRoute = routesOf<typeof staffFileSchemas>();

export const checkStaffFile = defineRoute('checkStaffFile', 'POST /api/staff-file/report', 'staff.manage');
export const importStaff = defineRoute('importStaff', 'POST /api/staff-file/import', 'staff.manage', {
  confirmation: 'recent',
});
export const exportStaff = defineRoute('exportStaff', 'GET /api/staff-file', 'staff.manage', {
  confirmation: 'recent',
  file: true,
});
