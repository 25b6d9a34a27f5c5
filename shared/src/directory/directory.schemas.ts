import { z } from 'zod';
import { id, instant, locale, localizedText } from '../core/common.ts';
import { money } from '../administration/prices.schemas.ts';
import { doctorSorts } from './directory.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

export const department = z.strictObject({
  id,
  code: z.string(),
  name: localizedText,
  description: localizedText,
  /** Of the Chinese name, by syllable, without tones: "pi fu ke". */
  pinyin: z.string(),
  /** Those who can see a patient now: on duty, connected and not on a break. */
  doctorsOnDuty: z.int(),
  waiting: z.int(),
});
export type Department = z.output<typeof department>;

export const doctor = z.strictObject({
  id,
  name: z.string(),
  nameLatin: z.string(),
  title: localizedText,
  bio: localizedText,
  languages: z.array(z.string()),
  yearsOfPractice: z.int(),
  /** As the hospital publishes it. */
  licenceNumber: z.string(),
  /** The rules of the hospital’s country let this doctor advise but not prescribe online. */
  advisesOnly: z.boolean(),
  departmentIds: z.array(id),
  onDuty: z.boolean(),
  /** When a doctor on duty expects to return from a pause; null without one. */
  pausedUntil: instant.nullable(),
  waiting: z.int(),
  /** On duty with a page open: a doctor without one for two minutes is not reachable, though on duty. */
  connected: z.boolean(),
  /** What a patient who joins the queue now would wait; null when it cannot be estimated, or the doctor is not connected. */
  waitMinutes: z.int().min(0).nullable(),
  /** Address of the picture without its size (`/small`, `/large`); null for none. */
  portrait: z.string().nullable(),
  /** Mean and number of patients’ ratings of the care; null for fewer than five. */
  rating: z.strictObject({ mean: z.number(), ratings: z.int() }).nullable(),
  /** The next bookable time, within two weeks. */
  nextFreeAt: instant.nullable(),
  /** The present price of a visit, in the given department or else the doctor’s first; null when the hospital has no price. */
  price: z.strictObject({ 'walk-in': money.nullable(), booked: money.nullable() }),
});
export type Doctor = z.output<typeof doctor>;

export const directorySchemas = {
  listDepartments: {
    summary: 'List departments with the number of doctors on duty and patients waiting',
    response: z.strictObject({ items: z.array(department) }),
  },
  listDoctors: {
    summary: 'List the doctors of a department, on-duty doctors first',
    query: z.strictObject({
      departmentId: id.optional(),
      /** This doctor alone. */
      doctorId: id.optional(),
      onDuty: z.enum(['true', 'false']).optional(),
      q: z.string().trim().max(80).optional(),
      /** Doctors who speak this language, by its code (ISO 639). */
      language: z
        .string()
        .regex(/^[a-z]{2,3}$/)
        .optional(),
      /** Doctors who are on duty, or have a free time before the hospital’s day ends. */
      freeToday: z.enum(['true', 'false']).optional(),
      /** `usual`: doctors on duty first, connected ones before the others, then by queue length. Missing values come last. */
      sort: z.enum(doctorSorts).default('usual'),
    }),
    response: z.strictObject({ items: z.array(doctor) }),
  },
  setDuty: {
    summary: 'Go on or off duty',
    body: z.strictObject({ onDuty: z.boolean() }),
    response: z.strictObject({ onDuty: z.boolean() }),
  },
  readDuty: {
    summary: 'Get whether the signed-in doctor is on duty',
    response: z.strictObject({ onDuty: z.boolean() }),
  },
  readConsentText: {
    summary: 'Get the current consent text; patients accept it by version at check-in',
    query: z.strictObject({ locale }),
    response: z.strictObject({ version: z.string(), locale, title: z.string(), paragraphs: z.array(z.string()) }),
  },
} satisfies RouteSchemas;
