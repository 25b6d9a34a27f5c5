import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Makes browsers with this home folder trust these certificate authorities, each under a name. Needs `certutil` (Debian: libnss3-tools). */
export async function trustAuthorities(home: string, authorities: Readonly<Record<string, string>>): Promise<void> {
  const store = join(home, '.pki/nssdb');
  await mkdir(store, { recursive: true });
  await run('certutil', ['-N', '-d', `sql:${store}`, '--empty-password']);
  for (const [nickname, file] of Object.entries(authorities))
    await run('certutil', ['-A', '-d', `sql:${store}`, '-n', nickname, '-t', 'C,,', '-i', file]);
}
