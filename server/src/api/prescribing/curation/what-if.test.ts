import type { SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import { describe, expect, it } from 'vitest';
import { checkRegistry } from '../safety/check-registry.ts';
import { WhatIfCounts } from './what-if.ts';

type Severity = SafetyReport['issues'][number]['severity'];

const all = checkRegistry.map(({ name }) => name);

function report(found: Record<string, Severity>, checks: readonly string[] = all): SafetyReport {
  const issues = Object.entries(found).map(([rule, severity]) => ({
    id: `interaction:${rule}:a:b`,
    check: 'interaction',
    severity,
  }));
  return { checks, issues, notChecked: [], dataVersion: 'v', checkedAt: '' } as unknown as SafetyReport;
}

/** Counts the same pair of reports a number of times. */
function counted(times: number, before: SafetyReport, after: SafetyReport) {
  const counts = new WhatIfCounts();
  for (let n = 0; n < times; n++) counts.add(before, after);
  return counts.result(90, times, () => null);
}

describe('the effect of other rules', () => {
  it('counts what is raised, silenced and blocked', () => {
    const { total, rules } = counted(
      6,
      report({ gone: 'minor', harder: 'serious' }),
      report({ harder: 'contraindicated', young: 'minor' }),
    );
    expect(total).toEqual({ raised: 6, silenced: 6, blocked: 6 });
    expect(rules.map(({ rule, raised, silenced, blocked }) => [rule, raised, silenced, blocked])).toEqual([
      ['interaction:gone', 0, 6, 0],
      ['interaction:harder', 0, 0, 6],
      ['interaction:young', 6, 0, 0],
    ]);
  });

  it('folds counts from one to four, and leaves out rules without others', () => {
    expect(counted(4, report({ gone: 'minor' }), report({}))).toEqual({
      days: 90,
      prescriptions: null,
      notCompared: 0,
      total: { raised: 0, silenced: null, blocked: 0 },
      rules: [],
      foldedRules: 1,
    });
    expect(counted(5, report({ gone: 'minor' }), report({})).rules).toMatchObject([{ silenced: 5 }]);
  });

  it('sums up only what is listed, so that no small count follows from the total', () => {
    const counts = new WhatIfCounts();
    for (let n = 0; n < 7; n++) {
      const rare = n < 3 ? { rare: 'minor' as const } : {};
      counts.add(report({ often: 'minor', ...rare }), report(n < 2 ? { young: 'minor' } : {}));
    }
    const { total, rules, foldedRules } = counts.result(90, 7, () => null);
    expect(rules).toMatchObject([{ rule: 'interaction:often', silenced: 7 }]);
    expect(foldedRules).toBe(2);
    // Nine were silenced and two raised: 7 shows neither the three of “rare” nor the two of “young”.
    expect(total).toEqual({ raised: null, silenced: 7, blocked: 0 });
  });

  it('does not compare a report of which a check did not run, in both sets either', () => {
    const counts = new WhatIfCounts();
    expect(counts.add(report({ gone: 'minor' }), report({}, []))).toBe(false);
    const [first = '', ...rest] = all;
    expect(counts.add(report({ gone: 'minor' }, rest), report({}, rest))).toBe(false);
    // As many checks, but others.
    expect(counts.add(report({}, rest), report({}, [first, ...rest.slice(1)]))).toBe(false);
    expect(counts.result(90, 9, () => null)).toMatchObject({
      prescriptions: 0,
      notCompared: 9,
      total: { silenced: 0 },
    });
  });
});
