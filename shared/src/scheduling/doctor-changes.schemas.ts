import { z } from 'zod';
import { money } from '../administration/prices.schemas.ts';
import { appointment } from './appointments.schemas.ts';
import { id, instant, localizedText, page, sortedQuery, version } from '../core/common.ts';
import { orphanedAppointmentSorts } from './doctor-changes.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

const person = z.strictObject({ id, name: z.string(), nameLatin: z.string() });
const appointmentParams = z.strictObject({ appointmentId: id });

/** A free time of another doctor of the department. */
export const otherTime = z.strictObject({
  doctor: person.extend({ title: localizedText }),
  startsAt: instant,
  endsAt: instant,
  /** Of a booked visit with this doctor, at present; null when the hospital has no price. */
  price: money.nullable(),
});
export type OtherTime = z.output<typeof otherTime>;

const otherTimes = z.strictObject({ items: z.array(otherTime) });
const wanted = z.strictObject({ doctorId: id, startsAt: instant });

/** A booked appointment whose doctor is gone. Planners without access to charts see initials. */
export const orphanedAppointment = z.strictObject({
  appointmentId: id,
  version,
  startsAt: instant,
  department: localizedText,
  doctor: person,
  patient: z.string(),
  /** When the patient was notified. */
  toldAt: instant.nullable(),
});
export type OrphanedAppointment = z.output<typeof orphanedAppointment>;

export const doctorChangesSchemas = {
  listOtherTimes: {
    summary: 'List free times of other doctors in the department for an appointment without a doctor, closest first',
    params: appointmentParams,
    response: otherTimes,
  },
  changeDoctor: {
    summary: 'Move an appointment without a doctor to another doctor in the department, with its answers',
    params: appointmentParams,
    body: wanted,
    response: appointment,
  },
  listOrphanedAppointments: {
    summary: 'List upcoming appointments whose doctor no longer has an active doctor account, soonest first',
    query: z.strictObject({
      ...sortedQuery(orphanedAppointmentSorts),
      /** Searches the doctor’s and the department’s name, never the patient’s. */
    }),
    response: page(orphanedAppointment).extend({ total: z.int().min(0) }),
  },
  listOrphanTimes: {
    summary: 'List free times of other doctors in the department for this appointment',
    params: appointmentParams,
    response: otherTimes,
  },
  moveOrphanedAppointment: {
    summary: 'Move the appointment to another doctor in the department; the patient is notified',
    params: appointmentParams,
    body: wanted,
    response: z.strictObject({ appointmentId: id, doctor: person, startsAt: instant }),
  },
} satisfies RouteSchemas;
