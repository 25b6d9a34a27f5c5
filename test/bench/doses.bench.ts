import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Timing } from '../../shared/src/prescribing/dose/timing.ts';
import { doseCheck } from '../../server/src/api/prescribing/safety/checks/dose-check.ts';
import { loadKnowledgeBase } from '../../server/src/api/prescribing/safety/knowledge/knowledge-base.ts';
import { checkSafety } from '../../server/src/api/prescribing/safety/testing/check-safety.ts';
import { draftItem, safetyCase } from '../../server/src/api/prescribing/safety/testing/safety-case.ts';
import { readCsv } from '../../server/src/platform/csv/read-csv.ts';
import { halves, shareText } from './corpus.ts';
import { judgePrescriptions, type Judged } from './doses/independent.ts';
import { report, type Figure } from './report.ts';

/*
 * Measures the real dose check on excessive doses, frequencies and durations (recall) and on label doses (false rate). The authors of the tables
 * wrote the cases by class before the run; they show that the tables serve their purpose, not what others would test.
 */

const caseSchema = z.strictObject({
  class: z.string(),
  expect: z.enum(['caught', 'benign']),
  product: z.string(),
  dose: z.string().regex(/^\d+(\.\d+)? \S+$/),
  timing: z.string().regex(/^\d+\/\d+(d|wk)$/),
  days: z.coerce.number(),
  years: z.coerce.number(),
  kg: z.string(),
});
type Case = z.output<typeof caseSchema>;

const cases = readCsv(fileURLToPath(new URL('doses/cases.csv', import.meta.url)), caseSchema).map(({ row }) => row);

/** Returns the ids of the findings of the dose check from moderate severity on. */
function alertsOn({ product, dose, timing, days, years, kg }: Case): string[] {
  const [value = '', unit = ''] = dose.split(' ');
  const [, frequency, period, periodUnit] = /^(\d+)\/(\d+)(d|wk)$/.exec(timing) ?? [];
  const how: Timing = {
    frequency: Number(frequency),
    period: Number(period),
    periodUnit: periodUnit as Timing['periodUnit'],
    when: null,
  };
  const input = safetyCase({ items: [draftItem(product, { dose: { value, unit }, timing: how, durationDays: days })] });
  const patient = { ...input.patient, ageMonths: years * 12, weightKg: kg };
  const { issues } = checkSafety({ ...input, patient }, loadKnowledgeBase(), [doseCheck]);
  return issues.filter(({ severity }) => severity !== 'minor').map(({ id }) => id);
}

const judged = cases.map((one) => ({ one, alerts: alertsOn(one) }));
const wrong = judged.filter(({ one, alerts }) => (one.expect === 'caught') !== alerts.length > 0);
for (const { one, alerts } of wrong)
  process.stdout.write(
    `${one.expect === 'caught' ? 'missed' : 'false'}: ${one.class}, ${one.product} ${one.dose} ${one.timing}, ${one.days} days, ${one.years} years ${alerts.join(' ')}\n`,
  );

const share = (of: readonly (typeof judged)[number][]) =>
  of.length === 0 ? 0 : of.filter(({ alerts }) => alerts.length > 0).length / of.length;
const group = (name: string | null, expect: Case['expect']) =>
  judged.filter(({ one }) => one.expect === expect && (name === null || one.class === name));
const table: Record<string, unknown>[] = [...new Set(cases.map((one) => one.class))].map((name) => ({
  class: name,
  tooMuch: group(name, 'caught').length,
  recall: share(group(name, 'caught')).toFixed(2),
  label: group(name, 'benign').length,
  falseRate: share(group(name, 'benign')).toFixed(2),
}));

/* The independent set, by an author who never saw the program. Misses of the dev half are shown, those of the test half counted. */
const independent = judgePrescriptions('independent');
const known = independent.filter(({ product }) => product !== undefined);
const isHarmful = ({ row }: Judged) => row.expected === 'block' || row.expected === 'warn';
const isStopped = ({ alerts }: Judged) => alerts.length > 0;

