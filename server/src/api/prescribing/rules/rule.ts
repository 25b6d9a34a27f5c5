import type { Circumstances } from '@yunzhen/shared/prescribing/rules.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { StatedBasis } from '../../chart/index.ts';
import type { Formulary } from '../../catalogues/index.ts';
import type { VisitFacts } from '../../visits/index.ts';
import type { PrescriptionRow } from '../prescription.entity.ts';
import type { PatientFacts } from '../safety/safety-run.ts';

export interface Prescriber {
  jurisdiction: string;
  /** The hospital’s time zone. */
  timeZone: string;
  yearsOfPractice: number;
  /** ISO date. */
  licenceValidUntil: string;
}

export interface RuleInput {
  prescription: PrescriptionRow;
  visit: VisitFacts;
  facts: PatientFacts;
  prescriber: Prescriber;
  circumstances: Circumstances;
  /** What the doctor stated: a follow-up with its evidence, or a first visit; null for nothing. */
  basis: StatedBasis | null;
  /** Code of the department in which it is written. */
  departmentCode: string;
  formulary: Formulary;
  /** Today’s ISO date in the hospital’s calendar. */
  today: string;
}

interface RuleBasis {
  readonly id: string;
  readonly source: LocalizedText;
  /** ISO date from which the rule applies. */
  readonly effectiveFrom: string;
}

/** A rule that no prescription can break: the mechanism that enforces it, and the test that proves it. */
export interface StandingRule extends RuleBasis {
  readonly statement: LocalizedText;
  readonly enforcement: LocalizedText;
  /** Path of the test in the repository. */
  readonly test: string;
}

/** A rule of a jurisdiction as code: what it requires, since when, by which source, and what the doctor of a blocked prescription reads. */
export interface Rule extends RuleBasis {
  /** The rule itself, for every reader of the rules page. */
  readonly statement: LocalizedText;
  /** What blocks this prescription and what to do, for its doctor. */
  readonly refusal: LocalizedText;
  /** Returns true when the rule blocks the signature. */
  readonly blocks: (input: RuleInput) => boolean;
}
