import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { restoreBackup } from '../platform/backup/restore.ts';
import { startEmbeddedPostgres } from '../platform/db/embedded-postgres.ts';
import type { Logger } from '../platform/logging/logger.ts';
import { machineSecrets } from '../platform/process/secrets.ts';
import { UNREACHABLE_EXIT } from '../platform/process/start-failure.ts';
import type { BackupPlace } from './make-backup.ts';

interface Drill {
  place: BackupPlace;
  /** The data folder of the hospital: the copy is created in it and removed. */
  folder: string;
  log: Logger;
  progress?: (step: string, done: number, total: number) => void;
  signal?: AbortSignal;
}

const verifier = fileURLToPath(new URL('../api/verify-records.main.ts', import.meta.url));

/**
 * Restores the newest backup with all log into a separate folder, starts it, and verifies every chain, signature, PDF and seal. No api runs on the
 * copy, so nothing is sent. Throws when anything is invalid.
 */
export async function restoreDrill({
  place,
  folder,
  log,
  progress,
  signal,
}: Drill): Promise<{ seconds: number; backup: string }> {
  const begun = performance.now();
  const copy = await mkdtemp(join(folder, 'backup-drill-'));
  try {
    const secrets = join(folder, 'secrets.json');
    const { id } = await restoreBackup({
      ...place,
      folder: copy,
      secrets,
      log,
      signal,
      ...(progress ? { progress } : {}),
    });
    progress?.('verifying', 0, 1);
    await verifyCopy(copy, log, signal);
    return { seconds: (performance.now() - begun) / 1000, backup: id };
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function verifyCopy(copy: string, log: Logger, signal?: AbortSignal): Promise<void> {
  const secrets = await machineSecrets(copy);
  const passwords = { admin: secrets.DATABASE_ADMIN_PASSWORD, app: secrets.DATABASE_APP_PASSWORD };
  const server = await startEmbeddedPostgres({ folder: copy, passwords, log });
  try {
    const child = fork(verifier, [], {
      env: {
        DATABASE_REQUEST_KEY: secrets.DATABASE_REQUEST_KEY,
        KEY_ENCRYPTION_KEY: secrets.KEY_ENCRYPTION_KEY,
        ...process.env,
        DATABASE_URL: server.appUrl('yunzhen'),
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      ...(signal ? { signal } : {}),
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code === UNREACHABLE_EXIT)
      throw new Error(
        'The object store with files does not answer, or FILE_S3_URL is not set: PDFs in it were not verified. Everything else is valid.',
      );
    if (code !== 0) throw new Error('The restored copy failed verification: see the messages above.');
  } finally {
    await server.stop();
  }
}
