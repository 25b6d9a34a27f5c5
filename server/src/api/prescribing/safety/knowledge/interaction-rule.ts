import { z } from 'zod';
import { slug } from '../../../catalogues/index.ts';
import { medicineNames } from './medicine-class.ts';
import type { RuleText } from './rule-text.ts';
import { ruleTextColumns, withText } from './rule-text.ts';

/** Evidence for an interaction: shown in studies, likely, reported in some patients, or expected from its mechanism. */
export const evidenceGrades = ['established', 'probable', 'suspected', 'theoretical'] as const;
export type EvidenceGrade = (typeof evidenceGrades)[number];

/** One row of the interaction table: everything on side `a` with everything on side `b`. */
export interface InteractionRule extends RuleText {
  readonly id: string;
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly evidence: EvidenceGrade;
}

export const interactionRuleRowSchema = z
  .strictObject({ id: slug, a: medicineNames, b: medicineNames, evidence: z.enum(evidenceGrades), ...ruleTextColumns })
  .transform((row): InteractionRule => withText(row));
