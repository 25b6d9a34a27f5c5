import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BackupError } from './backup-error.ts';

/** The part of Postgres’s backup manifest that is used ("Backup Manifest Format" in its manual). */
const manifest = z.looseObject({
  Files: z.array(z.looseObject({ Path: z.string().optional(), Size: z.number(), Checksum: z.string().optional() })),
});

/** Compares every restored file with the server’s manifest. Throws `BackupError`, `damaged`. */
export async function checkFiles(folder: string, signal?: AbortSignal): Promise<void> {
  const file = join(folder, 'backup_manifest');
  const parsed = manifest.safeParse(JSON.parse(await readFile(file, 'utf8').catch(() => 'null')));
  if (!parsed.success) throw new BackupError('damaged', 'The backup has no list of its files. Use an older backup.');
  for (const { Path: path, Checksum: checksum } of parsed.data.Files) {
    signal?.throwIfAborted();
    if (path === undefined || checksum === undefined) continue;
    if ((await sha256Of(join(folder, path))) !== checksum)
      throw new BackupError('damaged', `The restored file ${path} differs from the backup. Use an older backup.`);
  }
}

async function sha256Of(file: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  } catch {
    return null;
  }
  return hash.digest('hex');
}
