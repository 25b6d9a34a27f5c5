import type { WhatIf } from '@yunzhen/shared/prescribing/knowledge.contract';
import type { DetectedIssue, SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { ruleOf } from '../alerts/alert-outcomes.ts';
import { folded } from '../alerts/shown-alerts.ts';
import { checkRegistry } from '../safety/check-registry.ts';

/** How many prescriptions have a rule’s alert only after, only before, or a prohibition only after. */
interface Counts {
  raised: number;
  silenced: number;
  blocked: number;
}

/** Adds up what a set of rules changes, prescription by prescription. A rule counts once for each. */
export class WhatIfCounts {
  readonly #rules = new Map<string, Counts>();
  #compared = 0;

  /** Returns whether the two reports can be compared: every check of the program ran in both. */
  add(before: SafetyReport, after: SafetyReport): boolean {
    if (!isComplete(before) || !isComplete(after)) return false;
    this.#compared += 1;
    const [old, young] = [byRule(before), byRule(after)];
    for (const rule of new Set([...old.keys(), ...young.keys()])) {
      const [was, is] = [old.get(rule), young.get(rule)];
      if (!was) this.#of(rule).raised += 1;
      if (!is) this.#of(rule).silenced += 1;
      if (is === 'contraindicated' && was !== 'contraindicated') this.#of(rule).blocked += 1;
    }
    return true;
  }

  /**
   * Returns the counts as pages show them; those from one to four are null, and rules with no other counts are left out. Totals contain only the
   * counts that are shown, so that none of the others follows from them.
   */
  result(days: number, total: number, textOf: (rule: string) => LocalizedText | null): WhatIf {
    const all = [...this.#rules].map(([rule, counts]) => ({ rule, ...counts }));
    const shown = all.filter(({ raised, silenced, blocked }) =>
      [raised, silenced, blocked].some((n) => (folded(n) ?? 0) > 0),
    );
    const sum = (of: keyof Counts) => {
      const seen = shown.reduce((count, row) => count + (folded(row[of]) ?? 0), 0);
      return seen === 0 && all.some((row) => row[of] > 0) ? null : seen;
    };
    return {
      days,
      prescriptions: folded(this.#compared),
      notCompared: folded(total - this.#compared),
      total: { raised: sum('raised'), silenced: sum('silenced'), blocked: sum('blocked') },
      rules: shown
        .toSorted((a, b) => changes(b) - changes(a) || (a.rule < b.rule ? -1 : 1))
        .map(({ rule, raised, silenced, blocked }) => ({
          rule,
          text: textOf(rule),
          raised: folded(raised),
          silenced: folded(silenced),
          blocked: folded(blocked),
        })),
      foldedRules: all.length - shown.length,
    };
  }

  #of(rule: string): Counts {
    const counts = this.#rules.get(rule) ?? { raised: 0, silenced: 0, blocked: 0 };
    this.#rules.set(rule, counts);
    return counts;
  }
}

const isComplete = ({ checks }: SafetyReport) => checkRegistry.every(({ name }) => checks.includes(name));

const changes = ({ raised, silenced, blocked }: Counts) => raised + silenced + blocked;

/** Returns the rules with an alert, each with its highest severity. Issues are sorted, gravest first. */
function byRule({ issues }: SafetyReport): Map<string, DetectedIssue['severity']> {
  const found = new Map<string, DetectedIssue['severity']>();
  for (const issue of issues) if (!found.has(ruleOf(issue))) found.set(ruleOf(issue), issue.severity);
  return found;
}
