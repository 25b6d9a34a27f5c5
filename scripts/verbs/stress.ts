import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { ensureTestPrograms } from '../browser.ts';
import type { Duration } from '../durations.ts';
import { results } from '../paths.ts';
import { runPlaywright, runVitest } from '../runners.ts';
import { stressTable } from '../stress-table.ts';
import { ensureWebBuild } from '../web-build.ts';
import { ensureWorker } from '../worker.ts';

const usage = 'usage: npm run stress -- PATTERN … [--times=10]';

/**
 * `npm run stress -- PATTERN … [--times=10]`: repeats the matching tests under full CPU load, and prints how often each passed and failed, and its
 * slowest run. The exit code is 0 only when every run passed.
 */
export async function stress(rest: readonly string[]): Promise<number> {
  const patterns = rest.filter((argument) => !argument.startsWith('-'));
  const options = rest.filter((argument) => argument.startsWith('-'));
  const [, given = '10'] = options.map((option) => /^--times=(\d+)$/.exec(option)).find(Boolean) ?? [];
  const times = Number(given);
  if (patterns.length === 0 || times < 1 || options.some((option) => !/^--times=\d+$/.test(option)))
    throw new Error(usage);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  await ensureWebBuild({ forTests: true });
  await ensureWorker();
  ensureTestPrograms();

  const runs: Duration[] = [];
  let crashed = false;
  const add = ({ durations, counts }: Awaited<ReturnType<typeof runVitest>>) => {
    runs.push(...durations);
    crashed ||= counts.failed > durations.filter(({ outcome }) => outcome === 'failed').length;
  };
  const release = keepCoresBusy();
  try {
    for (let time = 0; time < times; time++) {
      const before = runs.length;
      add(await runVitest(patterns));
      if (runs.length === before) break;
    }
    add(await runPlaywright(patterns, [`--repeat-each=${times}`]));
  } finally {
    release();
  }
  process.stdout.write(`\n${stressTable(runs)}\n`);
  return runs.length > 0 && !crashed && runs.every(({ outcome }) => outcome !== 'failed') ? 0 : 1;
}

/** Runs a busy loop for each core, until the returned function is called or this process ends. */
function keepCoresBusy(): () => void {
  const loop =
    'process.once("disconnect", () => process.exit()); setInterval(() => { const end = Date.now() + 50; while (Date.now() < end); }, 0)';
  const children = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['-e', loop], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
  );
  return () => {
    for (const child of children) child.kill();
  };
}
