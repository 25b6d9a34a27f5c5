import type {
  Acknowledgement,
  AcknowledgementInput,
  DetectedIssue,
  OverrideReason,
  RuleFinding,
} from '@yunzhen/shared/prescribing/prescribing.contract';
import { overrideReasons } from '@yunzhen/shared/prescribing/prescribing.constants';
import type { CheckViewModel } from '../checks/check-view-model.ts';

export type SigningNeed = 'lines' | 'diagnosis' | 'check' | 'rules' | 'contraindicated' | 'reasons';
export interface Reason {
  readonly code: OverrideReason;
  /** In the doctor’s words, with `other`. */
  readonly text: string;
}
export type Reasons = Readonly<Record<string, Reason>>;

/** A code by itself says enough, but for `other`. */
export function isGiven(reason: Reason | undefined): boolean {
  return reason !== undefined && (reason.code !== 'other' || reason.text.trim() !== '');
}

/** From "moderate" on a coded reason is asked for; what can't be overridden takes none. */
export function needsReason(issue: DetectedIssue): boolean {
  return issue.overridable && issue.severity !== 'minor';
}

/** What stands between a draft and its signature, in the order in which a doctor would deal with it. */
export function signingNeeds(facts: {
  lines: number;
  hasPrimaryDiagnosis: boolean;
  face: CheckViewModel;
  blockedBy: readonly RuleFinding[];
  reasons: Reasons;
}): SigningNeed[] {
  const { lines, hasPrimaryDiagnosis, face, blockedBy, reasons } = facts;
  const needs: SigningNeed[] = [];
  if (lines === 0) needs.push('lines');
  if (!hasPrimaryDiagnosis) needs.push('diagnosis');
  if (lines > 0 && face.kind !== 'current') needs.push('check');
  if (blockedBy.length > 0) needs.push('rules');
  if (face.kind === 'current') {
    if (face.report.issues.some(({ overridable }) => !overridable)) needs.push('contraindicated');
    if (face.report.issues.some((issue) => needsReason(issue) && !isGiven(reasons[issue.id]))) needs.push('reasons');
  }
  return needs;
}

/** The reasons that go with the signature: those of issues that are really there. */
export function acknowledgementsOf(issues: readonly DetectedIssue[], reasons: Reasons): AcknowledgementInput[] {
  return issues.flatMap((issue) => {
    const reason = reasons[issue.id];
    if (!reason || !isGiven(reason) || !issue.overridable) return [];
    const { code, text } = reason;
    return [{ issueId: issue.id, reason: code, ...(code === 'other' ? { text: text.trim() } : {}) }];
  });
}

/** Reasons that are kept with a draft. What nobody can give any more is asked for anew. */
export function reasonsOf(kept: readonly Acknowledgement[]): Reasons {
  return Object.fromEntries(
    kept.flatMap(({ issueId, reason, text }) => {
      const code = overrideReasons.find((each) => each === reason);
      return code ? [[issueId, { code, text: text ?? '' }]] : [];
    }),
  );
}
