import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeBackup } from '../../../server/src/platform/backup/base-backup.ts';
import { measureBackups } from '../../../server/src/platform/backup/backup-metrics.ts';
import { noteBackupState, readBackupState } from '../../../server/src/platform/backup/state.ts';
import { migrate } from '../../../server/src/platform/db/migrate.ts';
import { createMetricsServer } from '../../../server/src/platform/metrics/metrics-server.ts';
import { readInstallation, restoreInstallation } from '../../support/installation.ts';
import { accessOf, requestKey } from '../../support/request-key.ts';
import { archiving, backupGround, type BackupGround } from './backup-ground.ts';

const program = fileURLToPath(new URL('../../../server/src/backup/drill.main.ts', import.meta.url));
let ground: BackupGround;
let archive: ReturnType<typeof archiving>;
let folder: string;
let keyFile: string;

/** A single machine with the records of an earlier release. */
beforeAll(async () => {
  ground = await backupGround();
  folder = dirname(ground.secrets);
  keyFile = join(ground.folder, 'backup.key');
  await writeFile(keyFile, ground.identity);
  const { server } = ground;
  await server.createDatabase('yunzhen');
  const installation = await readInstallation(new URL('../../fixtures/installation-2026-11.br', import.meta.url));
  await restoreInstallation(server.adminUrl('yunzhen'), installation);
  await migrate(server.adminUrl('yunzhen'), accessOf(server.appUrl('yunzhen')));
  const keys = {
    KEY_ENCRYPTION_KEY: installation.keyEncryptionKey,
    DATABASE_REQUEST_KEY: requestKey.toString('base64'),
  };
  await writeFile(ground.secrets, JSON.stringify({ ...JSON.parse(await readFile(ground.secrets, 'utf8')), ...keys }));
  // As the backup program does with BACKUP_KEY_FILE.
  await noteBackupState(folder, { drills: true });
  archive = archiving(ground);
  await archive.begun;
}, 120_000);
afterAll(async () => {
  await archive.stop();
  await ground.close();
});

/** Takes a backup and runs the drill with it, as in the night. */
async function drill(): Promise<{ code: number | null; said: string }> {
  await takeBackup({ url: ground.backupUrl, store: ground.store, envelope: ground.envelope });
  await archive.caughtUp();
  const child = fork(program, [], {
    env: {
      ...process.env,
      LOG_LEVEL: 'error',
      DATA_DIR: folder,
      BACKUP_TARGET: ground.store.name,
      BACKUP_KEY_FILE: keyFile,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  const output = Promise.all(streams.map((stream) => text(stream)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said: (await output).join('') };
}

async function metrics(): Promise<string> {
  const { registry } = createMetricsServer('api');
  measureBackups(registry, { folder, isExpected: false });
  return registry.metrics();
}

describe('the restore drill of the night', { timeout: 240_000 }, () => {
  it('verifies every chain, signature, PDF and seal in the newest backup, says when, and leaves no copy', async () => {
    const { code, said } = await drill();
    expect([said, code]).toEqual([expect.stringMatching(/ [1-9]\d* audit entries, [1-9]\d* signatures, .* hold/), 0]);
    expect(await readBackupState(folder)).toMatchObject({ drillAt: expect.any(Date) as Date, drillTrouble: null });
    expect(await metrics()).toMatch(/^yunzhen_restore_drill_age_seconds\{process="api"\} \d/m);
    expect((await readdir(folder)).filter((name) => name.startsWith('backup-drill-'))).toEqual([]);
  });

  it('fails for a record and an audit entry that were changed, and keeps the time of the last good one', async () => {
    const good = (await readBackupState(folder))?.drillAt;
    const database = await ground.connect('yunzhen');
    await database.query(`SET session_replication_role = 'replica'`);
    const one = (table: string) => `id = (SELECT id FROM ${table} ORDER BY id LIMIT 1)`;
    await database.query(
      `UPDATE prescription_signature SET jws = left(jws, -8) || 'AAAAAAAA' WHERE ${one('prescription_signature')}`,
    );
    await database.query(`UPDATE audit_event SET at = at + interval '1 second' WHERE ${one('audit_event')}`);
    await database.end();
    const { code, said } = await drill();
    expect([said, code]).toEqual([expect.stringContaining('BROKEN prescription_signature'), 1]);
    expect(said).toContain('BROKEN audit chain');
    const state = await readBackupState(folder);
    expect([state?.drillAt, state?.drillTrouble]).toEqual([good, expect.stringContaining('failed verification')]);
    expect((await readdir(folder)).filter((name) => name.startsWith('backup-drill-'))).toEqual([]);
  });
});
