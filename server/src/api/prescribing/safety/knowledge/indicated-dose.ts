import { medicineRoutes, type MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import { z } from 'zod';
import { list, optionalDecimal, slug, unit } from '../../../catalogues/index.ts';
import { citedColumns, type Cited } from './cited.ts';
import { medicineNames } from './medicine-class.ts';

/** A maximum dose of adults that depends on why the medicine is taken: apixaban is reduced in atrial fibrillation, not in a clot. */
export interface IndicatedDose extends Cited {
  readonly id: string;
  readonly medicines: readonly string[];
  readonly routes: readonly MedicineRoute[];
  /** Empty for every jurisdiction. */
  readonly jurisdictions: readonly string[];
  readonly fromMonths: number;
  readonly belowKg: string | null;
  /** Creatinine in µmol/L that is a third criterion beside age and weight, two of which lower the dose; null where both must be met. */
  readonly creatinineFrom: string | null;
  /** Beginnings of ICD-10 codes for which the dose is a maximum. */
  readonly conditions: readonly string[];
  /** Beginnings of ICD-10 codes for which it is none. */
  readonly unlessConditions: readonly string[];
  readonly unit: string;
  readonly perDose: string | null;
  readonly perDay: string | null;
  /** When the dose is lowered, and for what. */
  readonly reasonEn: string;
  readonly reasonZh: string;
  readonly source: string;
}

const codes = list.pipe(
  z.array(z.string().regex(/^[A-Z]\d\d(\.\d{1,2})?$/, 'expected the beginning of an ICD-10 code')).min(1),
);
const text = z.string().min(1);

export const indicatedDoseRowSchema: z.ZodType<Omit<IndicatedDose, 'source'>> = z.strictObject({
  id: slug,
  medicines: medicineNames,
  routes: list.pipe(z.array(z.enum(medicineRoutes)).min(1)),
  jurisdictions: list,
  fromMonths: z.string().regex(/^\d+$/, 'expected months').transform(Number),
  belowKg: optionalDecimal,
  // Releases of before this column existed have no third criterion.
  creatinineFrom: optionalDecimal.default(null),
  conditions: codes,
  unlessConditions: codes,
  unit,
  perDose: optionalDecimal,
  perDay: optionalDecimal,
  reasonEn: text,
  reasonZh: text,
  ...citedColumns,
});
