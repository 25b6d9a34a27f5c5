import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, chown, copyFile, mkdir, readdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { embeddedMajor } from '../db/embedded-major.ts';
import { databaseUser, startEmbeddedPostgres, type EmbeddedServer } from '../db/embedded-postgres.ts';
import { stopStale } from '../db/stale-postmaster.ts';
import type { Logger } from '../logging/logger.ts';
import { lockFolder } from '../process/folder-lock.ts';
import { machineSecrets } from '../process/secrets.ts';
import { BackupError } from './backup-error.ts';
import type { Envelope } from './envelope.ts';
import { checkFiles } from './file-check.ts';
import { chooseBackup, listBackups, type BackupRecord } from './record.ts';
import { planLog } from './restore-plan.ts';
import type { BackupStore } from './backup-store.ts';
import { unpack } from './unpack.ts';
import { listSegments, readSegment, type ArchivedSegment } from './wal-archive.ts';

export interface RestoreRequest {
  store: BackupStore;
  envelope: Envelope;
  /** Becomes the data folder; must be empty. */
  folder: string;
  /** The database’s `secrets.json`, which is not part of backups. */
  secrets: string;
  /** Target time: the last commit before it is the last one restored. Without it everything is restored. */
  time?: Date | undefined;
  /** The backup to start from, if not the newest possible. */
  id?: string | undefined;
  /** Restores the backup as of its end, without later log. */
  withoutLog?: boolean | undefined;
  log: Logger;
  /** Reports progress to the person who waits. */
  progress?: (step: string, done: number, total: number) => void;
  signal?: AbortSignal | undefined;
  /** The major version of this program’s Postgres; for tests. */
  postgresMajor?: number;
}

/** Extra disk space that recovery needs. */
const spareBytes = 128 * 1024 * 1024;

/**
 * Restores a backup into a new data folder. It works in a draft folder, which is renamed once the database has recovered and stopped; until then
 * nothing else changes, whatever fails. Throws `BackupError`.
 */
