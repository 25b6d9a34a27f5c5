import { routesOf } from '../core/route.ts';
import type { schedulesSchemas } from './schedules.schemas.ts';

export type { DoctorSchedule, PlannedDoctor } from './schedules.schemas.ts';

const defineRoute = routesOf<typeof schedulesSchemas>();

export const listSchedules = defineRoute('listSchedules', 'GET /api/schedules', 'staff.manage');
export const readSchedule = defineRoute('readSchedule', 'GET /api/doctors/:doctorId/schedule', 'schedule.manage');
export const saveSchedule = defineRoute('saveSchedule', 'PUT /api/doctors/:doctorId/schedule', 'schedule.manage', {
  ifMatch: true,
});
