import { readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { BackupError } from '../platform/backup/backup-error.ts';
import { identitiesIn } from '../platform/backup/envelope.ts';
import { noteBackupState } from '../platform/backup/state.ts';
import { readConfig } from '../platform/config/config.ts';
import { backupSettings } from '../platform/config/settings.ts';
import { createLogger } from '../platform/logging/logger.ts';
import { endOnFailure } from '../platform/process/start-failure.ts';
import { restoreDrill } from './drill.ts';
import { backupPlace } from './make-backup.ts';

/** Runs one restore drill. The backup program starts it after each nightly backup. */
endOnFailure(createLogger({ name: 'restore-drill', level: 'info' }));
const settings = readConfig(backupSettings, process.env);
const log = createLogger({ name: 'restore-drill', level: settings.LOG_LEVEL });
const folder = resolve(settings.DATA_DIR);
const keyFile = settings.BACKUP_KEY_FILE;
if (!keyFile)
  throw new BackupError('settings', 'BACKUP_KEY_FILE: expected the file with the secret key of the backups.');
const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, () => cancelled.abort());
// Remove the folders of killed drills.
for (const name of await readdir(folder))
  if (name.startsWith('backup-drill-')) await rm(join(folder, name), { recursive: true, force: true });
try {
  const place = backupPlace(settings, identitiesIn(await readFile(keyFile, 'utf8')));
  const { seconds, backup } = await restoreDrill({ place, folder, log, signal: cancelled.signal });
  log.info({ backup, seconds: Math.round(seconds) }, 'backup restored and verified');
  await noteBackupState(folder, { drillAt: new Date(), drillSeconds: seconds, drillTrouble: null });
} catch (error) {
  await noteBackupState(folder, { drillTrouble: (error as Error).message });
  throw error;
}
process.disconnect?.();
