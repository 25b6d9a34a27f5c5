import type {
  Acknowledgement,
  DetectedIssue,
  Prescription,
  SafetyReport,
  SafetyCheckName,
} from '@yunzhen/shared/prescribing/prescribing.contract';
import { safetyChecks } from '@yunzhen/shared/prescribing/prescribing.constants';

const severities = ['contraindicated', 'serious', 'moderate', 'minor'] as const;
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
    now: gravestFirst(current.issues).map(finding),
    gone: gravestFirst(safety?.issues.filter(({ id }) => !now.has(id)) ?? []).map(finding),
  };
}

/** Returns the highest severity among issues; of one line, when its id is given. */
export function worstOf(issues: readonly DetectedIssue[], itemId?: string): Severity | undefined {
  const concerned = itemId === undefined ? issues : issues.filter(({ itemIds }) => itemIds.includes(itemId));
  return severities.find((severity) => concerned.some((issue) => issue.severity === severity));
}

function gravestFirst(issues: readonly DetectedIssue[]): DetectedIssue[] {
  return issues.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** Returns the checks that ran to completion over all data available to them. */
export function checkedInFull({ checks, notChecked }: Pick<SafetyReport, 'checks' | 'notChecked'>): SafetyCheckName[] {
  const partly = new Set(notChecked.map(({ check }) => check));
  return safetyChecks.filter((check) => checks.includes(check) && !partly.has(check));
}

/** Returns whether "no alerts" may be shown: every check ran over all data and found nothing. */
export function isAllClear(report: Pick<SafetyReport, 'checks' | 'notChecked' | 'issues'>): boolean {
  return report.issues.length === 0 && checkedInFull(report).length === safetyChecks.length;
}

/** Returns the checks that did not complete, whether or not the report gives a reason. */
export function notRun({ checks }: Pick<SafetyReport, 'checks'>): SafetyCheckName[] {
  return safetyChecks.filter((check) => !checks.includes(check));
}

/** Returns the checks that neither ran nor have a reason in the report. They are listed, so that silence does not read as all clear. */
export function checksNotMade({ checks, notChecked }: Pick<SafetyReport, 'checks' | 'notChecked'>): SafetyCheckName[] {
  const told = new Set([...checks, ...notChecked.map(({ check }) => check)]);
  return safetyChecks.filter((check) => !told.has(check));
}
