import type {
  Acknowledgement,
  DetectedIssue,
  Prescription,
  SafetyReport,
  SafetyCheckName,
} from '@yunzhen/shared/prescribing/prescribing.contract';
import { safetyChecks } from '@yunzhen/shared/prescribing/prescribing.constants';
import { bySeverity, severities } from '../prescribing/report.index.ts';

export { checkedInFull, checksNotMade, isAllClear } from '../prescribing/report.index.ts';

export type Severity = (typeof severities)[number];

export interface Finding {
  issue: DetectedIssue;
  /** The doctor’s reason for continuing. */
  reason: Acknowledgement['reason'] | null;
  /** It did not exist when the doctor signed. */
  isNew: boolean;
}

export interface Findings {
  /** Current findings, most severe first. */
  now: Finding[];
  /** Findings at signing that no longer exist. */
  gone: Finding[];
}

/** Compares current findings with those that the doctor saw and answered when signing. */
export function compareFindings(
  { safety, acknowledgements }: Pick<Prescription, 'safety' | 'acknowledgements'>,
  current: Pick<SafetyReport, 'issues'>,
): Findings {
  const reasons = new Map(acknowledgements.map(({ issueId, reason }) => [issueId, reason]));
  const atSigning = new Set(safety?.issues.map(({ id }) => id));
  const now = new Set(current.issues.map(({ id }) => id));
  const finding = (issue: DetectedIssue): Finding => ({
    issue,
    reason: reasons.get(issue.id) ?? null,
    isNew: !atSigning.has(issue.id),
  });
  return {
    now: bySeverity(current.issues).map(finding),
    gone: bySeverity(safety?.issues.filter(({ id }) => !now.has(id)) ?? []).map(finding),
  };
}

/** Returns the highest severity among issues; of one line, when its id is given. */
export function worstOf(issues: readonly DetectedIssue[], itemId?: string): Severity | undefined {
  const concerned = itemId === undefined ? issues : issues.filter(({ itemIds }) => itemIds.includes(itemId));
  return severities.find((severity) => concerned.some((issue) => issue.severity === severity));
}

/** Returns the checks that did not complete, whether or not the report gives a reason. */
export function notRun({ checks }: Pick<SafetyReport, 'checks'>): SafetyCheckName[] {
  return safetyChecks.filter((check) => !checks.includes(check));
}
