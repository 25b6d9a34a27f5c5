import { z } from 'zod';
import { list, slug } from '../../../catalogues/index.ts';
import { medicineNames } from './medicine-class.ts';
import type { RuleText } from './rule-text.ts';
import { ruleTextColumns, withText } from './rule-text.ts';

/** A warning that depends on the patient who takes the medicine. */
interface PatientRule extends RuleText {
  readonly id: string;
  /** Ingredients, and classes written `class:id`. */
  readonly medicines: readonly string[];
  /** True when it also applies to local use, for example on the skin or in the eye. */
  readonly local: boolean;
}

/** Applies to patients younger than, or at least as old as, a number of completed months. */
export interface AgeRule extends PatientRule {
  readonly youngerThanMonths: number | null;
  readonly olderThanMonths: number | null;
}

/**
 * Applies to patients with one of the conditions, given as prefixes of ICD-10 codes. `=I80` is that code alone; `+Z95.0` must be on record besides,
 * `-Z95.0` must not.
 */
export interface ConditionRule extends PatientRule {
  readonly conditions: readonly string[];
}

const months = z
  .union([z.literal(''), z.string().regex(/^\d+$/, 'expected months')])
  .transform((text) => (text === '' ? null : Number(text)));
const shared = {
  id: slug,
  medicines: medicineNames,
  local: z.enum(['yes', '']).transform((mark) => mark === 'yes'),
  ...ruleTextColumns,
};

export const ageRuleRowSchema = z
  .strictObject({ ...shared, youngerThanMonths: months, olderThanMonths: months })
  .refine((row) => (row.youngerThanMonths === null) !== (row.olderThanMonths === null), 'one of the two ages')
  .transform((row): AgeRule => withText(row));

export const conditionRuleRowSchema = z
  .strictObject({
    ...shared,
    conditions: list.pipe(
      z.array(z.string().regex(/^[=+-]?[A-Z]\d\d(\.\d)?$/, 'expected the beginning of an ICD-10 code')).min(1),
    ),
  })
  .transform((row): ConditionRule => withText(row));
