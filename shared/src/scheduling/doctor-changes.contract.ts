import { z } from 'zod';
import { appointment } from './appointments.contract.ts';
import { id, instant, localizedText, page, sortedQuery, version } from '../core/common.ts';
import { defineRoute } from '../core/route.ts';

const person = z.strictObject({ id, name: z.string(), nameLatin: z.string() });
const appointmentParams = z.strictObject({ appointmentId: id });

/** A free time of another doctor of the department. */
export const otherTime = z.strictObject({
  doctor: person.extend({ title: localizedText }),
  startsAt: instant,
  endsAt: instant,
});
export type OtherTime = z.output<typeof otherTime>;

const otherTimes = z.strictObject({ items: z.array(otherTime) });
const wanted = z.strictObject({ doctorId: id, startsAt: instant });

export const listOtherTimes = defineRoute({
  name: 'listOtherTimes',
  method: 'GET',
  path: '/api/appointments/:appointmentId/other-times',
  summary:
    'Free times of other doctors of the department for an appointment whose doctor is gone, the nearest to its time first',
  permission: 'appointment.book',
  params: appointmentParams,
  response: otherTimes,
});

export const changeDoctor = defineRoute({
  name: 'changeDoctor',
  method: 'POST',
  path: '/api/appointments/:appointmentId/doctor-change',
  summary:
    'Take an appointment whose doctor is gone to another doctor of the department: the same appointment, with its answers',
  permission: 'appointment.book',
  params: appointmentParams,
  body: wanted,
  ifMatch: true,
  response: appointment,
});

/** A booked appointment whose doctor is gone. Who plans but may read no chart gets initials. */
export const orphanedAppointment = z.strictObject({
  appointmentId: id,
  version,
  startsAt: instant,
  department: localizedText,
  doctor: person,
  patient: z.string(),
  /** When the patient was told. */
  toldAt: instant.nullable(),
});
export type OrphanedAppointment = z.output<typeof orphanedAppointment>;

export const orphanedAppointmentSorts = ['time', 'doctor', 'told'] as const;

export const listOrphanedAppointments = defineRoute({
  name: 'listOrphanedAppointments',
  method: 'GET',
  path: '/api/orphaned-appointments',
  summary: 'Booked appointments to come whose doctor’s account is closed or is no doctor’s any more, the next first',
  permission: 'staff.manage',
  query: z.strictObject({
    ...sortedQuery(orphanedAppointmentSorts),
    /** Of the doctor’s name or the department’s; of the patient nothing is looked for. */
  }),
  response: page(orphanedAppointment).extend({ total: z.int().min(0) }),
});

export const listOrphanTimes = defineRoute({
  name: 'listOrphanTimes',
  method: 'GET',
  path: '/api/orphaned-appointments/:appointmentId/other-times',
  summary: 'Free times of other doctors of the department for such an appointment',
  permission: 'staff.manage',
  params: appointmentParams,
  response: otherTimes,
});

export const moveOrphanedAppointment = defineRoute({
  name: 'moveOrphanedAppointment',
  method: 'POST',
  path: '/api/orphaned-appointments/:appointmentId/doctor-change',
  summary: 'Move such an appointment to another doctor of the department; the patient is told',
  permission: 'staff.manage',
  params: appointmentParams,
  body: wanted,
  ifMatch: true,
  response: z.strictObject({ appointmentId: id, doctor: person, startsAt: instant }),
});
