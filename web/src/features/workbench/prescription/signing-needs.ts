import type {
  AcknowledgementInput,
  DetectedIssue,
  OverrideReason,
  RuleFinding,
} from '@yunzhen/shared/contract/prescribing';
import type { CheckFace } from './check-face.ts';

export type SigningNeed = 'lines' | 'diagnosis' | 'check' | 'rules' | 'contraindicated' | 'reasons';
export type Reasons = Readonly<Record<string, OverrideReason>>;

/** From "moderate" on a coded reason is asked for; what can't be overridden takes none. */
export function needsReason(issue: DetectedIssue): boolean {
  return issue.overridable && issue.severity !== 'minor';
}

/** What stands between a draft and its signature, in the order in which a doctor would deal with it. */
export function signingNeeds(facts: {
  lines: number;
  hasPrimaryDiagnosis: boolean;
  face: CheckFace;
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
    if (face.report.issues.some((issue) => needsReason(issue) && !reasons[issue.id])) needs.push('reasons');
  }
  return needs;
}

/** The reasons that go with the signature: those of issues that are really there. */
export function acknowledgementsOf(issues: readonly DetectedIssue[], reasons: Reasons): AcknowledgementInput[] {
  return issues.flatMap((issue) => {
    const reason = reasons[issue.id];
    return reason && issue.overridable ? [{ issueId: issue.id, reason }] : [];
  });
}
