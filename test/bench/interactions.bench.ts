import { halves, shareText } from './corpus.ts';
import { judgePairs, judgePatients, type Judged } from './interactions/judge.ts';
import { report, type Figure } from './report.ts';

/*
 * Measures the safety checks on medicines that must alert together or in a patient (recall, at least as grave as expected) and on those that are
 * commonly and safely combined (serious alerts that are false). The cases were written before their author saw a rule (`interactions/README.md`).
 */

const pairs = judgePairs('pairs');
const together = judgePairs('together');
const patients = judgePatients();
const isQuiet = ({ row }: Judged) => row.expected === 'quiet';
const harmless = patients.filter(isQuiet);
const harmful = patients.filter((one) => !isQuiet(one));

for (const one of [...pairs, ...harmful, ...together, ...harmless].filter(
  ({ row, right }) => !right && row.half === 'dev',
)) {
  const what = isQuiet(one) ? 'false' : one.raised ? 'too mild' : 'missed';
  const { row, level, said } = one;
  const found = isQuiet(one) ? said.join('; ') : `${level} instead of ${row.expected}: ${row.why}`;
  process.stdout.write(`${what}: ${row.id} ${row.class}, ${[row.medicines, row.patient].join(' ').trim()}: ${found}\n`);
}

const rowsOf = (set: string, cases: readonly Judged[]): Record<string, unknown>[] =>
  [...Map.groupBy(cases, ({ row }) => row.class)].map(([name, all]) => ({
    set,
    class: name,
    cases: all.length,
    ...(isQuiet(all[0] as Judged)
      ? { 'falsely serious': shareText(all.filter(({ right }) => !right).length, all.length) }
      : {
          alerted: shareText(all.filter(({ raised }) => raised).length, all.length),
          'as grave as expected': shareText(all.filter(({ right }) => right).length, all.length),
        }),
  }));

const share = (cases: readonly Judged[], holds: (one: Judged) => boolean) => cases.filter(holds).length / cases.length;
const figures = halves.flatMap((half): Figure[] => {
  const of = (cases: readonly Judged[]) => cases.filter(({ row }) => row.half === half);
  const named = (what: string, value: number, goal: string): Figure => ({
    name: `${half}, ${what}`,
    value,
    unit: 'share',
    goal,
  });
  return [
    named(
      'medicines together, alerted',
      share(of(pairs), ({ raised }) => raised),
      '>= 0.97',
    ),
    named(
      'medicines together, as grave as expected',
      share(of(pairs), ({ right }) => right),
      '>= 0.95',
    ),
    named(
      'patients, alerted',
      share(of(harmful), ({ raised }) => raised),
      '>= 0.97',
    ),
    named(
      'patients, as grave as expected',
      share(of(harmful), ({ right }) => right),
      '>= 0.95',
    ),
    named(
      'common combinations, falsely serious',
      share(of(together), ({ right }) => !right),
      '<= 0.02',
    ),
    named(
      'harmless in the patient, falsely serious',
      share(of(harmless), ({ right }) => !right),
      '<= 0.02',
    ),
  ];
});

report(
  'interactions',
  1,
  [
    ...rowsOf('together', pairs),
    ...rowsOf('patient', harmful),
    ...rowsOf('common', together),
    ...rowsOf('harmless', harmless),
  ],
  [
    ...figures,
    { name: 'cases', value: pairs.length + patients.length + together.length, unit: 'cases', goal: '>= 470' },
  ],
);