export async function restoreBackup(request: RestoreRequest): Promise<BackupRecord> {
  const folder = resolve(request.folder);
  const { records } = await listBackups(request.store);
  const record = chooseBackup(records, request);
  assertVersion(record, request.postgresMajor ?? (await embeddedMajor()));
  const segments = request.withoutLog || !record.chain ? [] : await listSegments(request.store, record.chain);
  const plan = request.withoutLog ? [] : planLog(record, segments, request.time);
  await claimFolder(folder);
  if (!existsSync(request.secrets))
    throw new BackupError('settings', `${request.secrets} is missing: name the secrets.json of this database.`);
  await assertSpace(folder, record.bytes + 2 * plan.length * record.segmentBytes + spareBytes);
  const draft = join(folder, `restore-${randomBytes(4).toString('hex')}`);
  try {
    await mkdir(draft, { mode: 0o711 });
    await copyFile(request.secrets, join(draft, 'secrets.json'));
    const secrets = await machineSecrets(draft);
    await unpack(request, record, join(draft, 'postgres'));
    request.progress?.('checking files', 0, 1);
    await checkFiles(join(draft, 'postgres'), request.signal);
    await fetchLog(request, record, plan, draft);
    await recover(request, draft, { admin: secrets.DATABASE_ADMIN_PASSWORD, app: secrets.DATABASE_APP_PASSWORD });
    await rename(join(draft, 'secrets.json'), join(folder, 'secrets.json'));
    await rename(join(draft, 'postgres'), join(folder, 'postgres'));
    return record;
  } catch (error) {
    if (request.signal?.aborted)
      throw new BackupError('cancelled', 'The restore was cancelled; nothing was changed.', { cause: error });
    throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function assertVersion({ postgresMajor }: BackupRecord, own: number): void {
  if (postgresMajor !== own)
    throw new BackupError(
      'version',
      `The backup is from Postgres ${postgresMajor}, but this release contains ${own}. Restore with a release that contains ${postgresMajor}, then upgrade.`,
    );
}

/** Rejects a folder that is in use or not empty: a restore never replaces data. */
async function claimFolder(folder: string): Promise<void> {
  await lockFolder(folder);
  const held = (await readdir(folder)).filter((name) => !name.startsWith('owner.lock') && !name.startsWith('restore-'));
  if (held.length > 0)
    throw new BackupError(
      'folder',
      `${folder} contains ${held.join(', ')}: restore into a new folder, because nothing is overwritten.`,
    );
  for (const name of await readdir(folder))
    if (name.startsWith('restore-')) await rm(join(folder, name), { recursive: true, force: true });
}

async function assertSpace(folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(existsSync(folder) ? folder : dirname(folder));
  const free = bavail * bsize;
  if (free < needed)
    throw new BackupError(
      'disk',
      `${folder}: the restore needs ${megabytes(needed)} MB, but only ${megabytes(free)} MB are free.`,
    );
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);

async function fetchLog(
  { store, envelope, progress, signal }: RestoreRequest,
  { segmentBytes }: BackupRecord,
  plan: readonly ArchivedSegment[],
  draft: string,
): Promise<void> {
  const user = await databaseUser();
  const folder = join(draft, 'log');
  await mkdir(folder, { mode: 0o755 });
  for (const [index, segment] of plan.entries()) {
    signal?.throwIfAborted();
    progress?.('fetching the log', index, plan.length);
    const file = join(folder, segment.name);
    await writeFile(file, await readSegment(store, envelope, segment, segmentBytes));
    if (user) await chown(file, user.uid, user.gid);
  }
}

type Passwords = { admin: string; app: string };

/** Lets the database replay the log, and stops it once it accepts writes: then the files are consistent. */
async function recover(request: RestoreRequest, draft: string, passwords: Passwords): Promise<void> {
  const { time, withoutLog, progress } = request;
  const databaseDir = join(draft, 'postgres');
  progress?.('recovering', 0, 1);
  const target = time
    ? [
        `recovery_target_time = '${time.toISOString().replace('T', ' ').replace('Z', '+00')}'`,
        `recovery_target_action = 'promote'`,
      ]
    : withoutLog
      ? [`recovery_target = 'immediate'`, `recovery_target_action = 'promote'`]
      : [];
  await beginRecovery(databaseDir, draft, target);
  try {
    await startAndStop(request, draft, passwords);
  } catch (error) {
    // The last commit is before the target time and the log extends beyond it: replay all of it.
    if (!time || !String((error as Error).message).includes('before configured recovery target was reached'))
      throw error;
    await beginRecovery(databaseDir, draft, []);
    await startAndStop(request, draft, passwords);
  }
  const configuration = join(databaseDir, 'postgresql.auto.conf');
  const written = await readFile(configuration, 'utf8');
  await writeFile(configuration, written.slice(0, Math.max(0, written.indexOf(recoveryMark))));
}

const recoveryMark = '# for this restore\n';

async function beginRecovery(databaseDir: string, draft: string, target: readonly string[]): Promise<void> {
  const configuration = join(databaseDir, 'postgresql.auto.conf');
  const before = (await readFile(configuration, 'utf8')).split(recoveryMark)[0] ?? '';
  const log = join(draft, 'log').replaceAll(`'`, `''`);
  const lines = [`restore_command = 'cp "${log}/%f" "%p"'`, `recovery_target_timeline = 'current'`, ...target];
  await writeFile(configuration, before);
  await appendFile(configuration, `${recoveryMark}${lines.join('\n')}\n`);
  const signalFile = join(databaseDir, 'recovery.signal');
  await writeFile(signalFile, '');
  const user = await databaseUser();
  if (user) await chown(signalFile, user.uid, user.gid);
}

async function startAndStop({ log, signal }: RestoreRequest, draft: string, passwords: Passwords): Promise<void> {
  const end = () => void stopStale(join(draft, 'postgres')).catch(() => undefined);
  signal?.addEventListener('abort', end);
  let server: EmbeddedServer | null = null;
  try {
    signal?.throwIfAborted();
    server = await startEmbeddedPostgres({ folder: draft, passwords, log });
    signal?.throwIfAborted();
  } finally {
    signal?.removeEventListener('abort', end);
    await server?.stop();
  }
}
