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
    query: z.strictObject({
      ...cursorQuery,
      /** A day of the hospital’s calendar; without one, all from now on. */
      day: date.optional(),
      /** Part of the name of the patient or the doctor. */
      q: text(80).default(''),
    }),
    response: page(deskAppointment),
  },
  listDeskTimes: {
    summary: 'List free times of the appointment’s doctor in the next 14 days',
    params: appointmentParams,
    response: z.strictObject({ items: z.array(z.strictObject({ startsAt: instant, endsAt: instant })) }),
  },
  moveDeskAppointment: {
    summary: 'Move an appointment to another free time of its doctor at the patient’s request; the patient is notified',
    params: appointmentParams,
    body: z.strictObject({ startsAt: instant }),
    response: deskAppointment,
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
  },
} satisfies RouteSchemas;
