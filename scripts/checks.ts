import { availableParallelism } from 'node:os';
import { isAbsolute } from 'node:path';
import { capture, packageCommand } from './processes.ts';

/** One command that must succeed: its name in reports, the program of a package or its path, and the arguments. */
export type Check = readonly [name: string, command: string, ...commandArguments: string[]];

export interface CheckResult {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
}

/** Unchanged files are not read again: each rule looks at one file alone. */
const eslintCache = ['--cache', '--cache-strategy', 'content', '--cache-location', 'node_modules/.cache/eslint/'];

/** Checks that do not run the code. The slowest come first, so that every core is busy to the end. */
export const STATIC_CHECKS: readonly Check[] = [
  ['types and texts of web', process.execPath, 'test/architecture/web-types.ts'],
  ['types and lint', 'oxlint', '--type-aware', '--type-check', 'server', 'test', 'scripts', 'migrations', 'shared'],
  ['lint of templates', 'eslint', 'web/src/**/*.vue', '--max-warnings', '0', ...eslintCache],
  ['imports', 'depcruise', '--config', '.dependency-cruiser.cjs', 'shared', 'server', 'web', 'migrations', 'test'],
  ['unused code', 'knip'],
  ['code that only tests use', 'knip', '--production', '--include', 'files,exports,types'],
  ['format', 'oxfmt', '--check', '.'],
  ['lint of web', 'oxlint', 'web', 'docker', 'eslint.config.js', '.area-edges.cjs', '.dependency-cruiser.cjs'],
];

/** Runs as many checks at a time as there are cores. Prints each result as it arrives, with the output of failed ones. */
export async function runChecks(checks: readonly Check[]): Promise<CheckResult[]> {
  const waiting = [...checks];
  const results: CheckResult[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, command, ...commandArguments] = next;
      const begin = performance.now();
      const program = isAbsolute(command) ? command : packageCommand(command);
      const { code, output } = await capture(program, commandArguments);
      const seconds = (performance.now() - begin) / 1000;
      const passed = code === 0;
      results.push({ name, passed, seconds, output });
      process.stdout.write(`${passed ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)\n`);
      if (!passed) process.stdout.write(`${output.trimEnd()}\n\n`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}
