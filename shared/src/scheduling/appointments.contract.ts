import { defineRoute } from '../core/route.ts';
import type { appointmentsSchemas } from './appointments.schemas.ts';

export type { Appointment, WaitlistEntry } from './appointments.schemas.ts';

export const listSlots = defineRoute<typeof appointmentsSchemas, 'listSlots'>({
  name: 'listSlots',
  method: 'GET',
  path: '/api/doctors/:doctorId/slots',
  permission: 'appointment.book',
});

export const holdAppointment = defineRoute<typeof appointmentsSchemas, 'holdAppointment'>({
  name: 'holdAppointment',
  method: 'POST',
  path: '/api/appointments',
  permission: 'appointment.book',
  status: 201,
});

export const extendHold = defineRoute<typeof appointmentsSchemas, 'extendHold'>({
  name: 'extendHold',
  method: 'POST',
  path: '/api/appointments/:appointmentId/extension',
  permission: 'appointment.book',
});

export const bookAppointment = defineRoute<typeof appointmentsSchemas, 'bookAppointment'>({
  name: 'bookAppointment',
  method: 'POST',
  path: '/api/appointments/:appointmentId/booking',
  permission: 'appointment.book',
});

export const rescheduleAppointment = defineRoute<typeof appointmentsSchemas, 'rescheduleAppointment'>({
  name: 'rescheduleAppointment',
  method: 'POST',
  path: '/api/appointments/:appointmentId/rescheduling',
  permission: 'appointment.book',
  ifMatch: true,
});

export const cancelAppointment = defineRoute<typeof appointmentsSchemas, 'cancelAppointment'>({
  name: 'cancelAppointment',
  method: 'POST',
  path: '/api/appointments/:appointmentId/cancellation',
  permission: 'appointment.book',
});

export const openAppointment = defineRoute<typeof appointmentsSchemas, 'openAppointment'>({
  name: 'openAppointment',
  method: 'POST',
  path: '/api/appointments/:appointmentId/visit',
  permission: 'appointment.book',
});

export const readAppointment = defineRoute<typeof appointmentsSchemas, 'readAppointment'>({
  name: 'readAppointment',
  method: 'GET',
  path: '/api/appointments/:appointmentId',
  permission: 'appointment.book',
});

export const listAppointments = defineRoute<typeof appointmentsSchemas, 'listAppointments'>({
  name: 'listAppointments',
  method: 'GET',
  path: '/api/appointments',
  permission: 'appointment.book',
});

export const readAppointmentCalendar = defineRoute<typeof appointmentsSchemas, 'readAppointmentCalendar'>({
  name: 'readAppointmentCalendar',
  method: 'GET',
  path: '/api/appointments/:appointmentId/calendar',
  permission: 'appointment.book',
  file: true,
});

export const joinWaitlist = defineRoute<typeof appointmentsSchemas, 'joinWaitlist'>({
  name: 'joinWaitlist',
  method: 'POST',
  path: '/api/waitlist-entries',
  permission: 'appointment.book',
  status: 201,
});

export const leaveWaitlist = defineRoute<typeof appointmentsSchemas, 'leaveWaitlist'>({
  name: 'leaveWaitlist',
  method: 'POST',
  path: '/api/waitlist-entries/:entryId/departure',
  permission: 'appointment.book',
});

export const listWaitlist = defineRoute<typeof appointmentsSchemas, 'listWaitlist'>({
  name: 'listWaitlist',
  method: 'GET',
  path: '/api/waitlist-entries',
  permission: 'appointment.book',
});
