import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * `npm run drill -- docker-backup`: the scripts of the compose profile `backup` with Debian’s Postgres and pgBackRest: backup, restore drill, restore to the
 * moment before an accident, and a repository that cannot be written.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
for (const program of ['/usr/bin/pgbackrest', '/usr/lib/postgresql'])
  if (!existsSync(program)) throw new Error(`${program} is missing: apt-get install postgresql pgbackrest`);
const vitest = [`${root}node_modules/vitest/vitest.mjs`, 'run', '--config', 'test/vitest.config.ts'];
const { status } = spawnSync(
  process.execPath,
  [...vitest, '--project', 'integration', 'test/integration/platform/docker-backup.test.ts'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, YUNZHEN_DRILL: 'docker-backup' } },
);
process.exit(status ?? 1);
