import { z } from 'zod';
import { list, slugList, slug } from '../../../catalogues/index.ts';
import { severities, type Severity } from '../severity.ts';
import { citedColumns, type Cited } from './cited.ts';
import { evidenceGrades, type InteractionRule } from './interaction-rule.ts';
import { medicineNames } from './medicine-class.ts';
import { withText } from './rule-text.ts';

type Text = ReturnType<typeof withText>;
const words = {
  severity: z.enum(severities),
  mechanismEn: z.string().min(1),
  mechanismZh: z.string().min(1),
  adviceEn: z.string().min(1),
  adviceZh: z.string().min(1),
};
/** No pharmacist has compared these rows with their sources yet. */
const reviewed = z.literal('no');

/** A herb, mineral or animal part with a substance, as the interaction index takes it. */
export interface HerbInteraction extends Omit<InteractionRule, 'confidence' | 'source'>, Cited {
  readonly confidence: 'high' | 'low';
  readonly medicines: readonly string[];
}

export const herbInteractionRowSchema: z.ZodType<HerbInteraction> = z
  .strictObject({
    id: slug,
    a: medicineNames,
    b: medicineNames,
    evidence: z.enum(evidenceGrades),
    ...words,
    ...citedColumns,
    reviewed,
  })
  .transform(({ reviewed: _, ...row }) => ({ ...withText(row), medicines: [...row.a, ...row.b] }));

/** Two herbs that tradition forbids together: of the eighteen incompatibilities (十八反) or the nineteen fears (十九畏). */
export interface HerbIncompatibility extends Cited {
  readonly id: string;
  readonly kind: 'eighteen' | 'nineteen';
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly medicines: readonly string[];
  readonly source: string;
}

export const herbIncompatibilityRowSchema: z.ZodType<Omit<HerbIncompatibility, 'source'>> = z
  .strictObject({
    id: slug,
    kind: z.enum(['eighteen', 'nineteen']),
    a: slugList,
    b: slugList,
    ...citedColumns,
    reviewed,
  })
  .transform(({ reviewed: _, ...row }) => ({ ...row, medicines: [...row.a, ...row.b] }));

/** What speaks against a constituent that the patient takes: a condition, an age, or how long it may be taken. */
export interface HerbCaution extends Cited {
  readonly id: string;
  readonly medicines: readonly string[];
  /** The check that speaks for it. */
  readonly check: 'age' | 'condition' | 'dose' | 'renal';
  /** Beginnings of ICD-10 codes, of which one must be on record; empty for every patient. */
  readonly conditions: readonly string[];
  readonly belowMonths: number | null;
  readonly severity: Severity;
  readonly mechanism: Text['mechanism'];
  readonly advice: Text['advice'];
  readonly source: string;
}

export const herbCautionRowSchema: z.ZodType<Omit<HerbCaution, 'source'>> = z
  .strictObject({
    id: slug,
    medicines: medicineNames,
    check: z.enum(['age', 'condition', 'dose', 'renal']),
    conditions: list.pipe(
      z.array(z.string().regex(/^[A-Z]\d\d(\.\d{1,2})?$/, 'expected the beginning of an ICD-10 code')),
    ),
    belowMonths: z
      .union([z.literal(''), z.string().regex(/^\d+$/, 'expected months')])
      .transform((text) => (text === '' ? null : Number(text))),
    ...words,
    ...citedColumns,
    reviewed,
  })
  .transform(({ reviewed: _, ...row }) => withText(row));
