import { z } from 'zod';
import { appointmentStatuses } from './appointment.ts';
import { cursorQuery, date, id, instant, localizedText, page, text, version } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

const person = z.strictObject({ id, name: z.string(), nameLatin: z.string() });
const appointmentParams = z.strictObject({ appointmentId: id });

/** An appointment as the front desk sees it: who, when and with whom, what is needed to recognise a caller, and nothing about why. */
export const deskAppointment = z.strictObject({
  id,
  version,
  status: z.enum(appointmentStatuses),
  startsAt: instant,
  endsAt: instant,
  department: localizedText,
  doctor: person,
  /** The doctor no longer treats patients here. */
  doctorGone: z.boolean(),
  patient: person.extend({ birthDate: date, phone: z.string().nullable() }),
  /** Booked, upcoming and not begun: it can be moved or cancelled. */
  open: z.boolean(),
});
export type DeskAppointment = z.output<typeof deskAppointment>;

export const frontDeskSchemas = {
  listDeskAppointments: {
    summary: 'List the hospital’s appointments of a day, or upcoming ones, by name of patient or doctor; no reasons',
    query: z
      .strictObject({
        ...cursorQuery,
        /** A day of the hospital’s calendar, yesterday or later; without one, all from now on that match `q`. */
        day: date.optional(),
        /** Part of the name of the patient or the doctor. */
        q: text(80).default(''),
      })
      .refine(({ day, q }) => day !== undefined || q.trim() !== '', { path: ['q'], error: 'day-or-name' }),
    response: page(deskAppointment),
    rateLimit: 60,
  },
  listDeskTimes: {
    summary: 'List free times of the appointment’s doctor in the 14 days from a date, by default the appointment’s own',
    params: appointmentParams,
    query: z.strictObject({ from: date.optional() }),
    response: z.strictObject({
      /** The first day of the answer, today or later. */
      from: date,
      /** The last day on which times can be offered. */
      lastDay: date,
      items: z.array(z.strictObject({ startsAt: instant, endsAt: instant })),
    }),
    rateLimit: 60,
  },
  moveDeskAppointment: {
    summary: 'Move an appointment to another free time of its doctor; the patient is notified',
    params: appointmentParams,
    body: z.strictObject({
      startsAt: instant,
      /** A late move counts as late only when the patient asked for it. */
      askedBy: z.enum(['patient', 'hospital']),
    }),
    response: deskAppointment,
    rateLimit: 20,
  },
  cancelDeskAppointment: {
    summary: 'Cancel an appointment for the patient or the hospital; the patient is notified',
    params: appointmentParams,
    body: z.strictObject({
      /** A late cancellation counts as late only when the patient asked for it. */
      askedBy: z.enum(['patient', 'hospital']),
      reason: text(500).default(''),
    }),
    response: deskAppointment,
    rateLimit: 20,
  },
} satisfies RouteSchemas;
