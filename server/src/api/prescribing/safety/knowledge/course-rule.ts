import { medicineRoutes, type MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import { z } from 'zod';
import { optionalDecimal, list, medicineForms, slug, unit, type MedicineForm } from '../../../catalogues/index.ts';
import type { Severity } from '../severity.ts';
import { severities } from '../severity.ts';
import { citedColumns, type Cited } from './cited.ts';
import { medicineNames } from './medicine-class.ts';

/** The medicines and doses that a rule on timing covers. */
export interface DoseWindow extends Cited {
  readonly id: string;
  readonly medicines: readonly string[];
  readonly routes: readonly MedicineRoute[];
  /** Empty for every form. */
  readonly forms: readonly MedicineForm[];
  /** Covers single doses from this amount (inclusive) and below the next (exclusive), in `unit`; null for no bound. */
  readonly fromPerDose: string | null;
  readonly belowPerDose: string | null;
  readonly unit: string | null;
  readonly severity: Severity;
  readonly reasonEn: string;
  readonly reasonZh: string;
  readonly source: string;
}

/** The maximum number of doses in a number of days. */
export interface IntervalRule extends DoseWindow {
  readonly doses: number;
  readonly inDays: number;
  /** Number of doses in `inDays` from which the alert can't be overridden; null when it always can. */
  readonly blockedFrom: number | null;
}

/** The minimum time between two doses, or a medicine that is not for as-needed use. */
export interface GapRule extends DoseWindow {
  readonly hours: number | null;
  readonly neverAsNeeded: boolean;
}

/** The maximum number of doses or days in a course. */
export interface CourseRule extends DoseWindow {
  /** Covers daily amounts from this value, in `unit`; null for no bound. */
  readonly fromPerDay: string | null;
  readonly maxDoses: number | null;
  readonly maxDays: number | null;
  /** Prefixes of ICD-10 codes for which the rule does not apply, as for opioids in cancer. */
  readonly unlessConditions: readonly string[];
}

const count = z
  .union([z.literal(''), z.string().regex(/^[1-9]\d*$/, 'expected a whole number')])
  .transform((text) => (text === '' ? null : Number(text)));
const whole = z
  .string()
  .regex(/^[1-9]\d*$/, 'expected a whole number')
  .transform(Number);
const forms = Object.keys(medicineForms) as [MedicineForm, ...MedicineForm[]];

const window = {
  id: slug,
  medicines: medicineNames,
  routes: list.pipe(z.array(z.enum(medicineRoutes)).min(1)),
  forms: list.pipe(z.array(z.enum(forms))),
  fromPerDose: optionalDecimal,
  belowPerDose: optionalDecimal,
  unit: z.union([z.literal(''), unit]).transform((text) => (text === '' ? null : text)),
  severity: z.enum(severities),
  reasonEn: z.string(),
  reasonZh: z.string(),
  ...citedColumns,
};

type Uncited<Rule> = Omit<Rule, 'source'>;

export const intervalRuleRowSchema: z.ZodType<Uncited<IntervalRule>> = z.strictObject({
  ...window,
  doses: whole,
  inDays: whole,
  blockedFrom: count,
});

export const gapRuleRowSchema = z
  .strictObject({ ...window, hours: count, asNeeded: z.enum(['', 'never']) })
  .refine(({ hours, asNeeded }) => (hours !== null) !== (asNeeded === 'never'), 'either hours or asNeeded')
  .transform(({ asNeeded, ...row }): Uncited<GapRule> => ({ ...row, neverAsNeeded: asNeeded === 'never' }));

export const courseRuleRowSchema: z.ZodType<Uncited<CourseRule>> = z
  .strictObject({
    ...window,
    fromPerDay: optionalDecimal,
    maxDoses: count,
    maxDays: count,
    unlessConditions: list,
  })
  .refine((row) => row.maxDoses !== null || row.maxDays !== null, 'one of maxDoses and maxDays');
