import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderMarks } from './folder-marks.ts';
import { FolderStore } from './folder-store.ts';
import { MarkedStore } from './marked-store.ts';
import { noteBackupState } from './state.ts';

describe('the folder of backups', () => {
  let root: string;
  let data: string;
  let share: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'yunzhen-marks-'));
    [data, share] = [join(root, 'data'), join(root, 'share')];
    await mkdir(data);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const marksOf = (folder = share) => new FolderMarks(new FolderStore(folder), data);
  const storeAt = (folder = share) => new MarkedStore(new FolderStore(folder), marksOf(folder));
  const put = (folder = share) => storeAt(folder).put('base/1/part', Buffer.from('bytes'));
  const refused = { fault: 'not-mounted', message: expect.stringContaining('--new-target') };
  /** Leaves the empty folder below the mount. */
  const unmount = async () => {
    await rename(share, join(root, 'away'));
    await mkdir(share);
  };

  it('is marked by the first write, and written as long as it has that mark', async () => {
    await put();
    await put();
    expect((await readdir(share)).sort()).toEqual(['base', 'yunzhen-backups.json']);
  });

  it('is not written while its disk is not mounted, and again once it is', async () => {
    await put();
    await unmount();
    await expect(put()).rejects.toMatchObject(refused);
    expect(await readdir(share)).toEqual([]);
    await rm(share, { recursive: true });
    await expect(put()).rejects.toMatchObject(refused);
    await rename(join(root, 'away'), share);
    await put();
  });

  it('is not written with the mark of another disk, or a damaged one', async () => {
    await put();
    await unmount();
    await marksOf(join(root, 'other')).renew();
    await rename(join(root, 'other/yunzhen-backups.json'), join(share, 'yunzhen-backups.json'));
    await rm(join(data, 'backup-target.json'));
    await put();
    await rm(share, { recursive: true });
    await rename(join(root, 'away'), share);
    await expect(put()).rejects.toMatchObject(refused);
    await writeFile(join(share, 'yunzhen-backups.json'), '{');
    await expect(put()).rejects.toMatchObject(refused);
  });

  it('may be another disk if the administrator says so', async () => {
    await put();
    await unmount();
    await marksOf().renew();
    await put();
  });

  it('may change with the setting, and a restored machine may continue one with backups', async () => {
    await put();
    await put(join(root, 'elsewhere'));
    await put();
    await rm(join(data, 'backup-target.json'));
    await put();
  });

  it('of a release before the marks is marked if it has backups, and refused if they are gone', async () => {
    await noteBackupState(data, { backupAt: new Date() });
    await expect(put()).rejects.toMatchObject(refused);
    await new FolderStore(share).put('base/1/part', Buffer.from('bytes'));
    await put();
    await unmount();
    await expect(put()).rejects.toMatchObject(refused);
  });

  it('is marked once by two programs that begin at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const folder = join(root, `share-${round}`);
      await Promise.all([put(folder), put(folder)]);
      await put(folder);
    }
  });

  it('on the disk of the data is noticed', async () => {
    expect(await marksOf().isOnDiskOfData()).toBe(false);
    await put();
    expect(await marksOf().isOnDiskOfData()).toBe(true);
    expect(await marksOf('/proc').isOnDiskOfData()).toBe(false);
  });
});
