import { routesOf } from '../core/route.ts';
import type { doctorChangesSchemas } from './doctor-changes.schemas.ts';

export type { OtherTime, OrphanedAppointment } from './doctor-changes.schemas.ts';

const defineRoute = routesOf<typeof doctorChangesSchemas>();

export const listOtherTimes = defineRoute(
  'listOtherTimes',
  'GET /api/appointments/:appointmentId/other-times',
  'appointment.book',
);
export const changeDoctor = defineRoute(
  'changeDoctor',
  'POST /api/appointments/:appointmentId/doctor-change',
  'appointment.book',
  { ifMatch: true },
);
export const listOrphanedAppointments = defineRoute(
  'listOrphanedAppointments',
  'GET /api/orphaned-appointments',
  'appointment.reassign',
);
export const listOrphanTimes = defineRoute(
  'listOrphanTimes',
  'GET /api/orphaned-appointments/:appointmentId/other-times',
  'appointment.reassign',
);
export const moveOrphanedAppointment = defineRoute(
  'moveOrphanedAppointment',
  'POST /api/orphaned-appointments/:appointmentId/doctor-change',
  'appointment.reassign',
  { ifMatch: true },
);
