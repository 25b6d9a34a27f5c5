import { z } from 'zod';
import { breakGlassReasons } from './chart-entry.ts';
import { sexes } from '../core/patient.ts';
import { cursorQuery, date, id, instant, page, text } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

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

export const breakGlassSchemas = {
  findPatientExactly: {
    summary:
      'Find one patient by full name, birth date and full phone number or last four digits of the identity document; no partial matches',
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
      /** Null when no patient, or more than one, matches all of it. */
      patient: z
        .strictObject({
          id,
          name: z.string(),
          nameLatin: z.string(),
          sex: z.enum(sexes),
          birthDate: date,
          /** The doctor already has access to the chart. */
          inCare: z.boolean(),
        })
        .nullable(),
    }),
    rateLimit: 10,
  },
  openByBreakGlass: {
    summary: 'Open a chart in an emergency with a reason; the patient is notified and access expires',
    params: z.strictObject({ patientId: id }),
    body: z.strictObject({ reason: z.enum(breakGlassReasons), explanation: text(1000, 10) }),
    response: breakGlass,
    rateLimit: 10,
  },
  listBreakGlass: {
    summary: 'List emergency accesses to your record with person, time and reason, newest first',
    params: z.strictObject({ patientId: id }),
    query: z.strictObject({ ...cursorQuery }),
    response: page(breakGlass),
  },
} satisfies RouteSchemas;
