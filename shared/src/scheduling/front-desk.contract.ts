import { routesOf } from '../core/route.ts';
import type { frontDeskSchemas } from './front-desk.schemas.ts';

export type { DeskAppointment } from './front-desk.schemas.ts';

const defineRoute = routesOf<typeof frontDeskSchemas>();

export const listDeskAppointments = defineRoute(
  'listDeskAppointments',
  'GET /api/front-desk/appointments',
  'front-desk.work',
);
export const listDeskTimes = defineRoute(
  'listDeskTimes',
  'GET /api/front-desk/appointments/:appointmentId/times',
  'front-desk.work',
);
export const moveDeskAppointment = defineRoute(
  'moveDeskAppointment',
  'POST /api/front-desk/appointments/:appointmentId/rescheduling',
  'front-desk.work',
  { ifMatch: true },
);
export const cancelDeskAppointment = defineRoute(
  'cancelDeskAppointment',
  'POST /api/front-desk/appointments/:appointmentId/cancellation',
  'front-desk.work',
  { ifMatch: true },
);
