import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureTestPrograms } from '../browser.ts';
import { packageCommand, run } from '../processes.ts';
import { report } from '../report.ts';
import {
  addCounts,
  countPlaywright,
  countVitest,
  summaryLine,
  withExitCode,
  type PlaywrightReport,
  type TestCounts,
  type VitestReport,
} from '../test-results.ts';
import { ensureWebBuild } from '../web-build.ts';
import { ensureWorker } from '../worker.ts';

/**
 * `npm test [-- PATTERN …]`: every test, or those whose file path has one of the patterns in it. The last line that is printed is the
 * sum over all suites; the exit code is 0 only when tests ran and none failed.
 */
export async function test(patterns: readonly string[]): Promise<number> {
  const option = patterns.find((pattern) => pattern.startsWith('-'));
  if (option) throw new Error(`"npm test" takes parts of file names, not options such as ${option}`);
  await ensureWebBuild();
  await ensureWorker();
  ensureTestPrograms();
  const reports = mkdtempSync(join(tmpdir(), 'yunzhen-test-'));
  try {
    const sum = addCounts([
      await runVitest(join(reports, 'vitest.json'), patterns),
      await runPlaywright(join(reports, 'pages.json'), patterns, ['--project=pages', '--workers=2']),
      await runPlaywright(join(reports, 'calls.json'), patterns, ['--project=calls', '--workers=1']),
    ]);
    const ran = sum.passed + sum.failed > 0;
    if (!ran) report(`no test ran${patterns.length > 0 ? `: none matches ${patterns.join(' or ')}` : ''}`);
    process.stdout.write(`\n${summaryLine(sum)}\n`);
    return ran && sum.failed === 0 ? 0 : 1;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

async function runVitest(file: string, patterns: readonly string[]): Promise<TestCounts> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const narrowed = patterns.length > 0 ? ['--passWithNoTests', ...patterns] : [];
  const how = ['run', '--config', 'test/vitest.config.ts'];
  // Every file has a process of its own, and most import the same packages: compiled once, they are read from here.
  const env = { NODE_COMPILE_CACHE: join(tmpdir(), 'yunzhen-compile-cache') };
  const code = await run(packageCommand('vitest'), [...how, ...reporters, ...narrowed], { env });
  return readCounts<VitestReport>('vitest', file, code, countVitest);
}

async function runPlaywright(
  file: string,
  patterns: readonly string[],
  project: readonly string[],
): Promise<TestCounts> {
  const narrowed = patterns.length > 0 ? ['--pass-with-no-tests', ...patterns] : [];
  const how = ['--config', 'test/playwright.config.ts', '--reporter=list,json'];
  const commandArguments = ['test', ...how, ...project, ...narrowed];
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const code = await run(packageCommand('playwright'), commandArguments, { env });
  return readCounts<PlaywrightReport>('playwright', file, code, countPlaywright);
}

/** Without a report the runner crashed, which is one failure. */
function readCounts<Report>(
  runner: string,
  file: string,
  code: number,
  count: (result: Report) => TestCounts,
): TestCounts {
  if (!existsSync(file)) {
    report(`${runner} ended with code ${code} and left no report`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const counts = count(JSON.parse(readFileSync(file, 'utf8')) as Report);
  if (code !== 0 && counts.failed === 0) report(`${runner} ended with code ${code} though no test failed`);
  return withExitCode(counts, code);
}
