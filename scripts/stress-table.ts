import type { Duration } from './durations.ts';

/** Returns a row for each repeated test: passed and failed runs, and the slowest run. Tests with failures come first. */
export function stressTable(runs: readonly Duration[]): string {
  const byTest = new Map<string, Duration[]>();
  for (const run of runs) {
    const name = `${run.file} › ${run.test}`;
    byTest.set(name, [...(byTest.get(name) ?? []), run]);
  }
  const rows = [...byTest].map(([name, all]) => ({
    name,
    passed: all.filter(({ outcome }) => outcome === 'passed').length,
    failed: all.filter(({ outcome }) => outcome === 'failed').length,
    slowest: Math.max(...all.map(({ seconds }) => seconds)),
  }));
  rows.sort((a, b) => b.failed - a.failed || a.name.localeCompare(b.name));
  const lines = rows.map(({ name, passed, failed, slowest }) =>
    [String(passed).padStart(6), String(failed).padStart(6), `${slowest.toFixed(1)} s`.padStart(10), `  ${name}`].join(
      ' ',
    ),
  );
  const heading = ['passed', 'failed', 'slowest'.padStart(10), '  test'].join(' ');
  const failures = rows.filter(({ failed }) => failed > 0).length;
  return [heading, ...lines, '', `${rows.length} tests, ${failures} of them failed at least once`].join('\n');
}
