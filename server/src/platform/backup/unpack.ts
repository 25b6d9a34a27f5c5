import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdir } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { databaseUser, openWayTo } from '../db/embedded-postgres.ts';
import type { Logger } from '../logging/logger.ts';
import { BackupError } from './backup-error.ts';
import { openingError, type Envelope } from './envelope.ts';
import { partKey, type BackupRecord } from './record.ts';
import type { BackupStore } from './backup-store.ts';

interface Source {
  store: BackupStore;
  envelope: Envelope;
  progress?: (step: string, done: number, total: number) => void;
  signal?: AbortSignal | undefined;
  log: Logger;
}

/** Writes the files of a backup into a new folder, as the database’s operating-system user. Throws `BackupError`. */
export async function unpack(source: Source, record: BackupRecord, folder: string): Promise<void> {
  const user = await databaseUser();
  await mkdir(folder, { mode: 0o700 });
  if (user) {
    await chown(folder, user.uid, user.gid);
    await openWayTo(folder, source.log);
  }
  // An administrator can unpack a backup with the same programs: cat, age, zstd, tar.
  const tar = spawn('tar', ['--extract', '--file=-', '--no-same-owner', `--directory=${folder}`], {
    cwd: '/',
    ...user,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  tar.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(tar, 'close') as Promise<[number | null]>;
  try {
    const files = await source.envelope.open(partsOf(source, record), `backup ${record.id}`);
    await pipeline(files, tar.stdin, { signal: source.signal });
  } catch (cause) {
    tar.kill();
    await ended;
    // Its exit says more than a closed pipe.
    if ((cause as NodeJS.ErrnoException).code === 'EPIPE') throw unpackingError(record, said, cause);
    throw openingError(cause, `backup ${record.id}`);
  }
  const [code] = await ended;
  if (code !== 0) throw unpackingError(record, said);
}

function unpackingError({ id }: BackupRecord, said: string, cause?: unknown): BackupError {
  const fault = said.includes('No space left') ? 'disk' : 'damaged';
  return new BackupError(fault, `Backup ${id} could not be unpacked: ${said.trim().split('\n')[0]}`, { cause });
}

/** Yields the stored parts, each compared with its digest before use. */
async function* partsOf({ store, progress }: Source, { id, parts }: BackupRecord): AsyncGenerator<Buffer> {
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const [index, { sha256 }] of parts.entries()) {
    progress?.('fetching the backup', done, total);
    const key = partKey(id, index);
    const bytes = await store.get(key);
    if (!bytes) throw new BackupError('missing', `${key} is missing. Use an older backup, or another copy of it.`);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new BackupError('damaged', `${key} is damaged. Use an older backup, or another copy of it.`);
    done += bytes.length;
    yield bytes;
  }
}
