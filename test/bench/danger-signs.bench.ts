import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { findRedFlags } from '../../server/src/api/visits/danger-signs/red-flags.ts';
import { quantile, report, type Figure } from './report.ts';

interface Row {
  readonly text: string;
  readonly isDanger: boolean;
  readonly topic: string;
  readonly isStopped: boolean;
}

/** Corpora by number: `en` and `zh`, `en2` and `zh2`, and so on; 1 to 3, 8 and 14 have both halves, 6, 10 and 11 a test half, the others a development half. */
const sets = ['', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14'].flatMap((corpus) =>
  ['en', 'zh'].flatMap((language) => ['dev', 'test'].map((half) => ({ language: `${language}${corpus}`, half }))),
);
const figures: Figure[] = [];
const table: Record<string, unknown>[] = [];

for (const { language, half } of sets) {
  const file = new URL(`danger-signs/corpus/${language}.${half}.tsv`, import.meta.url);
  if (!existsSync(file)) continue;
  const rows = rowsOf(readFileSync(file, 'utf8'));
  const dangers = rows.filter(({ isDanger }) => isDanger);
  const others = rows.filter(({ isDanger }) => !isDanger);
  const recall = share(dangers);
  const falseStops = share(others);
  table.push(line(`${language} ${half}`, rows));
  for (const [topic, of] of Object.entries(Object.groupBy(rows, (row) => row.topic)).toSorted())
    table.push(line(`  ${topic}`, of ?? []));
  figures.push({ name: `${language} ${half} recall`, value: recall, unit: 'share', goal: '>= 0.9' });
  figures.push({ name: `${language} ${half} false stops`, value: falseStops, unit: 'share', goal: '<= 0.05' });
  // The misses of the test half are counted, not shown.
  if (half === 'dev') {
    for (const { text, topic, isDanger } of rows.filter((row) => row.isDanger !== row.isStopped))
      console.info(`${isDanger ? 'missed' : 'stopped'} ${language} [${topic}] ${text} ${whyStopped(text)}`);
  }
}
figures.push(...speed());
report('danger-signs', 1, table, figures);

function rowsOf(file: string): Row[] {
  return file
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => {
      const [, text = '', expected = '', topic = ''] = row.split('\t');
      return {
        text,
        topic,
        isDanger: expected === 'stop',
        isStopped: findRedFlags(text, { ageYears: null }).length > 0,
      };
    });
}

/** Returns the signs that stop a text. */
function whyStopped(text: string): string {
  return findRedFlags(text, { ageYears: null }).join(', ');
}

function share(rows: readonly Row[]): number {
  return rows.filter(({ isStopped }) => isStopped).length / Math.max(1, rows.length);
}

function line(name: string, rows: readonly Row[]): Record<string, unknown> {
  const dangers = rows.filter(({ isDanger }) => isDanger);
  const others = rows.filter(({ isDanger }) => !isDanger);
  const of = (some: readonly Row[]) =>
    some.length === 0 ? '' : `${some.filter(({ isStopped }) => isStopped).length}/${some.length}`;
  return { texts: name, 'dangers stopped': of(dangers), 'others stopped': of(others) };
}

/** Measures a check of 2,000 characters, the longest complaint. */
function speed(): Figure[] {
  return ['en', 'zh'].flatMap((language) => {
    const file = new URL(`danger-signs/corpus/${language}.dev.tsv`, import.meta.url);
    const texts = rowsOf(readFileSync(file, 'utf8')).map(({ text }) => text);
    const longest = texts.join('. ').slice(0, 2000);
    const times = Array.from({ length: 60 }, () => {
      const begun = performance.now();
      findRedFlags(longest, { ageYears: null });
      return performance.now() - begun;
    });
    return [
      { name: `2,000 characters, ${language}`, value: quantile(times.slice(10), 0.5), unit: 'ms', goal: '<= 10' },
    ];
  });
}
