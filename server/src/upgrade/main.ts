import { readConfig } from '../platform/config/config.ts';
import { upgradeSettings } from '../platform/config/settings.ts';
import { createLogger } from '../platform/logging/logger.ts';
import { neededUpgrade } from '../platform/postgres-upgrade/data-folder.ts';
import { upgradeDatabase } from '../platform/postgres-upgrade/upgrade-database.ts';
import { progressLine } from '../platform/process/progress-line.ts';
import { machineSecrets } from '../platform/process/secrets.ts';
import { endOnFailure } from '../platform/process/start-failure.ts';

/** The step that brings the files of an embedded database to this release’s major version of PostgreSQL. The supervisor owns the folder. */
endOnFailure(createLogger({ name: 'upgrade', level: 'info' }));
const settings = readConfig(upgradeSettings, process.env);
const log = createLogger({ name: 'upgrade', level: settings.LOG_LEVEL });
const stopped = new AbortController();
for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(event, () => stopped.abort());

const folder = settings.DATA_DIR;
const needed = await neededUpgrade(folder);
if (needed) {
  const begun = performance.now();
  const secrets = await machineSecrets(folder);
  const line = progressLine();
  const kept = await upgradeDatabase({
    folder,
    needed,
    passwords: { admin: secrets.DATABASE_ADMIN_PASSWORD, app: secrets.DATABASE_APP_PASSWORD },
    database: 'yunzhen',
    programs: settings.OLD_POSTGRES_BIN,
    progress: (step, done = 0, total = 1) =>
      line.show(`upgrading the database to PostgreSQL ${needed.to}, ${step}`, done, total),
    log,
    signal: stopped.signal,
  }).finally(() => line.end());
  log.info({ ...needed, kept, seconds: Math.round((performance.now() - begun) / 1000) }, 'database upgraded');
}
process.exit(0);
