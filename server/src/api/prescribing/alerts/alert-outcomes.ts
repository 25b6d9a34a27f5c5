import type { Acknowledgement, DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import { severities, type Severity } from '../safety/severity.ts';

export interface AlertOutcome {
  readonly rule: string;
  readonly check: string;
  /** The worst that it was shown with. */
  readonly severity: Severity;
  /**
   * `overridden`: signed over with a reason; `heeded`: shown on the draft, gone at the signature; `noted`: it only informed;
   * `withdrawn`: the draft was put away.
   */
  readonly outcome: 'overridden' | 'heeded' | 'noted' | 'withdrawn';
  readonly reason: Acknowledgement['reason'] | null;
}

type Alert = Pick<DetectedIssue, 'id' | 'check' | 'severity'>;

/** Checks whose rules stand in a table under a name of their own; the rules of the others apply to every ingredient. */
const NAMED_RULES: ReadonlySet<string> = new Set(['interaction', 'condition', 'age']);
/** The age of a product’s label: a rule of every ingredient. */
const LABEL_AGE = 'label';

/**
 * The rule behind an alert, from the id that the checks give: check, rule, and the ingredient where the rule names none. Without
 * lines, products and amounts, so that it is the same on every prescription.
 */
export function ruleOf({ id, check }: Pick<Alert, 'id' | 'check'>): string {
  const [, rule = '', what = ''] = id.split(':');
  if (NAMED_RULES.has(check) && rule !== LABEL_AGE) return `${check}:${rule}`;
  // A dose finding names the amount after the span (`day-5000mg`).
  const own = check === 'dose' ? (rule.split('-')[0] ?? rule) : rule;
  return `${check}:${own}:${what}`;
}

/** What became of every rule’s alert when a prescription was signed; a rule counts once, however many lines it was shown on. */
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

/** What was shown on a draft that was put away. */
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
  if (!worst) throw new Error('a rule without an alert');
  return { rule, check: worst.check, severity: worst.severity };
}
