import type { Circumstances } from '@yunzhen/shared/prescribing/rules.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Formulary } from '../../catalogues/index.ts';
import type { VisitFacts } from '../../visits/index.ts';
import type { PrescriptionRow } from '../prescription.entity.ts';
import type { PatientFacts } from '../safety/safety-run.ts';

export interface Prescriber {
  jurisdiction: string;
  /** The hospital’s. */
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
  /** Code of the department that it is written in. */
  departmentCode: string;
  formulary: Formulary;
  /** The day in the hospital’s calendar, ISO. */
  today: string;
}

interface RuleText {
  readonly id: string;
  readonly source: LocalizedText;
  /** ISO date from which the rule holds. */
  readonly effectiveFrom: string;
  readonly text: LocalizedText;
}

/** A rule that no prescription can break: what sees to it, and the test that shows it. */
export interface StandingRule extends RuleText {
  readonly enforcement: LocalizedText;
  /** Path of the test in the project. */
  readonly test: string;
}

/** A rule of a jurisdiction as code: what it forbids, since when, by what text, and how to say it to the doctor. */
export interface Rule extends RuleText {
  /** True when the prescription may not be signed as it is. */
  readonly blocks: (input: RuleInput) => boolean;
}
