import { stripVTControlCharacters } from 'node:util';

/** How long one test took, in seconds. The last four exist for browser tests only and are included in `seconds`. */
export interface Duration {
  readonly suite: string;
  /** Path from the root of the checkout. */
  readonly file: string;
  readonly test: string;
  readonly seconds: number;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Why a test failed: the first lines of its error, without colours. */
  readonly failure?: string;
  /** Fixtures and hooks, before and after the test itself. */
  readonly setUp?: number;
  readonly signIn?: number;
  /** Polling assertions, and waits for events. */
  readonly waiting?: number;
  readonly axe?: number;
}

/** The part of vitest's JSON report with the durations (milliseconds). */
export interface VitestDurations {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly duration?: number | null;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** Returns durations of a vitest run; its suites are `unit` and `integration`. `root` is the prefix removed from paths. */
export function vitestDurations({ testResults }: VitestDurations, root: string): Duration[] {
  return testResults.flatMap(({ name, assertionResults }) => {
    const file = name.startsWith(`${root}/`) ? name.slice(root.length + 1) : name;
    const suite = file.startsWith('test/integration/') ? 'integration' : 'unit';
    return assertionResults.map(({ fullName, status, duration, failureMessages = [] }) => ({
      suite,
      file,
      test: fullName.trim(),
      seconds: round((duration ?? 0) / 1000),
      outcome: status === 'passed' || status === 'failed' ? status : 'skipped',
      ...failureOf(failureMessages),
    }));
  });
}

/** Returns a table of the slowest tests. */
export function slowestTests(durations: readonly Duration[], count: number): string {
  const slowest = durations.toSorted((a, b) => b.seconds - a.seconds).slice(0, count);
  const rows = slowest.map(({ suite, file, test, seconds }) => {
    const place = file === '' ? suite : `${suite}  ${file}`;
    return `${seconds.toFixed(1).padStart(7)} s  ${place} › ${test}`;
  });
  return rows.join('\n');
}

/** Returns the failed tests, each with the first lines of its error, so that the end of a run’s output says what failed. */
export function failedTests(durations: readonly Duration[]): string {
  const failed = durations.filter(({ outcome }) => outcome === 'failed');
  const rows = failed.map(({ suite, file, test, failure = '' }) =>
    [`  ${[suite, file].filter(Boolean).join('  ')} › ${test}`, ...failure.split('\n').filter(Boolean)].join(
      '\n      ',
    ),
  );
  return rows.join('\n');
}

/** Returns the property `failure` of a test with errors, none of a test without. */
export function failureOf(messages: readonly string[]): { failure?: string } {
  const [first] = messages;
  if (!first) return {};
  const lines = stripVTControlCharacters(first)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return {
    failure: lines
      .slice(0, 12)
      .map((line) => line.slice(0, 200))
      .join('\n'),
  };
}

export interface SuiteTime {
  readonly suite: string;
  /** Wall-clock seconds. */
  readonly wall: number;
  /** Share of the machine's cores that was busy, 0 to 1. */
  readonly busy: number;
}

/** Returns a table of the suites: tests, the sum of their seconds, the wall-clock time, and how busy the cores were. */
export function suiteTable(durations: readonly Duration[], suites: readonly SuiteTime[]): string {
  const names = [...new Set([...suites.map(({ suite }) => suite), ...durations.map(({ suite }) => suite)])];
  const rows = names.map((name) => {
    const own = durations.filter(({ suite }) => suite === name);
    const sum = own.reduce((total, { seconds }) => total + seconds, 0);
    const run = suites.find(({ suite }) => suite === name);
    const wallText = run ? `${run.wall.toFixed(0)} s` : '';
    const busyText = run ? `${(100 * run.busy).toFixed(0)} %` : '';
    return `${name.padEnd(14)}${String(own.length).padStart(7)}${`${sum.toFixed(0)} s`.padStart(14)}${wallText.padStart(12)}${busyText.padStart(12)}`.trimEnd();
  });
  return [
    `${'suite'.padEnd(14)}${'tests'.padStart(7)}${'test seconds'.padStart(14)}${'wall'.padStart(12)}${'cores busy'.padStart(12)}`,
    ...rows,
  ].join('\n');
}

/** Rounds to hundredths, so that the file stays readable. */
export function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
