import { shareText } from './corpus.ts';
import { judgeCases, type Judged } from './medication-safety/judge.ts';
import { report } from './report.ts';

/*
 * Measures all checks together on drafts that must alert, for the stated reason and as gravely as expected, and on ordinary ones that must stay
 * quiet. The cases were written before their author saw a rule (`medication-safety/README.md`).
 */

const judged = judgeCases();
const isQuiet = ({ row }: Judged) => row.expected === 'quiet';
const isHarmful = (one: Judged) => !isQuiet(one) && one.row.expected !== 'not-checked';

for (const one of judged.filter(({ right }) => !right)) {
  const { row, raised, said } = one;
  const what = isQuiet(one) ? 'false' : raised ? `too mild, ${row.expected} expected` : 'missed';
  const patient = [row.patient, row.allergies, row.medicines].filter((text) => text !== '').join(' | ');
  process.stdout.write(`${what}: ${row.id} ${row.prescribed} (${patient}): ${row.why}: ${said.join('; ')}\n`);
}

const right = (of: readonly Judged[]) => of.filter((one) => one.right).length;
const raised = (of: readonly Judged[]) => of.filter((one) => one.raised).length;
const table = [...Map.groupBy(judged, ({ row }) => row.class)].map(([name, all]) => {
  const harmful = all.filter(isHarmful);
  const quiet = all.filter(isQuiet);
  return {
    class: name,
    alerted: shareText(raised(harmful), harmful.length),
    'as grave as expected': shareText(right(harmful), harmful.length),
    'falsely stopped': shareText(raised(quiet), quiet.length),
  };
});
const harmful = judged.filter(isHarmful);
const quiet = judged.filter(isQuiet);
const unknown = judged.filter(({ row }) => row.expected === 'not-checked');

report('medication-safety', 1, table, [
  { name: 'alerted', value: raised(harmful) / harmful.length, unit: 'share', goal: '>= 0.95' },
  { name: 'as grave as expected', value: right(harmful) / harmful.length, unit: 'share', goal: '>= 0.95' },
  { name: 'falsely stopped', value: raised(quiet) / quiet.length, unit: 'share', goal: '<= 0.05' },
  { name: 'said as not checked', value: right(unknown) / unknown.length, unit: 'share', goal: '>= 1' },
  { name: 'cases', value: judged.length, unit: 'cases', goal: '>= 120' },
]);
