import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';
import { page, table } from './markdown.ts';

const nightlyFile = 'server/src/platform/jobs/nightly-job.ts';

/** Lists every recurring job with its schedule; jobs that are only enqueued have none. */
export function jobsPage(): string {
  const rows = globSync('server/src/**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .sort()
    .flatMap((file) => scheduledIn(file, readFileSync(join(root, file), 'utf8')));
  return page(
    'Recurring jobs',
    'the definitions of jobs in `server/src`',
    'Schedules are cron expressions in UTC; nightly jobs run once in the night of each hospital. [Jobs](../mechanisms/jobs.md) describes the mechanism.',
    table(['Job', 'Schedule', 'File'], rows),
  );
}

/** @throws Error for a schedule whose job name cannot be found */
function scheduledIn(file: string, code: string): string[][] {
  const nightly = [...code.matchAll(/\bnightlyJob\(\{\s+name: '([\w-]+)'/g)];
  if (nightly.length > 0) return nightly.map(([, name = '']) => [`\`${name}\``, 'nightly', `\`${file}\``]);
  // Its own schedule is that of each nightly job.
  if (file === nightlyFile) return [];
  const jobs = [...code.matchAll(/^ +name(?:: ('[\w-]+'|`[^`]+`|\w+))?,$(?:(?!^ +name\b)[^])*?cron: '([^']+)'/gm)].map(
    ([, given = 'name', cron = '']) => {
      const constant = /^\w+$/.test(given) ? new RegExp(`const ${given} = '([\\w-]+)'`).exec(code)?.[1] : undefined;
      // A name with a placeholder is one job for each of its values.
      const name = constant ?? given.replaceAll(/['`]/g, '').replaceAll(/\$\{[^}]*\.#?(\w+)\}/g, '{$1}');
      return [`\`${name}\``, `\`${cron}\``, `\`${file}\``];
    },
  );
  if (jobs.length !== code.split("cron: '").length - 1) throw new Error(`${file}: a schedule has no job name`);
  return jobs;
}
