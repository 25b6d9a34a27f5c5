import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { BackupStore } from '../../../server/src/platform/backup/backup-store.ts';
import { takeBackup } from '../../../server/src/platform/backup/base-backup.ts';
import { FolderMarks } from '../../../server/src/platform/backup/folder-marks.ts';
import { FolderStore } from '../../../server/src/platform/backup/folder-store.ts';
import { MarkedStore } from '../../../server/src/platform/backup/marked-store.ts';
import { listBackups } from '../../../server/src/platform/backup/record.ts';
import { restoreBackup } from '../../../server/src/platform/backup/restore.ts';
import { readBackupState } from '../../../server/src/platform/backup/state.ts';
import { archiving, backupGround, entriesIn, silent, type BackupGround } from './backup-ground.ts';

/** Only root may mount a small file system. */
const mayMount = process.getuid?.() === 0;

let ground: BackupGround;
beforeAll(async () => void (ground = await backupGround()));
afterAll(() => ground.close());

describe.runIf(mayMount)('a full backup target', () => {
  let disk: string;
  beforeAll(() => {
    disk = join(ground.folder, 'small-disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk]);
  });
  afterAll(async () => {
    execFileSync('umount', [disk]);
    // The next describe begins with an empty table and a log of its own.
    const dropSlot = () =>
      ground.database.query('SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots');
    // It is in use until the server notices that its reader is gone.
    await vi.waitFor(dropSlot, { timeout: 60_000, interval: 100 });
    await ground.database.query('TRUNCATE entry');
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

/** Each test takes whole backups, of which a busy machine takes two or three in minutes. */
describe('a backup target with disks that are changed', { timeout: 300_000 }, () => {
  let share: string;
  let store: MarkedStore;
  let marks: FolderMarks;
  const at = (name: string) => join(ground.folder, name);
  /** As a mount does, from one moment to the next. */
  const show = async (name: string) => {
    await symlink(at(name), `${share}-next`);
    await rename(`${share}-next`, share);
  };
  const backup = (into: BackupStore = store) =>
    takeBackup({ url: ground.backupUrl, store: into, envelope: ground.envelope });
  const restored = async () => {
    const folder = ground.fresh();
    await restoreBackup({ ...ground, store, folder, log: silent });
    return await entriesIn(folder);
  };
  beforeAll(async () => {
    share = at('share');
    for (const name of ['disk', 'other', 'below']) await mkdir(at(name));
    const folder = new FolderStore(share);
    marks = new FolderMarks(folder, at('data'));
    store = new MarkedStore(folder, marks);
    await show('disk');
  });

  it('is reported while none is mounted, gets nothing written, and has the whole log once it is mounted', async () => {
    const archive = archiving(ground, store);
    await archive.begun;
    await backup();
    await archive.caughtUp();
    await show('below');
    const failing = archive.failing();
    await ground.database.query('INSERT INTO entry VALUES (1)');
    expect(await failing).toContain(`${share} is not a folder of the earlier backups`);
    await expect(backup()).rejects.toMatchObject({ fault: 'not-mounted' });
    expect(await readdir(at('below'))).toEqual([]);
    await show('disk');
    await archive.caughtUp();
    await archive.stop();
    expect(await restored()).toEqual([1]);
  });

  const patience = { timeout: 60_000 };

  it('restores from each of two that take turns within a day, with the log of its last turn', async () => {
    await show('other');
    await marks.accept();
    const program = spawn(process.execPath, [fileURLToPath(backupProgram)], {
      env: {
        PATH: process.env['PATH'],
        NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
        DATA_DIR: at('data'),
        BACKUP_TARGET: share,
        BACKUP_RECIPIENTS: ground.recipient,
        LOG_LEVEL: 'fatal',
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const ended = once(program, 'exit');
    onTestFinished(() => void program.kill());
    const add = (id: number) => ground.database.query('INSERT INTO entry VALUES ($1)', [id]);
    const newestOn = async (disk: string) => (await listBackups(new FolderStore(at(disk)))).records.at(-1)?.id;
    const logAt = async () => (await readBackupState(at('data')))?.logAt?.getTime() ?? 0;
    for (const [disk, id] of [
      ['other', 2],
      ['disk', 4],
      ['other', 6],
    ] as const) {
      const earlier = await newestOn(disk);
      await show(disk);
      await add(id);
      await expect.poll(() => newestOn(disk), patience).not.toBe(earlier);
      await add(id + 1);
      const now = Date.now();
      await expect.poll(logAt, patience).toBeGreaterThan(now);
    }
    program.kill();
    expect(await ended).toEqual([0, null]);
    expect(await restored()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    await show('disk');
    expect(await restored()).toEqual([1, 2, 3, 4, 5]);
  });

  it('has no backup whose parts are on another disk', async () => {
    await show('disk');
    const { records } = await listBackups(store);
    const changing: BackupStore = {
      name: share,
      get: (key) => store.get(key),
      list: (prefix) => store.list(prefix),
      remove: (key) => store.remove(key),
      put: async (key, bytes) => {
        await store.put(key, bytes);
        await show('other');
      },
    };
    const before = await listBackups(new FolderStore(at('other')));
    await expect(backup(changing)).rejects.toMatchObject({ fault: 'missing' });
    expect(await listBackups(store)).toEqual(before);
    await show('disk');
    expect(await listBackups(store)).toEqual({ records, damaged: [] });
  });
});

const backupProgram = new URL('../../../server/src/backup/main.ts', import.meta.url);
