import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { embeddedMajor } from '../db/embedded-major.ts';
import { neededUpgrade, newDraft, programsFolder, putInPlace } from './data-folder.ts';
import { keptFiles, remindOfKeptFiles } from './kept-files.ts';
import { pinnedPrograms } from './pinned-programs.ts';
import { providePrograms } from './programs.ts';
import { assertRoom } from './space.ts';

const own = await embeddedMajor();
const former = own - 1;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yunzhen-upgrade-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function files(path: string, major: number): Promise<void> {
  await mkdir(join(folder, path), { recursive: true });
  await writeFile(join(folder, path, 'PG_VERSION'), `${major}\n`);
}
const majorOf = async (path: string) => Number(await readFile(join(folder, path, 'PG_VERSION'), 'utf8'));

describe('neededUpgrade', () => {
  it.each([
    [former, { from: former, to: own }],
    [own, null],
    [own + 1, null],
  ])('of files of version %i is %j', async (major, expected) => {
    await files('postgres', major);
    expect(await neededUpgrade(folder)).toEqual(expected);
  });

  it('is null for a folder without a database', async () => {
    expect(await neededUpgrade(folder)).toBeNull();
    expect(await neededUpgrade(join(folder, 'absent'))).toBeNull();
  });

  it('finishes an upgrade that was killed between its renames', async () => {
    await files(`postgres-${former}-2026-11-30`, former);
    await files('postgres-ready', own);
    expect(await neededUpgrade(folder)).toBeNull();
    expect(await readdir(folder)).toEqual(['postgres', `postgres-${former}-2026-11-30`]);
    expect(await majorOf('postgres')).toBe(own);
  });

  it('discards finished files while the earlier ones are in use, because these may have changed since', async () => {
    await files('postgres', former);
    await files('postgres-ready', own);
    await files('postgres-upgrade-0a1b2c3d/postgres', own);
    expect(await neededUpgrade(folder)).toEqual({ from: former, to: own });
    expect(await readdir(folder)).toEqual(['postgres']);
  });
});

it('puts new files in place and keeps every earlier folder', async () => {
  const now = new Date('2026-11-30T23:00:00Z');
  for (const expected of [`postgres-${former}-2026-11-30`, `postgres-${former}-2026-11-30-2`]) {
    await rm(join(folder, 'postgres'), { recursive: true, force: true });
    await files('postgres', former);
    const draft = newDraft(folder);
    await mkdir(join(draft, 'postgres'), { recursive: true });
    await writeFile(join(draft, 'postgres', 'PG_VERSION'), `${own}\n`);
    await mkdir(join(folder, programsFolder(former)));
    expect(await putInPlace(folder, draft, { from: former, to: own }, now)).toBe(join(folder, expected));
    expect([await majorOf('postgres'), await majorOf(expected)]).toEqual([own, former]);
    expect(existsSync(join(folder, programsFolder(former)))).toBe(false);
  }
});

it('reminds of every folder that an upgrade kept, with its age', async () => {
  for (const name of ['postgres', 'postgres-17-2026-11-30-2', 'postgres-17-2026-11-30', 'postgres-16-2025-11-30'])
    await files(name, own);
  for (const name of ['postgres-programs-17', 'postgres-upgrade-0a1b2c3d', 'postgres-17-2026-99-99'])
    await mkdir(join(folder, name));
  expect(await keptFiles(folder)).toEqual([
    { folder: 'postgres-16-2025-11-30', since: new Date('2025-11-30T00:00:00Z') },
    { folder: 'postgres-17-2026-11-30', since: new Date('2026-11-30T00:00:00Z') },
    { folder: 'postgres-17-2026-11-30-2', since: new Date('2026-11-30T00:00:00Z') },
  ]);
  const warn = vi.fn();
  await remindOfKeptFiles(folder, { warn }, new Date('2026-12-20T08:00:00Z'));
  expect(warn.mock.calls.map(([facts]) => facts as unknown)).toEqual([
    { folder: join(folder, 'postgres-16-2025-11-30'), days: 385 },
    { folder: join(folder, 'postgres-17-2026-11-30'), days: 20 },
    { folder: join(folder, 'postgres-17-2026-11-30-2'), days: 20 },
  ]);
  expect(await keptFiles(join(folder, 'absent'))).toEqual([]);
});

it('needs room for a second copy of the database', async () => {
  await mkdir(join(folder, 'postgres', 'base', '5'), { recursive: true });
  await writeFile(join(folder, 'postgres', 'base', '5', '16384'), Buffer.alloc(3 * 1024 * 1024));
  await expect(assertRoom(folder, 514 * 1024 * 1024)).rejects.toThrow(
    `DATA_DIR: the upgrade of the database in ${folder} needs 515 MB, but only 514 MB are free. Nothing was changed.`,
  );
  await assertRoom(folder, 515 * 1024 * 1024);
});

describe('providePrograms', () => {
  it('has the version before this one for every kind of machine', () => {
    const { version, integrity } = pinnedPrograms[former] ?? { version: '', integrity: {} };
    expect(version.startsWith(`${former}.`)).toBe(true);
    expect(Object.keys(integrity)).toEqual(expect.arrayContaining(['linux-x64', 'linux-arm64', 'darwin-arm64']));
  });

  it('rejects a folder without the programs by the name of the setting', async () => {
    await expect(providePrograms({ major: former, folder, given: folder })).rejects.toThrow(
      `OLD_POSTGRES_BIN: ${folder} contains no program postgres of version ${former}.`,
    );
  });

  it('names the way by hand for a version that it cannot fetch', async () => {
    await expect(providePrograms({ major: 9, folder })).rejects.toThrow(
      /cannot fetch PostgreSQL 9 .* OLD_POSTGRES_BIN, such as \/usr\/lib\/postgresql\/9\/bin/,
    );
    expect(await readdir(folder)).toEqual([]);
  });
});
