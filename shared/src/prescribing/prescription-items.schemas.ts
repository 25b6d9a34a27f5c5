import { z } from 'zod';
import { medicineRoutes } from './dose/medicine-labels.ts';
import { id, localizedText, positiveDecimal, text } from '../core/common.ts';

/**
 * How often: `frequency` times every `period` `periodUnit` (FHIR Timing.repeat). Every 8 hours = 1 / 8 / h, every other day
 * = 1 / 2 / d, Monday and Thursday = 2 / 1 / wk with `weekdays` 1 and 4.
 */
export const timing = z.strictObject({
  frequency: z.int().min(1).max(24),
  period: z.int().min(1).max(90),
  periodUnit: z.enum(['h', 'd', 'wk']),
  /** Where in the day, when it matters. */
  when: z
    .enum(['morning', 'noon', 'evening', 'bedtime', 'before-meal', 'after-meal', 'with-meal'])
    .nullable()
    .default(null),
  /** ISO 8601 days of the week, 1 for Monday; absent when it does not matter which. */
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).readonly().optional(),
});

/** Amount taken each time, in `unit`: a dispensable unit of the product (tablet, mL, puff …) or mg, g, µg. */
const dose = z.strictObject({ value: positiveDecimal, unit: z.string().min(1).max(20) });

export const prescriptionItemInput = z.strictObject({
  /** Made by the page so that a retried save does not double a line. */
  id,
  productId: z.string().min(1).max(120),
  dose,
  route: z.enum(medicineRoutes),
  timing,
  /** The whole course, its further steps included. */
  durationDays: z.int().min(1).max(90),
  /**
   * A taper: further stretches that follow the first, each with a dose of its own in the same unit. The first dose and timing
   * hold for the days that these leave of the whole. Read them with `doseSteps`.
   */
  steps: z
    .array(z.strictObject({ dose, timing, days: z.int().min(1).max(90) }))
    .min(1)
    .max(9)
    .readonly()
    .optional(),
  asNeeded: z
    .strictObject({
      reason: text(120, 1),
      maxPerDay: z.int().min(1).max(24),
      /** Hours that must lie between two doses. */
      minHoursBetween: z.int().min(1).max(72).optional(),
    })
    .nullable()
    .default(null),
  /** In dispensable units. `manual` stays when dose or days change; the calculated one is offered beside it. */
  quantity: z.strictObject({ value: positiveDecimal, unit: z.string().min(1).max(20), manual: z.boolean() }),
  note: text(300).default(''),
  substitutionAllowed: z.boolean().default(true),
});
export type PrescriptionItemInput = z.output<typeof prescriptionItemInput>;

export const prescriptionItem = prescriptionItemInput.extend({
  productName: localizedText,
  strength: z.string(),
  form: localizedText,
  /** Plain words made from the structure, for the patient. */
  instruction: localizedText,
});
export type PrescriptionItem = z.output<typeof prescriptionItem>;

export const medicineHit = z.strictObject({
  productId: z.string(),
  name: localizedText,
  ingredients: localizedText,
  atc: z.string(),
  strength: z.string(),
  form: localizedText,
  route: z.enum(medicineRoutes),
  /** Every route that it is made for. */
  routes: z.array(z.enum(medicineRoutes)),
  /** Units in the usual pack; null where packs vary. */
  packSize: z.string().nullable(),
  /** What one unit, mL or g holds of each ingredient. */
  strengths: z.array(
    z.strictObject({ name: localizedText, value: z.string(), unit: z.string(), per: z.enum(['unit', 'mL', 'g']) }),
  ),
  /** Largest doses on file of a product of one ingredient, for reckoning by weight; null where none are. Amounts in `unit`. */
  doseLimits: z
    .strictObject({
      unit: z.string(),
      childPerDosePerKg: z.string().nullable(),
      childPerDayPerKg: z.string().nullable(),
      childMaxPerDose: z.string().nullable(),
      childMaxPerDay: z.string().nullable(),
      adultPerDose: z.string().nullable(),
      adultPerDay: z.string().nullable(),
    })
    .nullable(),
  /** What is counted at the counter: tablet, capsule, mL, puff … in both languages; `unit` is the machine word. */
  unit: z.string(),
  unitName: localizedText,
  controlClass: z.string(),
  usualSigs: z.array(
    z.strictObject({
      dose: z.strictObject({ value: z.string(), unit: z.string() }),
      timing,
      durationDays: z.int(),
      asNeeded: z.boolean(),
    }),
  ),
});
export type MedicineHit = z.output<typeof medicineHit>;
