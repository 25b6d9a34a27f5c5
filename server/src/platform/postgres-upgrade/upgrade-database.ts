import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedPostgres, syncFiles } from '../db/embedded-postgres.ts';
import { standardLocks } from '../db/lock-retries.ts';
import { jobsSchema, migrateJobs } from '../db/migrate.ts';
import { installedQuery, jobSchema, readInstalled } from '../jobs/job-schema.ts';
import type { Logger } from '../logging/logger.ts';
import { StartError } from '../process/start-failure.ts';
import { newDraft, putInPlace, removeFiles, type NeededUpgrade } from './data-folder.ts';
import { startOldServer, type OldServer } from './old-server.ts';
import { providePrograms } from './programs.ts';
import { withSession } from './session.ts';
import { assertRoom } from './space.ts';
import { transfer, type Progress } from './transfer.ts';

interface UpgradeRequest {
  folder: string;
  needed: NeededUpgrade;
  passwords: { admin: string; app: string };
  /** The name of the database that is copied. */
  database: string;
  /** The value of OLD_POSTGRES_BIN. */
  programs?: string | undefined;
  progress: Progress;
  log: Logger;
  signal: AbortSignal;
}

/**
 * Copies the database in a data folder into new files of this program's major version and puts them in place. Returns where the old files stay, which
 * keep their rows. Until the end nothing else changes, whatever fails. Throws `StartError`.
 */
export async function upgradeDatabase(request: UpgradeRequest): Promise<string> {
  const { folder, needed, progress, signal } = request;
  await assertRoom(folder);
  const draft = newDraft(folder);
  try {
    progress(`providing PostgreSQL ${needed.from}`);
    const programs = await providePrograms({ major: needed.from, folder, given: request.programs, signal });
    await mkdir(draft, { mode: 0o711 });
    await copyInto(draft, programs, request);
    progress('writing to disk');
    await syncFiles(join(draft, 'postgres'));
    signal.throwIfAborted();
    return await putInPlace(folder, draft, needed, new Date());
  } catch (error) {
    throw failureOf(error, request);
  } finally {
    await removeFiles(draft);
  }
}

async function copyInto(draft: string, programs: string, request: UpgradeRequest): Promise<void> {
  const { passwords, database, log, progress, signal } = request;
  const servers: { stop(): Promise<void> }[] = [];
  const stopAll = async () => {
    await Promise.all(servers.map((server) => server.stop()));
  };
  // Statements that are running then fail.
  const onAbort = () => void stopAll();
  signal.addEventListener('abort', onAbort);
  try {
    progress('starting both versions');
    const old = await startReadable(programs, request);
    servers.push(old);
    signal.throwIfAborted();
    const fresh = await startEmbeddedPostgres({ folder: draft, passwords, log, building: true });
    servers.push(fresh);
    signal.throwIfAborted();
    await transfer({ old, fresh, database, progress });
  } finally {
    signal.removeEventListener('abort', onAbort);
    await stopAll();
  }
}

/**
 * Starts the old server read-only. An older job queue is migrated in place first: older releases within its range can still use it, and nothing can
 * create a former one.
 */
async function startReadable(
  programs: string,
  { folder, passwords, database, log }: UpgradeRequest,
): Promise<OldServer> {
  const options = { programs, databaseDir: join(folder, 'postgres'), password: passwords.admin, log };
  const old = await startOldServer(options);
  try {
    if (!(await isQueueOlder(old, database))) return old;
  } catch (error) {
    await old.stop();
    throw error;
  }
  await old.stop();
  const writable = await startOldServer({ ...options, writable: true });
  try {
    await migrateJobs(writable.url(database), standardLocks);
  } finally {
    await writable.stop();
  }
  return startOldServer(options);
}

async function isQueueOlder(old: OldServer, database: string): Promise<boolean> {
  const exists = await withSession(old.url('postgres'), (client) =>
    client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]),
  );
  if (!exists.rowCount) return false;
  return withSession(old.url(database), async (client) => {
    const { rows } = await client.query<{ table: string | null }>(
      `SELECT to_regclass('${jobsSchema}.version') AS table`,
    );
    if (rows[0]?.table === null) return false;
    const { version } = readInstalled((await client.query(installedQuery(jobsSchema))).rows[0]);
    return version < jobSchema;
  });
}

/** PostgreSQL: the disk is full; the password is wrong. */
const [diskFull, wrongPassword] = ['53100', '28P01'];

function failureOf(error: unknown, { folder, signal }: UpgradeRequest): unknown {
  if (signal.aborted)
    return new StartError('The upgrade of the database was stopped. Nothing was changed.', { cause: error });
  const { code } = error as { code?: unknown };
  if (code === diskFull || code === 'ENOSPC')
    return new StartError(`DATA_DIR: the disk of ${folder} became full during the upgrade. Nothing was changed.`, {
      cause: error,
    });
  if (code === wrongPassword)
    return new StartError(
      `The database in ${folder} rejects the password of ${join(folder, 'secrets.json')}: the two do not belong together. Restore both from the same backup.`,
      { cause: error },
    );
  return error;
}
