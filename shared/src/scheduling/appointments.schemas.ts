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
import type { RouteSchemas } from '../core/route.ts';

const person = z.strictObject({ id, name: z.string(), nameLatin: z.string() });
const place = z.strictObject({ id, name: localizedText });

export const freeSlot = z.strictObject({ startsAt: instant, endsAt: instant, departmentId: id, free: z.int().min(1) });

export const appointment = z.strictObject({
  id,
  status: z.enum(appointmentStatuses),
  version,
  startsAt: instant,
  endsAt: instant,
  department: place,
  doctor: person.extend({ title: localizedText }),
  /** Upcoming, or its patient waits, and its doctor no longer treats patients here. */
  doctorGone: z.boolean(),
  reason: z.string(),
  /** While it is held: until when, and whether it may be extended. */
  holdUntil: instant.nullable(),
  mayExtend: z.boolean(),
  /** The place was offered from the waitlist. */
  offered: z.boolean(),
  checkInFrom: instant,
  /** Without check-in by then it counts as missed. */
  graceUntil: instant,
  freeCancelUntil: instant,
  /** Cancelled later than the hospital’s notice period. */
  lateCancel: z.boolean(),
  endedAs: z.enum(appointmentEndings).nullable(),
  /** When it was cancelled or released; null while it stands. */
  endedAt: instant.nullable(),
  endReason: z.string(),
  visitId: id.nullable(),
  /** How often it was moved. */
  moves: z.int(),
});
export type Appointment = z.output<typeof appointment>;

const appointmentParams = z.strictObject({ appointmentId: id });

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

export const appointmentsSchemas = {
  listSlots: {
    summary: 'List a doctor’s free times by calendar day of the hospital',
    params: z.strictObject({ doctorId: id }),
    query: z.strictObject({
      departmentId: id.optional(),
      /** First day; by default today. */
      from: date.optional(),
      days: z.coerce.number().int().min(1).max(31).default(7),
    }),
    response: z.strictObject({
      timeZone: z.string(),
      from: date,
      days: z.array(z.strictObject({ day: date, slots: z.array(freeSlot) })),
      /** The doctor’s first free bookable time, regardless of the requested days. */
      nextFreeAt: instant.nullable(),
      /** The last bookable day. */
      lastDay: date,
    }),
  },
  holdAppointment: {
    summary: 'Hold a free time during booking; released automatically',
    body: z.strictObject({ doctorId: id, departmentId: id, startsAt: instant }),
    response: appointment,
  },
  extendHold: {
    summary: 'Extend the hold once',
    params: appointmentParams,
    response: appointment,
  },
  bookAppointment: {
    summary: 'Book a held or offered time',
    params: appointmentParams,
    body: z.strictObject({
      reason: text(2000, 1),
      /** Danger signs in the reason that the patient declared to be no emergency. */
      dismissedFlags: z.array(z.enum(redFlagIds)).max(redFlagIds.length).default([]),
    }),
    response: appointment,
  },
  rescheduleAppointment: {
    summary: 'Move an appointment to another free time of the same doctor, atomically',
    params: appointmentParams,
    body: z.strictObject({ startsAt: instant }),
    response: appointment,
  },
  cancelAppointment: {
    summary: 'Release a held or booked time',
    params: appointmentParams,
    body: z.strictObject({ reason: text(500).default('') }),
    response: appointment,
  },
  openAppointment: {
    summary: 'Arrive for a booked appointment; creates its visit',
    params: appointmentParams,
    response: z.strictObject({ visitId: id }),
  },
  readAppointment: {
    summary: 'Get one of your appointments',
    params: appointmentParams,
    response: appointment,
  },
  listAppointments: {
    summary: 'List your appointments: upcoming, soonest first; or past, latest first',
    query: z.strictObject({ ...cursorQuery, when: z.enum(['coming', 'past']).default('coming') }),
    response: page(appointment),
  },
  readAppointmentCalendar: {
    summary: 'Get the appointment as a calendar file; a later file updates or cancels the entry',
    params: appointmentParams,
    query: z.strictObject({ locale }),
    response: fileBytes,
  },
  joinWaitlist: {
    summary: 'Join the waitlist of a doctor or department for a time that becomes free',
    body: z
      .strictObject({ departmentId: id, doctorId: id.nullable(), from: date, until: date })
      .refine(({ from, until }) => from <= until, { path: ['until'], error: 'ends-before' }),
    response: waitlistEntry,
  },
  leaveWaitlist: {
    summary: 'Leave a waitlist; an offered time goes to the next patient',
    params: z.strictObject({ entryId: id }),
    response: waitlistEntry,
  },
  listWaitlist: {
    summary: 'List your open waitlist entries',
    response: z.strictObject({ items: z.array(waitlistEntry) }),
  },
} satisfies RouteSchemas;
