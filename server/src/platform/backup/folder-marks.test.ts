import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
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
    await belongTo('this one');
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const belongTo = (password: string) =>
    writeFile(join(data, 'secrets.json'), JSON.stringify({ DATABASE_ADMIN_PASSWORD: password }));
  const marksOf = (folder = share) => new FolderMarks(new FolderStore(folder), data);
  const storeAt = (folder = share) => new MarkedStore(new FolderStore(folder), marksOf(folder));
  const put = (folder = share) => storeAt(folder).put('base/1/part', Buffer.from('bytes'));
  const refused = { fault: 'not-mounted', message: expect.stringContaining('--new-target') };
  /** Leaves the empty folder below the mount. */
  const unmount = async (as = 'away') => {
    await rename(share, join(root, as));
    await mkdir(share);
  };
  const mount = async (from = 'away') => {
    await rm(share, { recursive: true, force: true });
    await rename(join(root, from), share);
  };
  const markIn = (folder: string) => readFile(join(folder, 'yunzhen-backups.json'), 'utf8');

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

  it('is not written with a damaged mark, or one that says nothing of its installation', async () => {
    await put();
    for (const text of ['{', JSON.stringify({ mark: randomUUID() })]) {
      await writeFile(join(share, 'yunzhen-backups.json'), text);
      await expect(put()).rejects.toMatchObject(refused);
    }
    await marksOf().accept();
    await put();
  });

  it('may be one of several disks in turn, each accepted once by the administrator', async () => {
    await put();
    await unmount('first');
    await expect(put()).rejects.toMatchObject(refused);
    await marksOf().accept();
    await put();
    for (const [out, back] of [
      ['second', 'first'],
      ['first', 'second'],
    ] as const) {
      const mark = await markIn(share);
      await unmount(out);
      await expect(put()).rejects.toMatchObject(refused);
      await mount(back);
      await put();
      expect(await markIn(share)).not.toBe(mark);
    }
  });

  it('needs a backup in each turn: of a new disk, and of one that comes back', async () => {
    let turned = 0;
    const marks = () => new FolderMarks(new FolderStore(share), data, () => turned++);
    const backUp = async () => {
      const turn = await marks().turn();
      await marks().noteBackup(turn);
      return turn;
    };
    const first = await backUp();
    expect(first).toMatchObject({ hasBackup: false });
    expect(await marks().turn()).toEqual({ ...first, hasBackup: true });
    await unmount('first');
    await expect(marks().turn()).rejects.toMatchObject(refused);
    await mount('first');
    expect(await marks().turn()).toEqual({ ...first, hasBackup: true });
    await unmount('first');
    await marks().accept();
    expect(await backUp()).toMatchObject({ hasBackup: false });
    await unmount('second');
    await mount('first');
    expect(turned).toBe(2);
    const third = await marks().turn();
    expect(third).toMatchObject({ mark: first.mark, hasBackup: false });
    // A backup that was begun in the turn before.
    await marks().noteBackup(first);
    expect(await marks().turn()).toEqual(third);
    expect(turned).toBe(3);
  });

  it('keeps its mark if the administrator accepts it again', async () => {
    await put();
    const mark = await markIn(share);
    await marksOf().accept();
    expect(await markIn(share)).toBe(mark);
  });

  it('is known by the restored machine, which remembers no disk', async () => {
    await put();
    await unmount('first');
    await marksOf().accept();
    await rm(join(data, 'backup-target.json'));
    await put();
    await mount('first');
    await put();
  });

  it('of another installation is neither written nor emptied nor marked, also if the administrator asks for it', async () => {
    await belongTo('another one');
    await put();
    const mark = await markIn(share);
    await belongTo('this one');
    for (const remembers of [true, false]) {
      await rm(join(data, 'backup-target.json'), { force: true });
      if (remembers) await put(join(root, 'elsewhere'));
      const foreign = { fault: 'not-mounted', message: expect.stringContaining('another installation') };
      await expect(put()).rejects.toMatchObject(foreign);
      await expect(storeAt().remove('base/1/part')).rejects.toMatchObject(foreign);
      await expect(marksOf().accept()).rejects.toMatchObject(foreign);
    }
    expect(await markIn(share)).toBe(mark);
    expect(await storeAt().list('base/')).toEqual(['base/1/part']);
  });

  it('stays accepted after a change of the secrets', async () => {
    await put();
    await belongTo('this one with new passwords');
    await put();
  });

  it('is not written while nothing says which installation this is', async () => {
    await rm(join(data, 'secrets.json'));
    await expect(put()).rejects.toMatchObject({ fault: 'settings' });
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
