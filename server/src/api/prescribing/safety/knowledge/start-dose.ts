import { medicineRoutes, type MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import { z } from 'zod';
import { decimalText, list, slug, unit } from '../../../catalogues/index.ts';
import { severities, type Severity } from '../severity.ts';
import { citedColumns, type Cited } from './cited.ts';
import { medicineNames } from './medicine-class.ts';

/** Medicines that harm when they are begun with more than so much: nothing that the patient takes already leads up to it. */
export interface StartDose extends Cited {
  readonly id: string;
  readonly medicines: readonly string[];
  readonly routes: readonly MedicineRoute[];
  /** What the patient must take already; ingredients and classes. */
  readonly unless: readonly string[];
  /** Larger amounts, for a time or a day, are not for a beginning; null for any amount. */
  readonly abovePerDose: string | null;
  readonly abovePerDay: string | null;
  readonly unit: string;
  readonly severity: Severity;
  readonly reasonEn: string;
  readonly reasonZh: string;
  readonly source: string;
}

const optional = z.union([z.literal(''), decimalText]).transform((text) => (text === '' ? null : text));

export const startDoseRowSchema: z.ZodType<Omit<StartDose, 'source'>> = z.strictObject({
  id: slug,
  medicines: medicineNames,
  routes: list.pipe(z.array(z.enum(medicineRoutes)).min(1)),
  unless: medicineNames,
  abovePerDose: optional,
  abovePerDay: optional,
  unit,
  severity: z.enum(severities),
  reasonEn: z.string().min(1),
  reasonZh: z.string().min(1),
  ...citedColumns,
});
