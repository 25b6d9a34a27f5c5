import { z } from 'zod';
import { id, instant, localizedText, date } from '../core/common.ts';
import { appointmentStatuses } from '../scheduling/appointment.ts';
import { visitStatuses } from './visit.ts';
import { pause } from './pauses.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

const person = z.strictObject({ id, name: z.string(), nameLatin: z.string() });

export const dayAppointment = z.strictObject({
  id,
  startsAt: instant,
  endsAt: instant,
  status: z.enum(appointmentStatuses),
  department: localizedText,
  patient: person,
  reason: z.string(),
  visitId: id.nullable(),
  visitStatus: z.enum(visitStatuses).nullable(),
});

export const dayVisit = z.strictObject({
  id,
  status: z.enum(visitStatuses),
  at: instant,
  department: localizedText,
  patient: person,
  complaint: z.string(),
});

export const daySlot = z.strictObject({ startsAt: instant, endsAt: instant, department: localizedText, free: z.int() });

export type DoctorDay = z.output<(typeof daySchemas)['readDay']['response']>;

export const daySchemas = {
  readDay: {
    summary: 'Get the doctor’s day: appointments, free times, walk-ins and pauses',
    query: z.strictObject({ day: date.optional() }),
    response: z.strictObject({
      day: date,
      timeZone: z.string(),
      appointments: z.array(dayAppointment),
      walkIns: z.array(dayVisit),
      free: z.array(daySlot),
      pauses: z.array(pause),
    }),
  },
} satisfies RouteSchemas;
