import { z } from 'zod';
import { observationKinds, observationUnits } from './observation.ts';
import { lactationStates, pregnancyStates } from './safety-facts.ts';
import { authored } from './entry.schemas.ts';
import { date, id, instant, positiveDecimal } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

const patientParams = z.strictObject({ patientId: id });
const trimester = z.union([z.literal(1), z.literal(2), z.literal(3)]);

const measured = {
  kind: z.enum(observationKinds),
  /** Decimal text in `unit`; for a blood pressure the systolic part. */
  value: positiveDecimal,
  /** For a blood pressure only. */
  diastolic: positiveDecimal.nullable(),
  /** UCUM. */
  unit: z.enum(observationUnits),
  measuredAt: instant,
};

export const observation = z.strictObject({
  id,
  ...measured,
  /** LOINC. */
  code: z.string(),
  /** For an adult’s creatinine: the kidney function that follows from it, with its arithmetic. */
  estimatedGfr: z.strictObject({ value: z.int(), arithmetic: z.string() }).nullable(),
  ...authored,
});
export type Observation = z.output<typeof observation>;

export const pregnancyStatement = z.strictObject({
  id,
  pregnancy: z.enum(pregnancyStates),
  trimester: trimester.nullable(),
  dueDate: date.nullable(),
  lactation: z.enum(lactationStates),
  ...authored,
});
export type PregnancyStatement = z.output<typeof pregnancyStatement>;

/** The input of the safety checks. A value is null, and a state unknown, when nothing is on record or the last is too old; `last` gives that one. */
export const safetyFacts = z.strictObject({
  weightKg: z.strictObject({
    value: z.string().nullable(),
    last: z.strictObject({ value: z.string(), at: instant }).nullable(),
  }),
  /** mL/min/1.73 m². */
  egfr: z.strictObject({
    value: z.number().nullable(),
    last: z.strictObject({ value: z.number(), at: instant }).nullable(),
    /** Its arithmetic, if computed from a creatinine. */
    arithmetic: z.string().nullable(),
  }),
  pregnancy: z.strictObject({
    state: z.enum(pregnancyStates),
    trimester: trimester.nullable(),
    last: z.strictObject({ state: z.enum(pregnancyStates), at: instant }).nullable(),
  }),
  lactation: z.strictObject({
    state: z.enum(lactationStates),
    last: z.strictObject({ state: z.enum(lactationStates), at: instant }).nullable(),
  }),
});
export type SafetyFacts = z.output<typeof safetyFacts>;

export const observationsSchemas = {
  addObservation: {
    summary:
      'Record a measurement; impossible values are refused, unusual ones need confirmation (`observation.unusual`)',
    params: patientParams,
    body: z.strictObject({
      ...measured,
      diastolic: positiveDecimal.nullable().default(null),
      /** The person was asked and confirmed it. */
      sure: z.boolean().default(false),
    }),
    response: observation,
  },
  addPregnancyStatement: {
    summary: 'Record pregnancy and breastfeeding status; the latest entry applies',
    params: patientParams,
    body: z
      .strictObject({
        pregnancy: z.enum(pregnancyStates),
        trimester: trimester.nullable().default(null),
        dueDate: date.nullable().default(null),
        lactation: z.enum(lactationStates),
      })
      .refine((body) => body.pregnancy === 'pregnant' || (body.trimester === null && body.dueDate === null), {
        error: 'not-pregnant',
        path: ['pregnancy'],
      }),
    response: pregnancyStatement,
  },
} satisfies RouteSchemas;
