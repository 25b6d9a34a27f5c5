import { loadKnowledgeBase } from '../../server/src/api/prescribing/safety/knowledge/knowledge-base.ts';
import { checkSafety } from '../../server/src/api/prescribing/safety/testing/check-safety.ts';
import { prescription, seeded } from './alert-burden/patients.ts';
import { option, report } from './report.ts';

/*
 * Counts what interrupts a doctor in 2,000 plausible outpatient prescriptions: alerts that need a reason (moderate, serious) or block
 * (contraindicated). The prescriptions are made without any table of the safety checks (`alert-burden/`).
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
]);
