import { medicineRoutes, type MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import { z } from 'zod';
import {
  decimalText,
  list,
  medicineFormIds,
  optionalDecimal,
  slug,
  unit,
  type MedicineForm,
} from '../../../catalogues/index.ts';
import { severities, type Severity } from '../severity.ts';
import { citedColumns, type Cited } from './cited.ts';
import { medicineNames } from './medicine-class.ts';
import { withText } from './rule-text.ts';

type Text = ReturnType<typeof withText>;

/** A warning that depends on several facts: smoking, age, sex, stage of pregnancy, or eye disease. */
export interface CombinedRule extends Cited {
  readonly id: string;
  /** The check that reports it. */
  readonly check: 'age' | 'condition' | 'pregnancy';
  readonly medicines: readonly string[];
  /** Empty for all routes that reach the whole body. */
  readonly routes: readonly MedicineRoute[];
  readonly forms: readonly MedicineForm[];
  /** The lowest strength, per g, mL or piece, that the rule covers; null for every strength. */
  readonly fromStrength: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly fromMonths: number | null;
  readonly belowMonths: number | null;
  /** Prefixes of ICD-10 codes, one of which must be on record; empty for none. */
  readonly conditions: readonly string[];
  readonly trimester: 1 | 2 | 3 | null;
  readonly severity: Severity;
  readonly mechanism: Text['mechanism'];
  readonly advice: Text['advice'];
  readonly source: string;
}

const months = z
  .union([z.literal(''), z.string().regex(/^\d+$/, 'expected months')])
  .transform((text) => (text === '' ? null : Number(text)));
const text = z.string().min(1);

export const combinedRuleRowSchema = z
  .strictObject({
    id: slug,
    check: z.enum(['age', 'condition', 'pregnancy']),
    medicines: medicineNames,
    routes: list.pipe(z.array(z.enum(medicineRoutes))),
    forms: list.pipe(z.array(z.enum(medicineFormIds))),
    fromStrength: optionalDecimal,
    sex: z.enum(['', 'male', 'female']).transform((sex) => (sex === '' ? null : sex)),
    fromMonths: months,
    belowMonths: months,
    conditions: list.pipe(
      z.array(z.string().regex(/^[A-Z]\d\d(\.\d{1,2})?$/, 'expected the beginning of an ICD-10 code')),
    ),
    trimester: z.enum(['', '1', '2', '3']).transform((of) => (of === '' ? null : (Number(of) as 1 | 2 | 3))),
    severity: z.enum(severities),
    mechanismEn: text,
    mechanismZh: text,
    adviceEn: text,
    adviceZh: text,
    ...citedColumns,
  })
  .transform((row): Omit<CombinedRule, 'source'> => withText(row));

/** Three medicines that harm together, one per side. */
export interface TripleRule extends Cited {
  readonly id: string;
  readonly sides: readonly (readonly string[])[];
  readonly medicines: readonly string[];
  readonly severity: Severity;
  readonly mechanism: Text['mechanism'];
  readonly advice: Text['advice'];
  readonly source: string;
}

export const tripleRuleRowSchema = z
  .strictObject({
    id: slug,
    a: medicineNames,
    b: medicineNames,
    c: medicineNames,
    severity: z.enum(severities),
    mechanismEn: text,
    mechanismZh: text,
    adviceEn: text,
    adviceZh: text,
    ...citedColumns,
  })
  .transform(({ a, b, c, ...row }): Omit<TripleRule, 'source'> => ({
    ...withText(row),
    sides: [a, b, c],
    medicines: [...a, ...b, ...c],
  }));

/** The grade of an interaction rule for an inhaled or nasal medicine; `none` drops the finding. */
export interface InhaledGrade extends Cited {
  readonly id: string;
  readonly medicines: readonly string[];
  readonly severity: Severity | 'none';
  readonly source: string;
}

/** The grade of an interaction rule for a medicine that is given once, in a dose up to this one. It only lowers the rule's own. */
export interface SingleDoseGrade extends Cited {
  readonly id: string;
  readonly medicines: readonly string[];
  readonly unit: string;
  readonly perDose: string;
  readonly severity: Severity;
  readonly source: string;
}

export const singleDoseGradeRowSchema: z.ZodType<Omit<SingleDoseGrade, 'source'>> = z.strictObject({
  id: slug,
  medicines: medicineNames,
  unit,
  perDose: decimalText,
  severity: z.enum(severities),
  ...citedColumns,
});

export const inhaledGradeRowSchema: z.ZodType<Omit<InhaledGrade, 'source'>> = z.strictObject({
  id: slug,
  medicines: medicineNames,
  severity: z.enum([...severities, 'none']),
  ...citedColumns,
});
