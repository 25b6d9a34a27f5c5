import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeBackup } from '../../../server/src/platform/backup/base-backup.ts';
import { FolderMarks } from '../../../server/src/platform/backup/folder-marks.ts';
import { FolderStore } from '../../../server/src/platform/backup/folder-store.ts';
import { MarkedStore } from '../../../server/src/platform/backup/marked-store.ts';
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

describe('a backup target whose disk is not mounted', () => {
  let ground: BackupGround;
  beforeAll(async () => (ground = await backupGround()));
  afterAll(() => ground.close());

  it('is reported, gets nothing written, and has the whole log once it is mounted', async () => {
    const [share, disk, below] = ['share', 'disk', 'below'].map((name) => join(ground.folder, name)) as [
      string,
      string,
      string,
    ];
    /** As a mount does, from one moment to the next. */
    const show = async (folder: string) => {
      await symlink(folder, `${share}-next`);
      await rename(`${share}-next`, share);
    };
    await mkdir(disk);
    await mkdir(below);
    await show(disk);
    const folder = new FolderStore(share);
    const store = new MarkedStore(folder, new FolderMarks(folder, join(ground.folder, 'data')));
    const archive = archiving(ground, store);
    await archive.begun;
    const backup = () => takeBackup({ url: ground.backupUrl, store, envelope: ground.envelope });
    await backup();
    await archive.caughtUp();
    await show(below);
    const failing = archive.failing();
    await ground.database.query('INSERT INTO entry VALUES (1)');
    expect(await failing).toContain(`${share} is not the folder of the earlier backups`);
    await expect(backup()).rejects.toMatchObject({ fault: 'not-mounted' });
    expect(await readdir(below)).toEqual([]);
    await show(disk);
    await archive.caughtUp();
    await archive.stop();
    const restored = ground.fresh();
    await restoreBackup({ ...ground, store, folder: restored, log: silent });
    expect(await entriesIn(restored)).toEqual([1]);
  });
});
