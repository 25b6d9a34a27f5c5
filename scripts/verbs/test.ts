import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { ensureTestPrograms } from '../browser.ts';
import { runChecks, STATIC_CHECKS } from '../checks.ts';
import { failedTests, failureOf, slowestTests, suiteTable, type SuiteTime } from '../durations.ts';
import { results } from '../paths.ts';
import { report } from '../report.ts';
import { runPlaywright, runVitest, type SuiteResult } from '../runners.ts';
import { addCounts, summaryLine } from '../test-results.ts';
import { ensureWebBuild } from '../web-build.ts';
import { ensureWorker } from '../worker.ts';

/**
 * `npm test [-- PATTERN …]`: static checks, then every test; with patterns only the tests whose file path contains one of them. Writes
 * test-results/durations.json. The last line is the sum over all suites; the exit code is 0 only when tests ran and none failed.
 */
export async function test(patterns: readonly string[]): Promise<number> {
  const option = patterns.find((pattern) => pattern.startsWith('-'));
  if (option) throw new Error(`"npm test" takes parts of file names, not options such as ${option}.`);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });

  const suites: (SuiteResult & SuiteTime)[] = [];
  const add = async (suite: string, work: () => Promise<SuiteResult>) => {
    const started = performance.now();
    const before = coreTimes();
    const result = await work();
    const after = coreTimes();
    const busy = (after.busy - before.busy) / Math.max(1, after.all - before.all);
    suites.push({ suite, wall: (performance.now() - started) / 1000, busy, ...result });
  };
  // Builds the pages during the checks, which do not always use every core.
  const built = ensureWebBuild({ forTests: true });
  built.catch(() => undefined);
  if (patterns.length === 0) await add('checks', staticChecks);
  await built;
  await ensureWorker();
  ensureTestPrograms();
  // Beside the start of Vitest, which leaves a core idle.
  const seed = patterns.length === 0 ? browserSeed() : null;
  await add('unit and integration', () => runVitest(patterns));
  const made = await seed;
  if (made) process.env['YUNZHEN_E2E_SEED'] = made.folder;
  await add('browser', () => runPlaywright(patterns));
  await made?.remove();

  const durations = suites.flatMap((suite) => suite.durations);
  writeFileSync(join(results, 'durations.json'), `${JSON.stringify(durations, null, 1)}\n`);
  const sum = addCounts(suites.map(({ counts }) => counts));
  const ran = sum.passed + sum.failed > 0;
  if (!ran) report(`no test ran${patterns.length > 0 ? `: none matches ${patterns.join(' or ')}` : ''}`);
  process.stdout.write(`\nSlowest tests\n${slowestTests(durations, 15)}\n\n${suiteTable(durations, suites)}\n`);
  const failed = failedTests(durations);
  if (failed) process.stdout.write(`\nFailed tests\n${failed}\n`);
  if (sum.failed > 0) report('failed browser tests left their trace, screenshot and server log in test-results/');
  process.stdout.write(`\n${summaryLine(sum)}\n`);
  return ran && sum.failed === 0 ? 0 : 1;
}

/** Makes what installations of browser tests are copied from. Null when that fails: then these tests try it themselves and report why. */
async function browserSeed(): Promise<{ folder: string; remove(): Promise<void> } | null> {
  try {
    // The packages that it needs may have been missing when this command started.
    const { makeSeed } = await import('../../test/e2e/support/seed.ts');
    return await makeSeed();
  } catch {
    return null;
  }
}

async function staticChecks(): Promise<SuiteResult> {
  const checked = await runChecks(STATIC_CHECKS);
  const passed = checked.filter((check) => check.passed).length;
  return {
    counts: { passed, failed: checked.length - passed, skipped: 0 },
    durations: checked.map((check) => ({
      suite: 'checks',
      file: '',
      test: check.name,
      seconds: check.seconds,
      outcome: check.passed ? 'passed' : 'failed',
      ...(check.passed ? {} : failureOf([check.output])),
    })),
  };
}

/** Returns the milliseconds that the machine's cores have run since its start: busy, and in total. */
function coreTimes(): { busy: number; all: number } {
  const times = cpus().map((core) => core.times);
  const sum = (part: (time: (typeof times)[number]) => number) => times.reduce((total, time) => total + part(time), 0);
  const idle = sum((time) => time.idle);
  const all = sum(({ user, nice, sys, irq }) => user + nice + sys + irq) + idle;
  return { busy: all - idle, all };
}
