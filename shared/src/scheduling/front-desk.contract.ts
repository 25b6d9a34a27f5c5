import { defineRoute } from '../core/route.ts';
import type { frontDeskSchemas } from './front-desk.schemas.ts';

export type { DeskAppointment } from './front-desk.schemas.ts';

export const listDeskAppointments = defineRoute<typeof frontDeskSchemas, 'listDeskAppointments'>({
  name: 'listDeskAppointments',
  method: 'GET',
  path: '/api/front-desk/appointments',
  permission: 'front-desk.work',
});

export const listDeskTimes = defineRoute<typeof frontDeskSchemas, 'listDeskTimes'>({
  name: 'listDeskTimes',
  method: 'GET',
  path: '/api/front-desk/appointments/:appointmentId/times',
  permission: 'front-desk.work',
});

export const moveDeskAppointment = defineRoute<typeof frontDeskSchemas, 'moveDeskAppointment'>({
  name: 'moveDeskAppointment',
  method: 'POST',
  path: '/api/front-desk/appointments/:appointmentId/rescheduling',
  permission: 'front-desk.work',
  ifMatch: true,
});

export const cancelDeskAppointment = defineRoute<typeof frontDeskSchemas, 'cancelDeskAppointment'>({
  name: 'cancelDeskAppointment',
  method: 'POST',
  path: '/api/front-desk/appointments/:appointmentId/cancellation',
  permission: 'front-desk.work',
  ifMatch: true,
});
