import { medicineRoutes } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import type { MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import { z } from 'zod';
import type { MedicineForm } from './medicine-form.ts';
import { medicineFormIds } from './medicine-form.ts';
import { optionalDecimal, provenance, slug, unit } from '../columns.ts';

/** The largest doses of an ingredient by one route. Amounts are decimal text in `unit`; null means unknown, never "no limit". */
export interface DoseLimits {
  readonly ingredient: string;
  readonly route: MedicineRoute;
  /** Applies to this form only, before the limits of all forms, as for a nebuliser beside an inhaler; null for all. */
  readonly form: MedicineForm | null;
  readonly unit: string;
  readonly adultPerDose: string | null;
  readonly adultPerDay: string | null;
  /** For weekly medicines, where daily use is the fatal error. */
  readonly adultPerWeek: string | null;
  /** Per kg of body weight. */
  readonly childPerDosePerKg: string | null;
  readonly childPerDayPerKg: string | null;
  readonly childMaxPerDose: string | null;
  readonly childMaxPerDay: string | null;
  /** Youngest age in months for use without a specialist. */
  readonly minAgeMonths: number | null;
  readonly source: string;
  readonly confidence: 'sure' | 'check';
  readonly note: string;
}

export const doseLimitsRowSchema: z.ZodType<DoseLimits> = z.strictObject({
  ingredient: slug,
  route: z.enum(medicineRoutes),
  form: z.union([z.literal(''), z.enum(medicineFormIds)]).transform((form) => (form === '' ? null : form)),
  unit,
  adultPerDose: optionalDecimal,
  adultPerDay: optionalDecimal,
  adultPerWeek: optionalDecimal,
  childPerDosePerKg: optionalDecimal,
  childPerDayPerKg: optionalDecimal,
  childMaxPerDose: optionalDecimal,
  childMaxPerDay: optionalDecimal,
  minAgeMonths: optionalDecimal.transform((months) => (months === null ? null : Number(months))),
  ...provenance,
});
