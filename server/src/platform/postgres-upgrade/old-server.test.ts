import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLogger } from '../logging/logger.ts';
import { startOldServer } from './old-server.ts';

it('tries another port when a program has taken the free one, and ends at once for any other reason', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yunzhen-old-server-'));
  await chmod(folder, 0o777);
  const start = () =>
    startOldServer({
      programs: folder,
      databaseDir: join(folder, 'data'),
      password: 'p',
      log: createLogger({ name: 'test', level: 'silent' }),
    });
  /** What the program says when it is started for the first time; the second time it serves. */
  const programThat = async (says: string) => {
    await rm(join(folder, 'started'), { force: true });
    await writeFile(
      join(folder, 'postgres'),
      `#!/bin/sh
if [ -e '${folder}/started' ]; then echo 'ready to accept connections' >&2; exec sleep 60; fi
touch '${folder}/started'; echo '${says}' >&2; exit 1
`,
      { mode: 0o755 },
    );
  };
  try {
    await programThat('could not bind IPv4 address "127.0.0.1": Address already in use');
    const server = await start();
    await server.stop();
    await programThat('the disk is gone');
    await expect(start()).rejects.toThrow('the disk is gone');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
