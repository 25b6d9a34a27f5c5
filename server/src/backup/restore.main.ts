import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BackupError } from '../platform/backup/backup-error.ts';
import { identitiesIn } from '../platform/backup/envelope.ts';
import { restoreBackup } from '../platform/backup/restore.ts';
import { readConfig } from '../platform/config/config.ts';
import { backupSettings } from '../platform/config/settings.ts';
import { createLogger } from '../platform/logging/logger.ts';
import { endOnFailure } from '../platform/process/start-failure.ts';
import { restoredText } from './beside-text.ts';
import { backupPlace } from './make-backup.ts';
import { progressLine } from '../platform/process/progress-line.ts';

/** `npm run restore -- --to=FOLDER --key=FILE --secrets=FILE [--to-time=…] [--backup=ID] [--without-log]` */
endOnFailure(createLogger({ name: 'restore', level: 'info' }));
const { values } = parseArgs({
  options: {
    to: { type: 'string' },
    key: { type: 'string' },
    secrets: { type: 'string' },
    'to-time': { type: 'string' },
    backup: { type: 'string' },
    'without-log': { type: 'boolean' },
  },
});
const settings = readConfig(backupSettings, process.env);
const folder = values.to;
if (!folder) throw new BackupError('settings', '--to: expected a new folder, which becomes the DATA_DIR.');
const keyFile = values.key ?? settings.BACKUP_KEY_FILE;
if (!keyFile) throw new BackupError('settings', '--key: expected the file with the secret key of the backups.');
const key = await readFile(keyFile, 'utf8').catch((cause: unknown) => {
  throw new BackupError('settings', `--key: ${keyFile} cannot be read.`, { cause });
});
const time = values['to-time'] === undefined ? undefined : timeOf(values['to-time']);
const cancelled = new AbortController();
process.once('SIGINT', () => cancelled.abort());
process.once('SIGTERM', () => cancelled.abort());
const line = progressLine();
const record = await restoreBackup({
  ...backupPlace(settings, identitiesIn(key)),
  folder,
  secrets: values.secrets ?? join(settings.DATA_DIR, 'secrets.json'),
  time,
  id: values.backup,
  withoutLog: values['without-log'],
  log: createLogger({ name: 'restore', level: 'warn' }),
  progress: (step, done, total) => line.show(step, done, total),
  signal: cancelled.signal,
}).finally(() => line.end());
process.stdout.write(`Restored from backup ${record.id}${time ? ` to ${time.toISOString()}` : ''}.\n`);
process.stdout.write(restoredText(folder));

/** Requires a time zone: a local time would mean another moment on another machine. */
function timeOf(text: string): Date {
  const time = new Date(text);
  if (Number.isNaN(time.getTime()) || !/(Z|[+-]\d\d:?\d\d)$/.test(text))
    throw new BackupError('time', '--to-time: expected a time with its zone, such as 2026-11-29T14:03:00+08:00.');
  return time;
}
