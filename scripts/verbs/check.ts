import { runChecks, STATIC_CHECKS } from '../checks.ts';
import { setUpCommitHook } from '../commit-hook.ts';
import { root } from '../paths.ts';
import { report } from '../report.ts';

/** `npm run check`: types, lint, format, unused code, imports and unit tests. It also sets up the check of commit subjects. */
export async function check(): Promise<number> {
  setUpCommitHook(root);
  const started = performance.now();
  const unit = ['unit tests', 'vitest', 'run', '--config', 'test/vitest.config.ts', '--project', 'unit*'] as const;
  const results = await runChecks([...STATIC_CHECKS, unit]);
  const failures = results.filter(({ passed }) => !passed).map(({ name }) => name);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  report(
    `${results.length} checks in ${seconds} s: ${failures.length === 0 ? 'all passed' : `failed: ${failures.join(', ')}`}`,
  );
  return failures.length === 0 ? 0 : 1;
}
