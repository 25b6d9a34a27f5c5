import type {
  Acknowledgement,
  AcknowledgementInput,
  DetectedIssue,
  OverrideReason,
  RuleFinding,
} from '@yunzhen/shared/prescribing/prescribing.contract';
import { overrideReasons } from '@yunzhen/shared/prescribing/prescribing.constants';
import type { CheckViewModel } from '../checks/check-view-model.ts';

export type SigningNeed = 'lines' | 'text' | 'diagnosis' | 'check' | 'rules' | 'contraindicated' | 'reasons';
export interface Reason {
  readonly code: OverrideReason;
  /** The doctor’s own text, for `other`. */
  readonly text: string;
}
export type Reasons = Readonly<Record<string, Reason>>;

/** Returns whether a reason is complete: a code suffices, except `other`. */
export function isGiven(reason: Reason | undefined): boolean {
  return reason !== undefined && (reason.code !== 'other' || reason.text.trim() !== '');
}

/** Returns whether a coded reason is required: from "moderate" on, unless the issue cannot be overridden. */
export function needsReason(issue: DetectedIssue): boolean {
  return issue.overridable && issue.severity !== 'minor';
}

/** Returns what prevents signing a draft, in the order in which a doctor would resolve it. */
export function signingNeeds(facts: {
  lines: number;
  /** False for a draft of an earlier release with characters that hide or reorder text. */
  legible: boolean;
  hasPrimaryDiagnosis: boolean;
  view: CheckViewModel;
  blockedBy: readonly RuleFinding[];
  reasons: Reasons;
}): SigningNeed[] {
  const { lines, legible, hasPrimaryDiagnosis, view, blockedBy, reasons } = facts;
  const needs: SigningNeed[] = [];
  if (lines === 0) needs.push('lines');
  if (!legible) needs.push('text');
  if (!hasPrimaryDiagnosis) needs.push('diagnosis');
  if (lines > 0 && view.kind !== 'current') needs.push('check');
  if (blockedBy.length > 0) needs.push('rules');
  if (view.kind === 'current') {
    if (view.report.issues.some(({ overridable }) => !overridable)) needs.push('contraindicated');
    if (view.report.issues.some((issue) => needsReason(issue) && !isGiven(reasons[issue.id]))) needs.push('reasons');
  }
  return needs;
}

/** Returns the reasons sent with the signature: only those of existing issues. */
export function acknowledgementsOf(issues: readonly DetectedIssue[], reasons: Reasons): AcknowledgementInput[] {
  return issues.flatMap((issue) => {
    const reason = reasons[issue.id];
    if (!reason || !isGiven(reason) || !issue.overridable) return [];
    const { code, text } = reason;
    return [{ issueId: issue.id, reason: code, ...(code === 'other' ? { text: text.trim() } : {}) }];
  });
}

/** Returns the reasons stored with a draft. A reason code that is no longer offered is asked again. */
export function reasonsOf(kept: readonly Acknowledgement[]): Reasons {
  return Object.fromEntries(
    kept.flatMap(({ issueId, reason, text }) => {
      const code = overrideReasons.find((each) => each === reason);
      return code ? [[issueId, { code, text: text ?? '' }]] : [];
    }),
  );
}
