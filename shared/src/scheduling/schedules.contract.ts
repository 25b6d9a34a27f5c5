import { defineRoute } from '../core/route.ts';
import type { schedulesSchemas } from './schedules.schemas.ts';

export type { DoctorSchedule, PlannedDoctor } from './schedules.schemas.ts';

export const listSchedules = defineRoute<typeof schedulesSchemas, 'listSchedules'>({
  name: 'listSchedules',
  method: 'GET',
  path: '/api/schedules',
  permission: 'staff.manage',
});

export const readSchedule = defineRoute<typeof schedulesSchemas, 'readSchedule'>({
  name: 'readSchedule',
  method: 'GET',
  path: '/api/doctors/:doctorId/schedule',
  permission: 'schedule.manage',
});

export const saveSchedule = defineRoute<typeof schedulesSchemas, 'saveSchedule'>({
  name: 'saveSchedule',
  method: 'PUT',
  path: '/api/doctors/:doctorId/schedule',
  permission: 'schedule.manage',
  ifMatch: true,
});
