import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeBackup } from '../../../server/src/platform/backup/base-backup.ts';
import { FolderStore } from '../../../server/src/platform/backup/folder-store.ts';
import { restoreBackup } from '../../../server/src/platform/backup/restore.ts';
import { archiving, backupGround, entriesIn, silent, type BackupGround } from './backup-ground.ts';

/** Only root may mount a small file system. */
const mayMount = process.getuid?.() === 0;

describe.runIf(mayMount)('a full backup target', () => {
  let ground: BackupGround;
  let disk: string;
  beforeAll(async () => {
    ground = await backupGround();
    disk = join(ground.folder, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk]);
  });
  afterAll(async () => {
    execFileSync('umount', [disk]);
    await ground.close();
  });

  it('is reported, blocks no writes and loses nothing of the log', async () => {
    const store = new FolderStore(disk);
    const ballast = join(disk, 'ballast');
    const archive = archiving(ground, store);
    await archive.begun;
    await takeBackup({ url: ground.backupUrl, store, envelope: ground.envelope });
    await writeFile(ballast, Buffer.alloc(12 * 1024 * 1024)).catch(() => undefined);
    const failing = archive.failing();
    await ground.database.query('INSERT INTO entry SELECT generate_series(0, 9999)');
    expect(await failing).toContain('ENOSPC');
    await ground.database.query('INSERT INTO entry VALUES (10000)');
    const refused = takeBackup({ url: ground.backupUrl, store, envelope: ground.envelope });
    await expect(refused).rejects.toMatchObject({ code: 'ENOSPC' });
    await rm(ballast);
    await archive.caughtUp();
    await archive.stop();
    const folder = ground.fresh();
    await restoreBackup({ ...ground, store, folder, log: silent });
    expect(await entriesIn(folder)).toHaveLength(10_001);
    await expect(restoreBackup({ ...ground, store, folder: join(disk, 'small'), log: silent })).rejects.toMatchObject({
      fault: 'disk',
    });
  });
});
