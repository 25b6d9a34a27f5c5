import { z } from 'zod';
import { breakGlassReasons } from './chart-entry.ts';
import { sexes } from '../core/patient.ts';
import { cursorQuery, date, id, instant, page, text } from '../core/common.ts';
import { defineRoute } from '../core/route.ts';

/** A doctor’s emergency access to one chart. */
export const breakGlass = z.strictObject({
  id,
  patientId: id,
  doctor: z.strictObject({ name: z.string(), nameLatin: z.string() }),
  reason: z.enum(breakGlassReasons),
  explanation: z.string(),
  openedAt: instant,
  expiresAt: instant,
});
export type BreakGlass = z.output<typeof breakGlass>;

export const findPatientExactly = defineRoute({
  name: 'findPatientExactly',
  method: 'POST',
  path: '/api/break-glass/search',
  summary:
    'Find one patient by name, birth date and either the whole phone number or the last four of the identity document; no part of a name finds anybody',
  permission: 'chart.break-glass',
  body: z
    .strictObject({
      name: text(120, 1),
      birthDate: date,
      phone: z.string().trim().min(5).max(32).nullable().default(null),
      identityLast4: z
        .string()
        .trim()
        .regex(/^[0-9A-Za-z]{4}$/, { error: 'last4' })
        .nullable()
        .default(null),
    })
    .refine(({ phone, identityLast4 }) => (phone === null) !== (identityLast4 === null), {
      error: 'one-of',
      path: ['phone'],
    }),
  response: z.strictObject({
    /** Null when nobody, or more than one, answers to all of it. */
    patient: z
      .strictObject({
        id,
        name: z.string(),
        nameLatin: z.string(),
        sex: z.enum(sexes),
        birthDate: date,
        /** The doctor may open the chart already. */
        inCare: z.boolean(),
      })
      .nullable(),
  }),
  rateLimit: 10,
});

export const openByBreakGlass = defineRoute({
  name: 'openByBreakGlass',
  method: 'POST',
  path: '/api/patients/:patientId/break-glass',
  summary: 'Open a chart without a care relationship, with a reason; the patient is told, and it ends by itself',
  permission: 'chart.break-glass',
  params: z.strictObject({ patientId: id }),
  body: z.strictObject({ reason: z.enum(breakGlassReasons), explanation: text(1000, 10) }),
  response: breakGlass,
  status: 201,
  rateLimit: 10,
});

export const listBreakGlass = defineRoute({
  name: 'listBreakGlass',
  method: 'GET',
  path: '/api/patients/:patientId/break-glass',
  summary: 'Emergency accesses to one’s own record: who, when, why; newest first',
  permission: 'chart.read-looks',
  params: z.strictObject({ patientId: id }),
  query: z.strictObject({ ...cursorQuery }),
  response: page(breakGlass),
});
