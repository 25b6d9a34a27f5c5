import type { DetectedIssue, SafetyCheckName, SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { KnowledgeBase } from './knowledge/knowledge-base.ts';
import type { ResolvedItem, ResolvedMedicine, UnresolvedText } from './recognition/resolve-medicines.ts';
import type { SafetyInput } from './safety-input.ts';

export type NotChecked = SafetyReport['notChecked'][number];

/** The combined result of the checks on a draft; the caller adds the time. */
export type SafetyFindings = Omit<SafetyReport, 'checkedAt'>;

/** The input of every check, with its medicines already resolved to ingredients. */
export interface CheckContext {
  readonly input: SafetyInput;
  readonly knowledge: KnowledgeBase;
  /** Lines of the draft with a known product. */
  readonly items: readonly ResolvedItem[];
  /** The patient's current medicines, as far as they are known. */
  readonly active: readonly ResolvedMedicine[];
  /** Parts of stated medicines in which no name was found. */
  readonly unresolved: readonly UnresolvedText[];
  /** Statements that deny some medicines and leave others open, such as "no regular medicines". */
  readonly partlyDenied: readonly string[];
}

export type CheckName = SafetyCheckName;

/** A check for one kind of danger. It is pure: the same context gives the same findings, without input or output. */
export interface SafetyCheck {
  readonly name: CheckName;
  run(context: CheckContext): { readonly issues: readonly DetectedIssue[]; readonly notChecked: readonly NotChecked[] };
}
