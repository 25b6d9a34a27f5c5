import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import { noteBackupState } from '../../../server/src/platform/backup/state.ts';
import { programVersion } from '../../../server/src/platform/process/program-version.ts';
import { systemContext } from '../../../server/src/platform/context.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import {
  foundHospital,
  listOperatorEvents,
  readInstallationHealth,
} from '../../../shared/src/operator/operator.contract.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { MailServer } from '../../support/mail-server.ts';
import { signedInOperator } from '../../support/operators.ts';
import { runJob } from '../../support/run-job.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { NodeVoice } from '../calls/media-nodes.ts';

let test: TestApi;
let mail: MailServer;
let hospital: TestHospital;
let patient: TestPerson;
let headers: Record<string, string>;
let folder: string;
const health = () => new TestClient(test.url).ok(readInstallationHealth, { headers });

beforeAll(async () => {
  mail = await MailServer.start();
  folder = await mkdtemp(join(tmpdir(), 'yunzhen-health-'));
  // Failures are part of the tests.
  const log = createLogger({ name: 'test', level: 'silent' });
  test = await startTestApi({ SMTP_URL: mail.url, DATA_DIR: folder }, log);
  const factory = new Factory(test);
  hospital = await factory.hospital();
  patient = await factory.patient(hospital);
  ({ headers } = await signedInOperator(test));
});
afterAll(async () => {
  await test.close();
  await mail.close();
  await rm(folder, { recursive: true });
});