for (const one of known.filter(({ row }) => row.half === 'dev')) {
  const { row, product, alerts, notChecked } = one;
  const expectsAlert = isHarmful(one);
  if (row.expected === 'not-checked' || expectsAlert === isStopped(one)) continue;
  const what = `${row.id} ${row.drug} ${row.dose} ${row.unit} ${row.frequency} (${product?.id})`;
  const said = expectsAlert ? `${row.why} | ${notChecked.join('; ')}` : alerts.join(' ');
  process.stdout.write(`independent ${expectsAlert ? 'missed' : 'false'}: ${what}: ${said}\n`);
}
const missing = new Set(
  independent.flatMap(({ row, product }) =>
    product === undefined && row.expected !== 'not-checked' ? `${row.drug} ${row.drug_zh} (${row.form})` : [],
  ),
);
process.stdout.write(`not in the formulary: ${[...missing].toSorted().join('; ')}\n`);

const independentFigures = halves.flatMap((half): Figure[] => {
  const of = known.filter(({ row }) => row.half === half);
  const harmful = of.filter(isHarmful);
  const ordinary = of.filter(({ row }) => row.expected === 'none');
  const toBlock = harmful.filter(({ row }) => row.expected === 'block');
  const absent = independent.filter(({ row, product }) => row.half === half && product === undefined);
  const caught = harmful.filter(isStopped).length;
  const stopped = ordinary.filter(isStopped).length;
  table.push({
    class: `independent, ${half}`,
    tooMuch: harmful.length,
    recall: shareText(caught, harmful.length),
    label: ordinary.length,
    falseRate: shareText(stopped, ordinary.length),
  });
  const name = (what: string) => `independent ${half}, ${what}`;
  return [
    { name: name('recall'), value: caught / harmful.length, unit: 'share', goal: '>= 0.95' },
    { name: name('false rate'), value: stopped / ordinary.length, unit: 'share', goal: '<= 0.05' },
    {
      name: name('blocked of those to block'),
      value: toBlock.filter(({ blocked }) => blocked).length / toBlock.length,
      unit: 'share',
      goal: null,
    },
    { name: name('not in the formulary'), value: absent.length, unit: 'cases', goal: null },
  ];
});

/* The second set, by an author of the rules who wrote it before its first run. Its misses are all shown. */
const second = judgePrescriptions('second');
const doubtful = second.filter(({ row }) => row.expected === 'not-checked');
const secondRight = (one: Judged) =>
  one.product !== undefined &&
  (one.row.expected === 'not-checked' ? one.notChecked.length > 0 : isHarmful(one) === isStopped(one));
for (const one of second.filter((wrong) => !secondRight(wrong)))
  process.stdout.write(
    `second ${isHarmful(one) ? 'missed' : 'false'}: ${one.row.id} ${one.row.drug} ${one.row.dose} ${one.row.unit} ${one.row.frequency} (${one.product?.id}): ${one.row.why} ${one.alerts.join(' ')}\n`,
  );
const secondHarmful = second.filter(isHarmful);
const secondOrdinary = second.filter(({ row }) => row.expected === 'none');
const secondFigures: Figure[] = [
  ['caught', secondHarmful.filter(isStopped).length / secondHarmful.length, '>= 0.95'] as const,
  ['falsely stopped', secondOrdinary.filter(isStopped).length / secondOrdinary.length, '<= 0.05'] as const,
  ['said as not checked', doubtful.filter(secondRight).length / doubtful.length, '>= 1'] as const,
].map(([name, value, goal]) => ({ name: `second set, ${name}`, value, unit: 'share', goal }));
table.push({
  class: 'second set',
  tooMuch: secondHarmful.length,
  recall: shareText(secondHarmful.filter(isStopped).length, secondHarmful.length),
  label: secondOrdinary.length,
  falseRate: shareText(secondOrdinary.filter(isStopped).length, secondOrdinary.length),
});

report('doses', 1, table, [
  { name: 'recall', value: share(group(null, 'caught')), unit: 'share', goal: '>= 0.95' },
  { name: 'false rate', value: share(group(null, 'benign')), unit: 'share', goal: '<= 0.05' },
  { name: 'cases', value: cases.length, unit: 'cases', goal: '>= 150' },
  ...independentFigures,
  ...secondFigures,
]);
