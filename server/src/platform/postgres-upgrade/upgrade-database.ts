import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedPostgres, syncFiles } from '../db/embedded-postgres.ts';
import type { Logger } from '../logging/logger.ts';
import { StartError } from '../process/start-failure.ts';
import { newDraft, putInPlace, removeFiles, type NeededUpgrade } from './data-folder.ts';
import { startOldServer } from './old-server.ts';
import { providePrograms } from './programs.ts';
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
  const { folder, passwords, database, log, progress, signal } = request;
  const servers: { stop(): Promise<void> }[] = [];
  const stopAll = async () => {
    await Promise.all(servers.map((server) => server.stop()));
  };
  // Statements that are running then fail.
  const onAbort = () => void stopAll();
  signal.addEventListener('abort', onAbort);
  try {
    progress('starting both versions');
    const databaseDir = join(folder, 'postgres');
    const old = await startOldServer({ programs, databaseDir, password: passwords.admin, log });
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
