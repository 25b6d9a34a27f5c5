import { loadKnowledgeBase } from '../../server/src/api/prescribing/safety/knowledge/knowledge-base.ts';
import { checkSafety } from '../../server/src/api/prescribing/safety/testing/check-safety.ts';
import { prescription, seeded } from './alert-burden/patients.ts';
import { renewal, withoutSupply } from './alert-burden/renewals.ts';
import { option, report } from './report.ts';

/*
 * Counts what interrupts a doctor in 2,000 plausible outpatient prescriptions: alerts that need a reason (moderate, serious) or block
 * (contraindicated). The prescriptions are made without any table of the safety checks (`alert-burden/`). Visits of patients who want the same
 * medicines again are counted apart, once without and once with what is known of the earlier supply.
 */

const random = seeded(option('seed', 20));
const knowledge = loadKnowledgeBase();
const cases = Array.from({ length: option('prescriptions', 2000) }, () => {
  const made = prescription(random);
  const { issues, notChecked } = checkSafety(made.input, knowledge);
  return { ...made, interruptive: issues.filter(({ severity }) => severity !== 'minor'), issues, notChecked };
});

const lines = cases.reduce((sum, { input }) => sum + input.items.length, 0);
const all = cases.flatMap(({ interruptive, input, department }) =>
  interruptive.map((issue) => ({ issue, input, department })),
);

/** Rule ids continue with the medicines that they met; a class that is given twice is part of the rule. */
const ruleOf = (id: string) =>
  id
    .split(':')
    .slice(0, id.startsWith('duplicate:') ? 3 : 2)
    .join(' ');
const byRule = Map.groupBy(all, ({ issue }) => `${ruleOf(issue.id)} ${issue.severity}`);
const table: Record<string, unknown>[] = [...byRule]
  .toSorted(([, one], [, other]) => other.length - one.length)
  .slice(0, option('rows', 20))
  .map(([rule, found]) => ({
    rule,
    alerts: found.length,
    'per 100 lines': ((100 * found.length) / lines).toFixed(2),
    example: found[0]?.issue.title.en.slice(0, 70),
  }));

for (const [reason, found] of Map.groupBy(
  cases.flatMap(({ notChecked }) => notChecked),
  ({ check, reason }) => `${check}: ${reason.en.replaceAll(/\d+/g, '…')}`,
))
  if (found.length >= 20) process.stdout.write(`not checked ${found.length} times, ${reason}\n`);

const renewalRandom = seeded(option('seed', 20) + 1);
const renewals = Array.from({ length: option('renewals', 1000) }, () => renewal(renewalRandom)).map((made) => {
  const interruptive = (input: typeof made.input) =>
    checkSafety(input, knowledge).issues.filter(({ severity }) => severity !== 'minor');
  return { made, before: interruptive(withoutSupply(made)), after: interruptive(made.input) };
});
const renewedLines = renewals.flatMap(({ made }) => made.lines);
const renewalRules = (of: 'before' | 'after') =>
  Map.groupBy(
    renewals.flatMap((one) => one[of]),
    ({ id, severity }) => `${renewalRuleOf(id)} ${severity}`,
  );

/** Duplicates of a substance count together: which one it is says nothing. */
function renewalRuleOf(id: string): string {
  return id.startsWith('duplicate:ingredient:') ? 'duplicate ingredient' : ruleOf(id);
}

const [rulesBefore, rulesAfter] = [renewalRules('before'), renewalRules('after')];
console.table(
  [...rulesBefore]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .slice(0, option('rows', 20))
    .map(([rule, found]) => ({
      'rule at renewals': rule,
      before: found.length,
      after: rulesAfter.get(rule)?.length ?? 0,
    })),
);
/** Lines that alert as a duplicate of their own substance, by what was unusual of them. */
const isAlerted = (issues: (typeof renewals)[number]['after'], line: string) =>
  issues.some(({ id, itemIds }) => id.startsWith('duplicate:ingredient:') && itemIds.includes(line));
console.table(
  [...Map.groupBy(renewedLines, ({ turn }) => turn)].map(([turn, of]) => {
    const alerted = (which: 'before' | 'after') =>
      renewals.reduce(
        (sum, one) =>
          sum + one.made.lines.filter((line) => line.turn === turn && isAlerted(one[which], line.item.id)).length,
        0,
      );
    return { line: turn, lines: of.length, 'alerted before': alerted('before'), 'alerted after': alerted('after') };
  }),
);
const perRenewed = (of: 'before' | 'after') =>
  (100 * renewals.reduce((sum, one) => sum + one[of].length, 0)) / renewedLines.length;

const severities = ['contraindicated', 'serious', 'moderate'] as const;
const rate = (count: number, of: number) => count / of;
report('alert-burden', 1, table, [
  { name: 'interruptive alerts', value: rate(100 * all.length, lines), unit: 'per 100 lines', goal: '<= 10' },
  ...severities.map((severity) => ({
    name: severity,
    value: rate(100 * all.filter(({ issue }) => issue.severity === severity).length, lines),
    unit: 'per 100 lines',
    goal: null,
  })),
  {
    name: 'prescriptions with an interruptive alert',
    value: rate(cases.filter(({ interruptive }) => interruptive.length > 0).length, cases.length),
    unit: 'share',
    goal: null,
  },
  {
    name: 'prescriptions with any alert',
    value: rate(cases.filter(({ issues }) => issues.length > 0).length, cases.length),
    unit: 'share',
    goal: null,
  },
  {
    name: 'prescriptions with a check that could not run',
    value: rate(cases.filter(({ notChecked }) => notChecked.length > 0).length, cases.length),
    unit: 'share',
    goal: null,
  },
  { name: 'lines', value: lines, unit: 'lines', goal: null },
  { name: 'renewals, without supply', value: perRenewed('before'), unit: 'per 100 lines', goal: null },
  { name: 'renewals', value: perRenewed('after'), unit: 'per 100 lines', goal: null },
  { name: 'renewed lines', value: renewedLines.length, unit: 'lines', goal: null },
]);
