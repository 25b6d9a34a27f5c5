import type { DetectedIssue, SafetyCheckName, SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import { safetyChecks } from '@yunzhen/shared/prescribing/prescribing.constants';
import type { AutosavePhase } from '../../../ui/saving/index.ts';

/**
 * How far the safety report applies to the lines on the page. Only `current` applies to exactly these lines; every other state says "not checked"
 * with the reason, and a shown report is of an earlier version.
 */
export type CheckViewModel =
  | { readonly kind: 'nothing-to-check' }
  | { readonly kind: 'current'; readonly report: SafetyReport }
  | { readonly kind: 'checking'; readonly slow: boolean }
  | { readonly kind: 'not-checked'; readonly why: 'incomplete' | 'away' | 'refused' | 'conflict' | 'no-answer' };

export function checkViewModel(facts: {
  lines: number;
  phase: AutosavePhase;
  report: SafetyReport | null;
  /** The report is of the version that the page shows. */
  reportIsOfThis: boolean;
  /** The answer takes longer than the patience. */
  slow: boolean;
}): CheckViewModel {
  const { lines, phase, report, reportIsOfThis, slow } = facts;
  switch (phase) {
    case 'unsaved':
    case 'saving':
      return lines === 0 ? { kind: 'nothing-to-check' } : { kind: 'checking', slow };
    case 'incomplete':
    case 'away':
    case 'refused':
    case 'conflict':
      return { kind: 'not-checked', why: phase };
    case 'closed-unsaved':
      return { kind: 'not-checked', why: 'conflict' };
    case 'saved':
      if (lines === 0) return { kind: 'nothing-to-check' };
      return report && reportIsOfThis ? { kind: 'current', report } : { kind: 'not-checked', why: 'no-answer' };
  }
}

type Made = Pick<SafetyReport, 'checks' | 'notChecked'>;

/** Returns the checks that ran to completion over all data available to them. */
export function checkedInFull({ checks, notChecked }: Made): SafetyCheckName[] {
  const partly = new Set(notChecked.map(({ check }) => check));
  return safetyChecks.filter((check) => checks.includes(check) && !partly.has(check));
}

/** Returns whether "no alerts" may be shown: every check ran over all data and found nothing. */
export function isAllClear(report: Made & Pick<SafetyReport, 'issues'>): boolean {
  return report.issues.length === 0 && checkedInFull(report).length === safetyChecks.length;
}

/** Returns the checks that neither ran nor were reported as not checked. They are listed, so that silence does not read as all clear. */
export function checksNotMade(report: Made): SafetyCheckName[] {
  const answered = new Set([...report.checks, ...report.notChecked.map(({ check }) => check)]);
  return safetyChecks.filter((check) => !answered.has(check));
}

export const severities = ['contraindicated', 'serious', 'moderate', 'minor'] as const;

/** Sorts the issues by severity, highest first; keeps the order within a severity. */
export function bySeverity(issues: readonly DetectedIssue[]): DetectedIssue[] {
  return issues.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}
