import { defineRoute } from '../core/route.ts';
import type { doctorChangesSchemas } from './doctor-changes.schemas.ts';

export type { OtherTime, OrphanedAppointment } from './doctor-changes.schemas.ts';

export const listOtherTimes = defineRoute<typeof doctorChangesSchemas, 'listOtherTimes'>({
  name: 'listOtherTimes',
  method: 'GET',
  path: '/api/appointments/:appointmentId/other-times',
  permission: 'appointment.book',
});

export const changeDoctor = defineRoute<typeof doctorChangesSchemas, 'changeDoctor'>({
  name: 'changeDoctor',
  method: 'POST',
  path: '/api/appointments/:appointmentId/doctor-change',
  permission: 'appointment.book',
  ifMatch: true,
});

export const listOrphanedAppointments = defineRoute<typeof doctorChangesSchemas, 'listOrphanedAppointments'>({
  name: 'listOrphanedAppointments',
  method: 'GET',
  path: '/api/orphaned-appointments',
  permission: 'appointment.reassign',
});

export const listOrphanTimes = defineRoute<typeof doctorChangesSchemas, 'listOrphanTimes'>({
  name: 'listOrphanTimes',
  method: 'GET',
  path: '/api/orphaned-appointments/:appointmentId/other-times',
  permission: 'appointment.reassign',
});

export const moveOrphanedAppointment = defineRoute<typeof doctorChangesSchemas, 'moveOrphanedAppointment'>({
  name: 'moveOrphanedAppointment',
  method: 'POST',
  path: '/api/orphaned-appointments/:appointmentId/doctor-change',
  permission: 'appointment.reassign',
  ifMatch: true,
});
