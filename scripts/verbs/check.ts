import { availableParallelism } from 'node:os';
import { capture, packageCommand } from '../processes.ts';
import { report } from '../report.ts';

/** What is looked at, the slowest first, so that the cores are busy to the end. */
const CHECKS: readonly (readonly [name: string, command: string, ...commandArguments: string[]])[] = [
  ['types of web', 'vue-tsc', '-p', 'web', '--noEmit'],
  ['lint', 'eslint', '.', '--max-warnings', '0'],
  ['unit tests', 'vitest', 'run', '--config', 'test/vitest.config.ts', '--project', 'unit'],
  ['types of server', 'tsc', '-p', 'server'],
  ['types of test', 'tsc', '-p', 'test'],
  ['types of shared', 'tsc', '-p', 'shared'],
  ['types of scripts', 'tsc', '-p', 'scripts'],
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['unused code', 'knip'],
  ['imports', 'depcruise', '--config', '.dependency-cruiser.cjs', 'shared', 'server', 'web', 'migrations', 'test'],
];

/** `npm run check`: types, lint, format, unused code, imports and unit tests, as many at a time as there are cores. */
export async function check(): Promise<number> {
  const waiting = [...CHECKS];
  const failures: string[] = [];
  const started = performance.now();
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, command, ...commandArguments] = next;
      const begin = performance.now();
      const { code, output } = await capture(packageCommand(command), commandArguments);
      process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} (${seconds(begin)})\n`);
      if (code === 0) continue;
      failures.push(name);
      process.stdout.write(`${output.trimEnd()}\n\n`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  const verdict = failures.length === 0 ? 'all is well' : `to be mended: ${failures.join(', ')}`;
  report(`${CHECKS.length} checks in ${seconds(started)}: ${verdict}`);
  return failures.length === 0 ? 0 : 1;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
