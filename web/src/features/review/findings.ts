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
  /** Why the doctor went on in spite of it. */
  reason: Acknowledgement['reason'] | null;
  /** It was not there when the doctor signed. */
  isNew: boolean;
}

export interface Findings {
  /** What the checks find now, the gravest first. */
  now: Finding[];
  /** What they found at signing and no longer find. */
  gone: Finding[];
}

/** What the checks say now beside what the doctor saw and answered when signing. */
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

/** The gravest severity among issues; of one line, when its id is given. */
export function worstOf(issues: readonly DetectedIssue[], itemId?: string): Severity | undefined {
  const concerned = itemId === undefined ? issues : issues.filter(({ itemIds }) => itemIds.includes(itemId));
  return severities.find((severity) => concerned.some((issue) => issue.severity === severity));
}

function gravestFirst(issues: readonly DetectedIssue[]): DetectedIssue[] {
  return issues.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** Checks that ran to their end and looked at everything there was for them. */
export function checkedInFull({ checks, notChecked }: Pick<SafetyReport, 'checks' | 'notChecked'>): SafetyCheckName[] {
  const partly = new Set(notChecked.map(({ check }) => check));
  return safetyChecks.filter((check) => checks.includes(check) && !partly.has(check));
}

/** Whether one may say "no alerts": every check there is looked at everything and found nothing. */
export function isAllClear(report: Pick<SafetyReport, 'checks' | 'notChecked' | 'issues'>): boolean {
  return report.issues.length === 0 && checkedInFull(report).length === safetyChecks.length;
}

/** Checks that did not run to their end, whether or not the report says why. */
export function notRun({ checks }: Pick<SafetyReport, 'checks'>): SafetyCheckName[] {
  return safetyChecks.filter((check) => !checks.includes(check));
}

/** Checks that neither ran nor say why not. They are named, so that silence is no all-clear. */
export function checksNotMade({ checks, notChecked }: Pick<SafetyReport, 'checks' | 'notChecked'>): SafetyCheckName[] {
  const told = new Set([...checks, ...notChecked.map(({ check }) => check)]);
  return safetyChecks.filter((check) => !told.has(check));
}
