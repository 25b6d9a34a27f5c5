import type { SafetyCheckName, SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import { safetyChecks } from '@yunzhen/shared/prescribing/prescribing.constants';
import type { AutosavePhase } from '../../../ui/saving/index.ts';

/**
 * How much the safety report says of what is on the page. Only `current` speaks of these very lines; every other face
 * says "not checked" and why, and the report, where there is one, is that of an earlier state.
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
  /** The report was made for the revision that the page shows. */
  reportIsOfThis: boolean;
  /** The answer has been waited for longer than one waits. */
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

/** Checks that ran to their end and looked at everything there was for them. */
export function checkedInFull({ checks, notChecked }: SafetyReport): SafetyCheckName[] {
  const partly = new Set(notChecked.map(({ check }) => check));
  return safetyChecks.filter((check) => checks.includes(check) && !partly.has(check));
}

/** Whether one may say "no alerts": every check there is looked at everything and found nothing. */
export function isAllClear(report: SafetyReport): boolean {
  return report.issues.length === 0 && checkedInFull(report).length === safetyChecks.length;
}

/** Checks that neither ran nor were reported as impossible. They are named, so that silence is not taken for safety. */
export function checksNotMade(report: SafetyReport): SafetyCheckName[] {
  const answered = new Set([...report.checks, ...report.notChecked.map(({ check }) => check)]);
  return safetyChecks.filter((check) => !answered.has(check));
}

const severities = ['contraindicated', 'serious', 'moderate', 'minor'] as const;

/** The issues, the gravest first; the order within a severity stays. */
export function bySeverity(issues: SafetyReport['issues']): SafetyReport['issues'] {
  return issues.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}
