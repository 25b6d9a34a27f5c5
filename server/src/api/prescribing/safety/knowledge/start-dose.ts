import { medicineRoutes, type MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import { z } from 'zod';
import { optionalDecimal, list, slug, unit } from '../../../catalogues/index.ts';
import { severities, type Severity } from '../severity.ts';
import { citedColumns, type Cited } from './cited.ts';
import { medicineNames } from './medicine-class.ts';

/** Medicines that are harmful above a starting dose when no current medicine prepares for it. */
export interface StartDose extends Cited {
  readonly id: string;
  readonly medicines: readonly string[];
  readonly routes: readonly MedicineRoute[];
  /** Medicines that the patient must already take for the rule not to apply: ingredients and classes. */
  readonly unless: readonly string[];
  /** The rule needs one of these ICD-10 codes on record, and none of those that begin with `-`; empty for every patient. */
  readonly conditions: readonly string[];
  /** Amounts above this, per time or day, are too high to start with; null for any amount. */
  readonly abovePerDose: string | null;
  readonly abovePerDay: string | null;
  readonly unit: string;
  readonly severity: Severity;
  readonly reasonEn: string;
  readonly reasonZh: string;
  readonly source: string;
}

export const startDoseRowSchema: z.ZodType<Omit<StartDose, 'source'>> = z.strictObject({
  id: slug,
  medicines: medicineNames,
  routes: list.pipe(z.array(z.enum(medicineRoutes)).min(1)),
  unless: medicineNames,
  // Rules of releases before this column existed are for every patient.
  conditions: z.string().default('').pipe(list),
  abovePerDose: optionalDecimal,
  abovePerDay: optionalDecimal,
  unit,
  severity: z.enum(severities),
  reasonEn: z.string().min(1),
  reasonZh: z.string().min(1),
  ...citedColumns,
});
