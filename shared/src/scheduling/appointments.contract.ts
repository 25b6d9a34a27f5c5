import { z } from 'zod';
import { appointmentEndings, appointmentStatuses, waitlistStatuses } from './appointment.ts';
import { redFlagIds } from '../intake/danger-signs/red-flag-rules.ts';
import {
  cursorQuery,
  date,
  fileBytes,
  id,
  instant,
  locale,
  localizedText,
  page,
  text,
  version,
} from '../core/common.ts';
import { defineRoute } from '../core/route.ts';

const person = z.strictObject({ id, name: z.string(), nameLatin: z.string() });
const place = z.strictObject({ id, name: localizedText });

export const freeSlot = z.strictObject({ startsAt: instant, endsAt: instant, departmentId: id, free: z.int().min(1) });

export const listSlots = defineRoute({
  name: 'listSlots',
  method: 'GET',
  path: '/api/doctors/:doctorId/slots',
  summary: 'Free times of a doctor, by the hospital’s calendar days',
  permission: 'appointment.book',
  params: z.strictObject({ doctorId: id }),
  query: z.strictObject({
    departmentId: id.optional(),
    /** First day; today without it. */
    from: date.optional(),
    days: z.coerce.number().int().min(1).max(31).default(7),
  }),
  response: z.strictObject({
    timeZone: z.string(),
    from: date,
    days: z.array(z.strictObject({ day: date, slots: z.array(freeSlot) })),
    /** The doctor’s first free time within what may be booked, whichever days were asked for. */
    nextFreeAt: instant.nullable(),
    /** The last day that may be booked. */
    lastDay: date,
  }),
});

export const appointment = z.strictObject({
  id,
  status: z.enum(appointmentStatuses),
  version,
  startsAt: instant,
  endsAt: instant,
  department: place,
  doctor: person.extend({ title: localizedText }),
  /** It is to come or its patient waits, and its doctor treats nobody here any more. */
  doctorGone: z.boolean(),
  reason: z.string(),
  /** While it is held: until when, and whether it may be extended. */
  holdUntil: instant.nullable(),
  mayExtend: z.boolean(),
  /** The place was offered from the waitlist. */
  offered: z.boolean(),
  checkInFrom: instant,
  /** Who has not checked in by then has missed it. */
  graceUntil: instant,
  freeCancelUntil: instant,
  /** Cancelled later than the hospital asks for. */
  lateCancel: z.boolean(),
  endedAs: z.enum(appointmentEndings).nullable(),
  endReason: z.string(),
  visitId: id.nullable(),
  /** How often it was moved. */
  moves: z.int(),
});
export type Appointment = z.output<typeof appointment>;

const appointmentParams = z.strictObject({ appointmentId: id });

export const holdAppointment = defineRoute({
  name: 'holdAppointment',
  method: 'POST',
  path: '/api/appointments',
  summary: 'Hold a free time while the rest is filled in; it goes back by itself',
  permission: 'appointment.book',
  body: z.strictObject({ doctorId: id, departmentId: id, startsAt: instant }),
  response: appointment,
  status: 201,
});

export const extendHold = defineRoute({
  name: 'extendHold',
  method: 'POST',
  path: '/api/appointments/:appointmentId/extension',
  summary: 'More time to fill in, once',
  permission: 'appointment.book',
  params: appointmentParams,
  response: appointment,
});

export const bookAppointment = defineRoute({
  name: 'bookAppointment',
  method: 'POST',
  path: '/api/appointments/:appointmentId/booking',
  summary: 'Make a held or offered time one’s own',
  permission: 'appointment.book',
  params: appointmentParams,
  body: z.strictObject({
    reason: text(2000, 1),
    /** Danger signs in the reason that the patient said are no emergency. */
    dismissedFlags: z.array(z.enum(redFlagIds)).max(redFlagIds.length).default([]),
  }),
  response: appointment,
});

export const rescheduleAppointment = defineRoute({
  name: 'rescheduleAppointment',
  method: 'POST',
  path: '/api/appointments/:appointmentId/rescheduling',
  summary: 'Move a booked appointment to another free time of the same doctor: both changes at once or none',
  permission: 'appointment.book',
  params: appointmentParams,
  body: z.strictObject({ startsAt: instant }),
  ifMatch: true,
  response: appointment,
});

export const cancelAppointment = defineRoute({
  name: 'cancelAppointment',
  method: 'POST',
  path: '/api/appointments/:appointmentId/cancellation',
  summary: 'Give a time back, held or booked',
  permission: 'appointment.book',
  params: appointmentParams,
  body: z.strictObject({ reason: text(500).default('') }),
  response: appointment,
});

export const openAppointment = defineRoute({
  name: 'openAppointment',
  method: 'POST',
  path: '/api/appointments/:appointmentId/visit',
  summary: 'Arrive for a booked appointment: makes its visit, which is then prepared as any other',
  permission: 'appointment.book',
  params: appointmentParams,
  response: z.strictObject({ visitId: id }),
});

export const readAppointment = defineRoute({
  name: 'readAppointment',
  method: 'GET',
  path: '/api/appointments/:appointmentId',
  summary: 'One of one’s own appointments',
  permission: 'appointment.book',
  params: appointmentParams,
  response: appointment,
});

export const listAppointments = defineRoute({
  name: 'listAppointments',
  method: 'GET',
  path: '/api/appointments',
  summary: 'One’s own appointments: what is to come, the next first; or what is over, the last first',
  permission: 'appointment.book',
  query: z.strictObject({ ...cursorQuery, when: z.enum(['coming', 'past']).default('coming') }),
  response: page(appointment),
});

export const readAppointmentCalendar = defineRoute({
  name: 'readAppointmentCalendar',
  method: 'GET',
  path: '/api/appointments/:appointmentId/calendar',
  summary: 'The appointment as a calendar file; opened again it moves or cancels the earlier entry',
  permission: 'appointment.book',
  params: appointmentParams,
  query: z.strictObject({ locale }),
  response: fileBytes,
  file: true,
});

export const waitlistEntry = z.strictObject({
  id,
  status: z.enum(waitlistStatuses),
  department: place,
  /** Null for any doctor of the department. */
  doctor: person.nullable(),
  from: date,
  until: date,
  /** The place that is offered now. */
  appointmentId: id.nullable(),
  offeredUntil: instant.nullable(),
});
export type WaitlistEntry = z.output<typeof waitlistEntry>;

export const joinWaitlist = defineRoute({
  name: 'joinWaitlist',
  method: 'POST',
  path: '/api/waitlist-entries',
  summary: 'Be offered a place that becomes free within some days, at one doctor or any of the department',
  permission: 'appointment.book',
  body: z
    .strictObject({ departmentId: id, doctorId: id.nullable(), from: date, until: date })
    .refine(({ from, until }) => from <= until, { path: ['until'], error: 'ends-before' }),
  response: waitlistEntry,
  status: 201,
});

export const leaveWaitlist = defineRoute({
  name: 'leaveWaitlist',
  method: 'POST',
  path: '/api/waitlist-entries/:entryId/departure',
  summary: 'Not wait for a place any more; a place that is offered goes to the next',
  permission: 'appointment.book',
  params: z.strictObject({ entryId: id }),
  response: waitlistEntry,
});

export const listWaitlist = defineRoute({
  name: 'listWaitlist',
  method: 'GET',
  path: '/api/waitlist-entries',
  summary: 'One’s own open entries on waitlists',
  permission: 'appointment.book',
  response: z.strictObject({ items: z.array(waitlistEntry) }),
});
