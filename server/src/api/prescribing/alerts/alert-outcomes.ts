import type { Acknowledgement, DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import { severities, type Severity } from '../safety/severity.ts';

export interface AlertOutcome {
  readonly rule: string;
  readonly check: string;
  /** The highest severity that the alert was shown with. */
  readonly severity: Severity;
  /**
   * `overridden`: signed with a reason; `heeded`: shown on the draft, absent at the signature; `noted`: minor, needs no reason; `withdrawn`: the
   * draft was withdrawn.
   */
  readonly outcome: 'overridden' | 'heeded' | 'noted' | 'withdrawn';
  readonly reason: Acknowledgement['reason'] | null;
}

type Alert = Pick<DetectedIssue, 'id' | 'check' | 'severity'>;

/** Checks whose rules have their own name in a table; the rules of the other checks apply to every ingredient. */
const NAMED_RULES: ReadonlySet<string> = new Set(['interaction', 'condition', 'age']);
/** The age limit of a product label, which exists for every ingredient. */
const LABEL_AGE = 'label';
/** Rules of an imported base have no name: the two ingredients name them, whichever base is active. */
const IMPORTED = 'imported-';

/**
 * Returns the rule behind an alert id: check, rule, and the ingredients when the rule names none. Leaves out lines, products and amounts, so that the
 * key is the same on every prescription.
 */
export function ruleOf({ id, check }: Pick<Alert, 'id' | 'check'>): string {
  const [, rule = '', what = '', other = ''] = id.split(':');
  if (check === 'interaction' && rule.startsWith(IMPORTED))
    return [check, 'imported', ...[what, other].toSorted()].join(':');
  if (NAMED_RULES.has(check) && rule !== LABEL_AGE) return `${check}:${rule}`;
  // A dose finding appends the amount to the period (`day-5000mg`).
  const own = check === 'dose' ? (rule.split('-')[0] ?? rule) : rule;
  return `${check}:${own}:${what}`;
}

/** Returns one outcome per rule for a signed prescription. A rule counts once, whatever the number of lines with its alert. */
export function outcomesAtSignature(
  shownBefore: readonly Alert[],
  standing: readonly Alert[],
  acknowledgements: readonly Acknowledgement[],
): AlertOutcome[] {
  const reasons = new Map(acknowledgements.map(({ issueId, reason }) => [issueId, reason]));
  const still = byRule(standing);
  return [...byRule([...standing, ...shownBefore])].map(([rule, alerts]) => {
    const reason = (still.get(rule) ?? []).flatMap(({ id }) => reasons.get(id) ?? [])[0] ?? null;
    const outcome = reason ? 'overridden' : still.has(rule) ? 'noted' : 'heeded';
    return { ...subjectOf(rule, alerts), outcome, reason };
  });
}

/** Returns the outcomes of a withdrawn draft: every alert shown on it, as `withdrawn`. */
export function outcomesOfWithdrawal(shown: readonly Alert[]): AlertOutcome[] {
  return [...byRule(shown)].map(([rule, alerts]) => ({
    ...subjectOf(rule, alerts),
    outcome: 'withdrawn',
    reason: null,
  }));
}

function byRule(alerts: readonly Alert[]): Map<string, Alert[]> {
  return Map.groupBy(
    alerts.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity)),
    ruleOf,
  );
}

function subjectOf(rule: string, [worst]: readonly Alert[]): Pick<AlertOutcome, 'rule' | 'check' | 'severity'> {
  if (!worst) throw new Error('rule has no alert');
  return { rule, check: worst.check, severity: worst.severity };
}
