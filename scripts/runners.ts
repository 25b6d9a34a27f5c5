import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vitestDurations, type Duration, type VitestDurations } from './durations.ts';
import { results, root } from './paths.ts';
import { packageCommand, run } from './processes.ts';
import { report } from './report.ts';
import {
  countPlaywright,
  countVitest,
  withExitCode,
  type PlaywrightReport,
  type TestCounts,
  type VitestReport,
} from './test-results.ts';

// Most processes import the same packages, so compiled code is cached.
const compileCache = { NODE_COMPILE_CACHE: join(tmpdir(), 'yunzhen-compile-cache') };

export interface SuiteResult {
  readonly counts: TestCounts;
  readonly durations: readonly Duration[];
}

/** Runs unit and integration tests, or those whose path contains one of the patterns. */
export async function runVitest(patterns: readonly string[]): Promise<SuiteResult> {
  const file = join(results, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const narrowed = patterns.length > 0 ? ['--passWithNoTests', ...patterns] : [];
  const how = ['run', '--config', 'test/vitest.config.ts'];
  const code = await run(packageCommand('vitest'), [...how, ...reporters, ...narrowed], { env: compileCache });
  const found = readReport<VitestReport & VitestDurations>(file);
  return {
    counts: judge('vitest', code, found && countVitest(found)),
    durations: found ? vitestDurations(found, root) : [],
  };
}

/** Runs the browser tests, or those whose path contains one of the patterns. `more` is passed to Playwright. */
export async function runPlaywright(patterns: readonly string[], more: readonly string[] = []): Promise<SuiteResult> {
  const file = join(results, 'playwright.json');
  const durations = join(results, 'playwright-durations.json');
  const narrowed = patterns.length > 0 ? ['--pass-with-no-tests', ...patterns] : [];
  const how = ['--config', 'test/playwright.config.ts', ...more];
  const reporters = ['--reporter=list,json,./test/e2e/support/durations-reporter.ts'];
  const env = { ...compileCache, PLAYWRIGHT_JSON_OUTPUT_FILE: file, YUNZHEN_DURATIONS_FILE: durations };
  const code = await run(packageCommand('playwright'), ['test', ...how, ...reporters, ...narrowed], { env });
  const found = readReport<PlaywrightReport>(file);
  return {
    counts: judge('playwright', code, found && countPlaywright(found)),
    durations: readReport<Duration[]>(durations) ?? [],
  };
}

function readReport<Report>(file: string): Report | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null;
}

/** Without a report the runner crashed, which counts as one failure. */
function judge(runner: string, code: number, counts: TestCounts | null): TestCounts {
  if (!counts) {
    report(`${runner} ended with code ${code} and left no report`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  if (code !== 0 && counts.failed === 0) report(`${runner} ended with code ${code} though no test failed`);
  return withExitCode(counts, code);
}