describe('the health of the installation', () => {
  it('is for operators only, and each look is in their log', async () => {
    expect((await patient.client.call(readInstallationHealth)).problem.code).toBe('auth.required');
    await health();
    const { items } = await new TestClient(test.url).ok(listOperatorEvents, {
      headers,
      query: { action: 'health.viewed' },
    });
    expect(items[0]).toMatchObject({ action: 'health.viewed', operator: 'Wu Lan', outcome: 'done' });
  });

  it('names the release, clock and disk of each api process, and the schema', async () => {
    const { programs, database } = await health();
    expect(programs).toMatchObject([{ own: true, version: programVersion }]);
    expect(programs?.[0]?.diskFreeBytes).toBeGreaterThan(0);
    expect(Math.abs(programs?.[0]?.clockOffsetSeconds ?? 99)).toBeLessThan(30);
    const { rows } = await test.database.admin.query<{ name: string }>(
      'SELECT name FROM schema_migration ORDER BY id DESC LIMIT 1',
    );
    expect(database).toMatchObject({ schema: rows[0]?.name, pending: 0, unknown: 0 });
    expect(database?.bytes).toBeGreaterThan(1_000_000);
  });

  it('says where files go and how much room they need', async () => {
    const { files } = await health();
    expect(files).toMatchObject({ newFiles: 'postgres', bucket: null });
    expect(files?.tableBytes).toBeGreaterThan(0);
  });

  it('names files of the database from before its upgrade', async () => {
    expect((await health()).database?.keptFiles).toEqual([]);
    await mkdir(join(folder, 'postgres-17-2026-11-30'));
    expect((await health()).database?.keptFiles).toEqual([
      { folder: 'postgres-17-2026-11-30', since: '2026-11-30T00:00:00.000Z' },
    ]);
  });

  it('shows the last run of a job, and its failures since the last success', async () => {
    await runJob(test, hospital.id, 'tend-waiting-rooms');
    const job = async (name: string) => (await health()).jobs?.find((one) => one.name === name);
    await expect.poll(async () => (await job('tend-waiting-rooms'))?.succeededAt).toBeTruthy();
    expect(await job('tend-waiting-rooms')).toMatchObject({ failures: 0, periodSeconds: 60 });
    const poisoned = new Transactions(test.source, test.clock);
    await poisoned.run(systemContext(hospital.id, 'test'), (tx) =>
      test.api.jobs.enqueue(tx, 'deliver-message', { hospitalId: 'nowhere' }, newId()),
    );
    await expect.poll(async () => (await job('deliver-message'))?.failures).toBeGreaterThan(0);
    expect((await job('deliver-message'))?.failedAt).toBeTruthy();
  });

  it('shows the last delivered mail, the last error by its code, and what waits', async () => {
    const send = () =>
      new Transactions(test.source, test.clock).run(systemContext(hospital.id, 'test'), (tx) =>
        test.api.notify.notify(tx, {
          to: { accountId: patient.accountId },
          template: 'appointment.reminder',
          facts: { at: '2026-12-01T01:30:00.000Z', doctor: { name: '王芳', nameLatin: 'Wang Fang' } },
          link: '/appointments',
        }),
      );
    const channel = async (name: string) => (await health()).messages?.find((one) => one.channel === name);
    expect(await channel('sms')).toMatchObject({ configured: false, waiting: 0, succeededAt: null });
    await send();
    await expect.poll(async () => (await channel('mail'))?.succeededAt).toBeTruthy();
    expect(await channel('mail')).toMatchObject({ configured: true, failures: 0, waiting: 0 });
    mail.refusals.push(451);
    await send();
    await expect.poll(async () => (await channel('mail'))?.failures).toBe(1);
    expect(await channel('mail')).toMatchObject({ failure: '451', waiting: 1 });
    expect(JSON.stringify(await health())).not.toContain('@');
  });

  it('lists media nodes with release and clock, also those that fell silent', async () => {
    const [near, old] = [new NodeVoice(test, 'node-near'), new NodeVoice(test, 'node-old')];
    await old.beat();
    test.clock.advance(10_000);
    await near.beat({ version: '9.9.9', sentAt: new Date(Date.now() + 60_000).toISOString(), freeVisits: 7 });
    const { nodes } = await health();
    expect(nodes).toMatchObject([
      { id: 'node-near', alive: true, version: '9.9.9', freeVisits: 7 },
      { id: 'node-old', alive: false, version: null, clockOffsetSeconds: null },
    ]);
    expect(nodes?.[0]?.clockOffsetSeconds).toBeGreaterThan(50);
  });

  it('counts certificates for signing that end soon, by hospital and without a person', async () => {
    const body = {
      id: newId(),
      slug: `s-${newId().slice(-10)}`,
      name: { en: 'Riverside', zh: '河畔医院' },
      jurisdiction: 'CN' as const,
      timeZone: 'Asia/Shanghai',
      locale: 'zh-CN' as const,
      administrator: { email: `${newId()}@river.test`, name: '周敏' },
    };
    await new TestClient(test.url).ok(foundHospital, { headers, body });
    const ending = async () =>
      (await health()).certificates?.signing.find((one) => one.hospital.slug === body.slug) ?? null;
    expect(await ending()).toBeNull();
    await test.database.admin.query(
      `UPDATE signing_credential SET not_after = $2 WHERE hospital_id = $1 AND kind = 'hospital-ca'`,
      [body.id, new Date(test.clock.now().getTime() + 20 * 86_400_000)],
    );
    // The metrics' first count starts when they are first read.
    const overdue = () => test.api.overdueCertificates();
    await expect.poll(overdue).toEqual({ tls: 0, 'hospital-ca': 1, practitioner: 0 });
    expect(await ending()).toMatchObject({ kind: 'hospital-ca', ending: 1, hospital: { name: body.name } });
  });

  it('shows backups once they are on, and what of them is late', async () => {
    expect((await health()).backups).toBe('off');
    const now = test.clock.now();
    await noteBackupState(folder, {
      since: new Date(0),
      backupAt: now,
      logAt: new Date(0),
      drills: true,
      drillAt: now,
    });
    expect((await health()).backups).toMatchObject({ late: ['log'], drills: true, backupAt: now.toISOString() });
  });

  it('hides no other part when one cannot be read', async () => {
    await test.database.admin.query('REVOKE SELECT ON last_outcome FROM yunzhen_app');
    const { jobs, messages, nodes, database } = await health();
    await test.database.admin.query('GRANT SELECT ON last_outcome TO yunzhen_app');
    expect([jobs, messages]).toEqual([null, null]);
    expect([nodes, database]).not.toContain(null);
  });
});
