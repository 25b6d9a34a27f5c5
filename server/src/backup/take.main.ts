import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { listBackups, type BackupRecord } from '../platform/backup/record.ts';
import { backupUrl } from '../platform/backup/role.ts';
import { readConfig } from '../platform/config/config.ts';
import { backupSettings } from '../platform/config/settings.ts';
import { embeddedDatabase } from '../platform/db/embedded-url.ts';
import { createLogger } from '../platform/logging/logger.ts';
import { endOnFailure, StartError } from '../platform/process/start-failure.ts';
import { backupPlace, makeBackup, placeOfNewBackups } from './make-backup.ts';
import { progressLine } from '../platform/process/progress-line.ts';

/**
 * `npm run backup`: takes a backup now. `--new-target`: accepts one more disk at the folder. `--list`: lists backups. `--new-key=FILE`: generates a key
 * pair.
 */
endOnFailure(createLogger({ name: 'backup', level: 'info' }));
const say = (text: string) => void process.stdout.write(`${text}\n`);
const { values } = parseArgs({
  options: { list: { type: 'boolean' }, 'new-key': { type: 'string' }, 'new-target': { type: 'boolean' } },
});
const settings = readConfig(backupSettings, process.env);

if (values['new-key']) await makeKey(values['new-key']);
else if (values.list) await list();
else await make();

async function makeKey(file: string): Promise<void> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  await writeFile(file, `# public key: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx' }).catch(
    (cause: unknown) => {
      throw new StartError(`${file} cannot be created (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}).`, {
        cause,
      });
    },
  );
  say(
    `The secret key is in ${file}. Without it no backup can be restored: keep two copies, neither beside the backups.`,
  );
  say(`BACKUP_RECIPIENTS=${recipient}`);
}

async function list(): Promise<void> {
  const { records, damaged } = await listBackups(backupPlace(settings).store);
  for (const record of records) say(lineOf(record));
  for (const key of damaged) say(`${key}: DAMAGED`);
  if (records.length === 0) say('There is no whole backup.');
}

async function make(): Promise<void> {
  const place = placeOfNewBackups(settings);
  if (values['new-target']) await place.marks?.accept();
  if (await place.marks?.isOnDiskOfData())
    say(`${place.store.name} is on the disk of ${settings.DATA_DIR}: a lost disk takes the backups along.`);
  const { url, backupPassword } = await embeddedDatabase(settings.DATA_DIR);
  const cancelled = new AbortController();
  process.once('SIGINT', () => cancelled.abort());
  process.once('SIGTERM', () => cancelled.abort());
  const line = progressLine();
  const record = await makeBackup({
    url: backupUrl(url, backupPassword),
    settings,
    place,
    progress: (done, total) => line.show('backing up', done, total),
    signal: cancelled.signal,
  }).finally(() => line.end());
  say(lineOf(record));
}

function lineOf({ id, finishedAt, bytes, parts }: BackupRecord): string {
  const stored = parts.reduce((sum, part) => sum + part.bytes, 0);
  const megabytes = (size: number) => `${(size / 1024 / 1024).toFixed(0)} MB`;
  return `${id}  finished ${finishedAt}  ${megabytes(bytes)}, stored as ${megabytes(stored)}`;
}
