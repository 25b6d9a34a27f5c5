import { z } from 'zod';
import { list, slug } from '../../../catalogues/index.ts';
import { severities } from '../severity.ts';
import { citedColumns, type Cited } from './cited.ts';
import { evidenceGrades, type InteractionRule } from './interaction-rule.ts';
import { medicineNames } from './medicine-class.ts';
import { withText } from './rule-text.ts';

/** An interaction that is graver in some patients: with weak kidneys, a condition, an age, or of one sex. Every given fact must hold. */
export interface PatientInteraction extends Omit<InteractionRule, 'confidence' | 'source'>, Cited {
  readonly confidence: 'high' | 'low';
  readonly medicines: readonly string[];
  /** mL/min/1.73 m²; null when the kidneys do not matter. */
  readonly belowEgfr: number | null;
  readonly sex: 'male' | 'female' | null;
  readonly fromMonths: number | null;
  readonly belowMonths: number | null;
  /** Beginnings of ICD-10 codes, of which one must be on record; empty for none. */
  readonly conditions: readonly string[];
}

const optionalNumber = z
  .union([z.literal(''), z.string().regex(/^\d+$/, 'expected a number')])
  .transform((text) => (text === '' ? null : Number(text)));
const text = z.string().min(1);

export const patientInteractionRowSchema: z.ZodType<PatientInteraction> = z
  .strictObject({
    id: slug,
    a: medicineNames,
    b: medicineNames,
    belowEgfr: optionalNumber,
    sex: z.enum(['', 'male', 'female']).transform((sex) => (sex === '' ? null : sex)),
    fromMonths: optionalNumber,
    belowMonths: optionalNumber,
    conditions: list.pipe(
      z.array(z.string().regex(/^[A-Z]\d\d(\.\d{1,2})?$/, 'expected the beginning of an ICD-10 code')),
    ),
    severity: z.enum(severities),
    evidence: z.enum(evidenceGrades),
    mechanismEn: text,
    mechanismZh: text,
    adviceEn: text,
    adviceZh: text,
    ...citedColumns,
  })
  .refine(
    ({ belowEgfr, sex, fromMonths, belowMonths, conditions }) =>
      conditions.length > 0 || [belowEgfr, sex, fromMonths, belowMonths].some((fact) => fact !== null),
    { error: 'must name a fact of the patient' },
  )
  .transform((row) => ({ ...withText(row), medicines: [...row.a, ...row.b] }));
