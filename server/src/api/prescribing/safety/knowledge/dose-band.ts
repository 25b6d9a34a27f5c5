import { medicineRoutes, type MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import { z } from 'zod';
import {
  decimalText,
  list,
  medicineFormIds,
  optionalDecimal,
  slug,
  slugList,
  unit,
  type MedicineForm,
} from '../../../catalogues/index.ts';
import { citedColumns, type Cited } from './cited.ts';
import { medicineNames } from './medicine-class.ts';

/**
 * The maximum doses for an age, a weight, a sex or a jurisdiction. For children they replace the child's figures of the formulary; for adults they
 * only lower the adult's.
 */
export interface DoseBand extends Cited {
  readonly medicines: readonly string[];
  readonly route: MedicineRoute;
  readonly form: MedicineForm | null;
  /** Empty for every jurisdiction. */
  readonly jurisdictions: readonly string[];
  readonly sex: 'male' | 'female' | null;
  readonly fromMonths: number;
  readonly belowMonths: number;
  readonly fromKg: string | null;
  readonly belowKg: string | null;
  /** Applies only while the weight is unknown: a bound by age for medicines that are dosed by weight. */
  readonly withoutWeight: boolean;
  readonly unit: string;
  readonly perDose: string | null;
  readonly perDay: string | null;
  readonly perDosePerKg: string | null;
  readonly perDayPerKg: string | null;
  readonly source: string;
}

const months = z.string().regex(/^\d+$/, 'expected months').transform(Number);

export const doseBandRowSchema = z
  .strictObject({
    ingredient: slug,
    route: z.enum(medicineRoutes),
    form: z.union([z.literal(''), z.enum(medicineFormIds)]).transform((form) => (form === '' ? null : form)),
    jurisdictions: list,
    sex: z.enum(['', 'male', 'female']).transform((sex) => (sex === '' ? null : sex)),
    fromMonths: months,
    belowMonths: months,
    fromKg: optionalDecimal,
    belowKg: optionalDecimal,
    weight: z.enum(['', 'unknown']),
    unit,
    perDose: optionalDecimal,
    perDay: optionalDecimal,
    perDosePerKg: optionalDecimal,
    perDayPerKg: optionalDecimal,
    ...citedColumns,
  })
  .transform(({ ingredient, weight, ...row }): Omit<DoseBand, 'source'> => ({
    ...row,
    medicines: [ingredient],
    withoutWeight: weight === 'unknown',
  }));

/** Medicines of which a small excess is harmful, so that every excess is serious; also medicines for which the kidneys are decisive. */
export interface NarrowMargin extends Cited {
  readonly id: string;
  readonly medicines: readonly string[];
  readonly source: string;
}

export const narrowMarginRowSchema: z.ZodType<Omit<NarrowMargin, 'source'>> = z.strictObject({
  id: slug,
  medicines: medicineNames,
  ...citedColumns,
});

/** An insulin dose above these figures is probably an error; the fixed figures apply when the weight is unknown. */
export interface InsulinLimit extends NarrowMargin {
  readonly perDosePerKg: string;
  readonly perDayPerKg: string;
  readonly perDose: string;
  readonly perDay: string;
}

export const insulinLimitRowSchema: z.ZodType<Omit<InsulinLimit, 'source'>> = z.strictObject({
  id: slug,
  medicines: slugList,
  perDosePerKg: decimalText,
  perDayPerKg: decimalText,
  perDose: decimalText,
  perDay: decimalText,
  ...citedColumns,
});

/** The mg of oral morphine that are equivalent to one `unit` of an opioid. */
export interface OpioidFactor extends NarrowMargin {
  readonly routes: readonly MedicineRoute[];
  readonly unit: string;
  readonly factor: string;
  /** A patch delivers its hourly rate for as long as it is worn, regardless of the days between two patches. */
  readonly worn: boolean;
}

export const opioidFactorRowSchema: z.ZodType<Omit<OpioidFactor, 'source'>> = z.strictObject({
  id: slug,
  medicines: slugList,
  routes: list.pipe(z.array(z.enum(medicineRoutes)).min(1)),
  unit,
  factor: decimalText,
  worn: z.enum(['yes', '']).transform((mark) => mark === 'yes'),
  ...citedColumns,
});
