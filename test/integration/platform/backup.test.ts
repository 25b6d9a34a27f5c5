import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateX25519Identity } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeBackup } from '../../../server/src/platform/backup/base-backup.ts';
import { Envelope } from '../../../server/src/platform/backup/envelope.ts';
import { listBackups, partKey, type BackupRecord } from '../../../server/src/platform/backup/record.ts';
import { restoreBackup, type RestoreRequest } from '../../../server/src/platform/backup/restore.ts';
import type { BackupStore } from '../../../server/src/platform/backup/backup-store.ts';
import { openStore } from '../../../server/src/platform/backup/open-store.ts';
import { startObjectStore, type ObjectStore } from '../../support/object-store.ts';
import { archiving, backupGround, entriesIn, restoredIn, silent, spoil, type BackupGround } from './backup-ground.ts';

let ground: BackupGround;
let archive: ReturnType<typeof archiving>;
let first: BackupRecord;
let entries = 0;

const add = async () => void (await ground.database.query('INSERT INTO entry VALUES ($1)', [entries++]));
const upTo = (count: number) => Array.from({ length: count }, (_, id) => id);
const take = (store: BackupStore = ground.store) =>
  takeBackup({ url: ground.backupUrl, store, envelope: ground.envelope });
const restore = (over: Partial<RestoreRequest> = {}) =>
  restoreBackup({
    store: ground.store,
    envelope: ground.envelope,
    secrets: ground.secrets,
    folder: ground.fresh(),
    log: silent,
    ...over,
  });
const flipABit = (bytes: Buffer) => void bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
const fault = (name: string) => expect.objectContaining({ fault: name });

beforeAll(async () => {
  ground = await backupGround();
  archive = archiving(ground);
  await archive.begun;
  let done = false;
  const writing = (async () => {
    while (!done) await add();
  })();
  first = await take();
  done = true;
  await writing;
  await archive.caughtUp();
});
afterAll(async () => {
  await archive.stop();
  await ground.close();
});

