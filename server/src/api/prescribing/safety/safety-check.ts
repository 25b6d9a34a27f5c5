import type { DetectedIssue, SafetyCheckName, SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { KnowledgeBase } from './knowledge/knowledge-base.ts';
import type { ResolvedItem, ResolvedMedicine, UnresolvedText } from './recognition/resolve-medicines.ts';
import type { SafetyInput } from './safety-input.ts';

export type NotChecked = SafetyReport['notChecked'][number];

/** What the checks together say of a draft; the caller adds the time. */
export type SafetyFindings = Omit<SafetyReport, 'checkedAt'>;

/** What every check may look at: the input, and the medicines in it resolved once to their ingredients. */
export interface CheckContext {
  readonly input: SafetyInput;
  readonly knowledge: KnowledgeBase;
  /** Lines of the draft whose product is known. */
  readonly items: readonly ResolvedItem[];
  /** What the patient takes already, as far as it is known. */
  readonly active: readonly ResolvedMedicine[];
  /** Parts of stated medicines that no name was found in. */
  readonly unresolved: readonly UnresolvedText[];
}

export type CheckName = SafetyCheckName;

/** One kind of danger. Pure: the same context gives the same findings, and nothing is read or written. */
export interface SafetyCheck {
  readonly name: CheckName;
  run(context: CheckContext): { readonly issues: readonly DetectedIssue[]; readonly notChecked: readonly NotChecked[] };
}
