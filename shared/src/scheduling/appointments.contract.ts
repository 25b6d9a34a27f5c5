import { routesOf } from '../core/route.ts';
import type { appointmentsSchemas } from './appointments.schemas.ts';

export type { Appointment, WaitlistEntry } from './appointments.schemas.ts';

const defineRoute = routesOf<typeof appointmentsSchemas>();

export const listSlots = defineRoute('listSlots', 'GET /api/doctors/:doctorId/slots', 'appointment.book');
export const holdAppointment = defineRoute('holdAppointment', 'POST /api/appointments', 'appointment.book', {
  status: 201,
});
export const extendHold = defineRoute(
  'extendHold',
  'POST /api/appointments/:appointmentId/extension',
  'appointment.book',
);
export const bookAppointment = defineRoute(
  'bookAppointment',
  'POST /api/appointments/:appointmentId/booking',
  'appointment.book',
);
export const rescheduleAppointment = defineRoute(
  'rescheduleAppointment',
  'POST /api/appointments/:appointmentId/rescheduling',
  'appointment.book',
  { ifMatch: true },
);
export const cancelAppointment = defineRoute(
  'cancelAppointment',
  'POST /api/appointments/:appointmentId/cancellation',
  'appointment.book',
);
export const openAppointment = defineRoute(
  'openAppointment',
  'POST /api/appointments/:appointmentId/visit',
  'appointment.book',
);
export const readAppointment = defineRoute(
  'readAppointment',
  'GET /api/appointments/:appointmentId',
  'appointment.book',
);
export const listAppointments = defineRoute('listAppointments', 'GET /api/appointments', 'appointment.book');
export const readAppointmentCalendar = defineRoute(
  'readAppointmentCalendar',
  'GET /api/appointments/:appointmentId/calendar',
  'appointment.book',
  { file: true },
);
export const joinWaitlist = defineRoute('joinWaitlist', 'POST /api/waitlist-entries', 'appointment.book', {
  status: 201,
});
export const leaveWaitlist = defineRoute(
  'leaveWaitlist',
  'POST /api/waitlist-entries/:entryId/departure',
  'appointment.book',
);
export const listWaitlist = defineRoute('listWaitlist', 'GET /api/waitlist-entries', 'appointment.book');