describe('a restore', () => {
  it('to a time contains every commit before it and none after, with writes during the backup and a table dropped later', async () => {
    await add();
    const kept = entries;
    const time = new Date(Date.now() + 1);
    await expect.poll(() => Date.now()).toBeGreaterThan(time.getTime());
    await add();
    await ground.database.query('DROP TABLE entry');
    await ground.database.query('CREATE TABLE entry (id int PRIMARY KEY)');
    await ground.database.query('INSERT INTO entry SELECT generate_series(0, $1 - 1)', [entries]);
    await archive.caughtUp();
    const folder = ground.fresh();
    await restore({ folder, time });
    // Another timeline: so the copy does not take itself for the owner of the bucket with files.
    expect(await restoredIn(folder)).toEqual({ entries: upTo(kept), timeline: 2 });
    expect((await readdir(folder)).sort()).toEqual(['owner.lock', 'postgres', 'secrets.json']);
  });

  it('rejects a folder that is in use or not empty, and changes nothing in it', async () => {
    const living = join(ground.folder, 'data');
    const before = await readdir(living);
    await expect(restore({ folder: living })).rejects.toEqual(fault('folder'));
    expect((await readdir(living)).filter((name) => name !== 'owner.lock')).toEqual(before);
    const other = join(ground.folder, 'other');
    await mkdir(other);
    const owner = spawn(process.execPath, ['--input-type=module', '--eval', lockProgram(other)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(owner.stdout, 'data');
    await expect(restore({ folder: other })).rejects.toThrow(`in use by process ${owner.pid}`);
    owner.kill();
    await once(owner, 'exit');
  });

  it('rejects a time before the oldest backup and one after the archived log', async () => {
    await expect(restore({ time: new Date(first.startedAt) })).rejects.toEqual(fault('time'));
    await expect(restore({ time: new Date(Date.now() + 3_600_000) })).rejects.toThrow(
      /The archived log ends at \d{4}-/,
    );
  });

  it('rejects another major version of Postgres and a missing secrets file', async () => {
    await expect(restore({ postgresMajor: 17 })).rejects.toThrow(
      'The backup is from Postgres 18, but this release contains 17.',
    );
    await expect(restore({ secrets: '/nowhere/secrets.json' })).rejects.toThrow('/nowhere/secrets.json is missing');
  });

  it('rejects a wrong key and leaves nothing behind', async () => {
    const folder = ground.fresh();
    const envelope = new Envelope({ identities: [await generateX25519Identity()] });
    await expect(restore({ folder, envelope })).rejects.toEqual(fault('wrong-key'));
    expect(await readdir(folder)).toEqual(['owner.lock']);
  });

  it('reports a damaged part, a missing part and a damaged piece of the log', async () => {
    const part = join(ground.store.name, partKey(first.id, 0));
    const mend = await spoil(part, flipABit);
    await expect(restore()).rejects.toThrow(`${partKey(first.id, 0)} is damaged`);
    await mend();
    await rename(part, `${part}.away`);
    await expect(restore()).rejects.toThrow(`${partKey(first.id, 0)} is missing`);
    await rename(`${part}.away`, part);
    const [, piece = ''] = await ground.store.list(`wal/${first.chain}/`);
    const mendPiece = await spoil(join(ground.store.name, piece), flipABit);
    await expect(restore()).rejects.toThrow(`${piece} is damaged`);
    await mendPiece();
  });

  it('reports a missing segment of the log, and restores the backup without the log', async () => {
    const segments = new Set((await ground.store.list(`wal/${first.chain}/`)).map((key) => key.split('/')[2]));
    const [, second = ''] = [...segments];
    const folder = join(ground.store.name, 'wal', first.chain ?? '', second);
    await rename(folder, `${folder}.away`);
    await expect(restore()).rejects.toThrow(`The log segment ${second} is missing`);
    const restored = ground.fresh();
    await restore({ folder: restored, withoutLog: true });
    const { entries: found, timeline } = await restoredIn(restored);
    expect([found.length > 0, timeline]).toEqual([true, 2]);
    await rename(`${folder}.away`, folder);
  });

  it('can be cancelled and leaves nothing behind', async () => {
    const folder = ground.fresh();
    const cancel = new AbortController();
    const progress = (step: string) => {
      if (step === 'recovering') setImmediate(() => cancel.abort());
    };
    await expect(restore({ folder, progress, signal: cancel.signal })).rejects.toEqual(fault('cancelled'));
    expect(await readdir(folder)).toEqual(['owner.lock']);
  });
});

describe('a backup', () => {
  it('is rejected while another one runs', async () => {
    const [begun, refused] = [Promise.withResolvers<true>(), Promise.withResolvers<true>()];
    const running = take({
      name: ground.store.name,
      get: (key) => ground.store.get(key),
      list: (prefix) => ground.store.list(prefix),
      remove: (key) => ground.store.remove(key),
      put: async (key, bytes) => {
        begun.resolve(true);
        await refused.promise;
        await ground.store.put(key, bytes);
      },
    });
    await begun.promise;
    await expect(take()).rejects.toEqual(fault('busy'));
    refused.resolve(true);
    expect(await running).toMatchObject({ layout: 1 });
  });

  it('that is killed leaves the older ones usable, and the next one removes its rest', async () => {
    const remains = 'base/20200101T000000Z-0000/part-000000';
    let before: Awaited<ReturnType<typeof listBackups>> = { records: [], damaged: [] };
    const killOne = async () => {
      before = await listBackups(ground.store);
      await ground.store.put(remains, Buffer.from('of a killed one'));
      const killed = spawn(process.execPath, [fileURLToPath(takeProgram)], {
        env: {
          PATH: process.env['PATH'],
          NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
          DATA_DIR: join(ground.folder, 'data'),
          BACKUP_TARGET: ground.store.name,
          BACKUP_RECIPIENTS: ground.recipient,
        },
        stdio: ['ignore', 'inherit', 'pipe'],
      });
      const ended = once(killed, 'exit');
      await once(killed.stderr, 'data');
      killed.kill('SIGKILL');
      return await ended;
    };
    // While this process stands still, one may end before it is killed.
    await expect.poll(killOne, { timeout: 60_000 }).toEqual([null, 'SIGKILL']);
    expect(await listBackups(ground.store)).toEqual(before);
    // The lock ends with its session, which the server notices when it next sends data.
    await expect.poll(() => take().catch((error: unknown) => error)).toMatchObject({ layout: 1 });
    expect(await ground.store.list(remains)).toEqual([]);
    expect((await listBackups(ground.store)).records).toHaveLength(before.records.length + 1);
  });
});

describe('an object store', () => {
  let server: ObjectStore;
  beforeAll(async () => void (server = await startObjectStore()));
  afterAll(() => server.close());
  const open = (accessKey: string) =>
    openStore({
      BACKUP_TARGET: server.bucket,
      BACKUP_S3_ACCESS_KEY: accessKey,
      BACKUP_S3_SECRET_KEY: server.secretKey,
      BACKUP_S3_REGION: 'us-east-1',
    });

  it('stores backups like a folder', async () => {
    const store = open(server.accessKey);
    const { id } = await take(store);
    const folder = ground.fresh();
    await restore({ store, folder, withoutLog: true });
    expect(await entriesIn(folder)).toEqual(upTo(entries));
    expect(await store.get('base/none')).toBeNull();
    await store.remove(partKey(id, 0));
    expect(await store.list(partKey(id, 0))).toEqual([]);
  });

  it('reports when it rejects the credentials', async () => {
    await expect(open('unknown').put('key', Buffer.from('x'))).rejects.toThrow('InvalidAccessKeyId');
  });
});

const takeProgram = new URL('../../../server/src/backup/take.main.ts', import.meta.url);
const lockModule = new URL('../../../server/src/platform/process/folder-lock.ts', import.meta.url).href;
const lockProgram = (folder: string) =>
  `import { lockFolder } from '${lockModule}'; await lockFolder('${folder}'); console.log('locked'); process.stdin.resume();`;
