import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listHospitals } from '../../../shared/src/accounts/auth.contract.ts';
import { checkIdentity } from '../../../shared/src/accounts/identity.contract.ts';
import { inventedResidentNumber } from '../../../shared/src/accounts/resident-number.ts';
import { locales } from '../../../shared/src/core/locale.ts';
import { addPushDevice, listPushDevices } from '../../../shared/src/notifications/push.contract.ts';
import { roomOrders } from '../../../server/src/api/calls/rooms/room-orders.ts';
import { timeStamping } from '../../../server/src/api/time-stamping.ts';
import { jobsSchema } from '../../../server/src/platform/db/migrate.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { TestClient } from '../../support/client.ts';
import { CredentialFactory } from '../../support/credentials.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { PushReceiver } from '../../support/push-receiver.ts';
import { runJob } from '../../support/run-job.ts';
import { inHospital } from '../../support/tenancy.ts';
import { startApiOver, type TestApi } from '../../support/test-api.ts';
import { TimeStampResponder } from '../../support/time-stamp-responder.ts';

const names = ['mail', 'sms', 'push', 'identity', 'stamps', 'anchors', 'valkey', 'node'] as const;
type Name = (typeof names)[number];

const quiet = createLogger({ name: 'test', level: 'silent' });
const birthDate = '1980-05-01';
/** What is outside: each accepts connections, counts them and hangs up. */
const servers = new Map<Name, Server>();
const contacted = new Set<Name>();
const portOf = (name: Name) => (servers.get(name)?.address() as AddressInfo).port;
const httpAt = (name: Name) => `http://127.0.0.1:${portOf(name)}`;

let database: TestDatabase;
let receiver: PushReceiver;
let responder: TimeStampResponder;
let folder: string;
/** Stands in for the built app. */
let pages: string;
let settings: Record<string, string>;
let hospital: TestHospital;
let patient: TestPerson & { patientId: string };

beforeAll(async () => {
  for (const name of names) {
    const server = createServer((socket) => {
      contacted.add(name);
      socket.on('error', () => undefined).destroy();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    servers.set(name, server);
  }
  database = await createTestDatabase();
  receiver = await PushReceiver.start();
  responder = await TimeStampResponder.start();
  folder = await mkdtemp(join(tmpdir(), 'yunzhen-isolated-'));
  pages = join(folder, 'pages');
  await mkdir(pages);
  await writeFile(join(pages, 'index.html'), '<!doctype html><html lang="en"><head></head><body></body></html>');
  for (const locale of locales) await writeFile(join(pages, `${locale}.webmanifest`), '{}');
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  settings = {
    KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    SMTP_URL: `smtp://127.0.0.1:${portOf('mail')}`,
    SMS_GATEWAY_URL: httpAt('sms'),
    SMS_GATEWAY_TOKEN: 'gateway-token-123456',
    VAPID_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    PUSH_TRUSTED_ORIGINS: httpAt('push'),
    IDENTITY_SERVICE_URL: `${httpAt('identity')}/checks`,
    IDENTITY_SERVICE_TOKEN: 'identity-token-1234',
    AUDIT_ANCHOR_FOLDER: folder,
    AUDIT_ANCHOR_MAIL: 'keeper@elsewhere.test',
    AUDIT_ANCHOR_S3_URL: `${httpAt('anchors')}/bucket`,
    AUDIT_ANCHOR_S3_KEY_ID: 'key',
    AUDIT_ANCHOR_S3_SECRET: 'secret',
    REDIS_URL: `redis://127.0.0.1:${portOf('valkey')}`,
    BACKUPS: 'on',
    BACKUP_STATE_DIR: folder,
  };
});
afterAll(async () => {
  for (const server of servers.values()) server.close();
  await receiver.close();
  await responder.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const start = (extra: Record<string, string> = {}) =>
  startApiOver({ ...database, drop: () => Promise.resolve() }, { ...settings, ...extra }, quiet, undefined, pages);
const pageOf = async ({ url }: TestApi) => (await fetch(url)).text();
const count = async (sql: string) =>
  Number((await database.admin.query<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`)).rows[0]?.n);
const unsettled = () => count('message_delivery WHERE settled_at IS NULL');
const anchorFiles = () => readdir(join(folder, hospital.id)).catch((): string[] => []);
const checked = (person: TestPerson, serial: number) =>
  person.client.call(checkIdentity, {
    body: {
      name: '李伟',
      birthDate,
      sex: 'male',
      documentType: 'resident-id',
      number: inventedResidentNumber({ birthDate, sex: 'male' }, serial),
    },
  });

/** Sends what is due, anchors the audit trail, and orders a room and a time stamp. */
async function work(test: TestApi): Promise<void> {
  await database.admin.query(
    `UPDATE message_delivery SET due_at = now() - interval '1 minute' WHERE settled_at IS NULL`,
  );
  await inHospital(test, hospital.id, (tx) => tx.audit('duty.changed', { entity: 'practitioner', entityId: newId() }));
  await runJob(test, hospital.id, 'deliver-due-messages');
  await runJob(test, hospital.id, 'anchor-audit');
  const running = `${jobsSchema}.job WHERE name IN ('deliver-message', 'copy-audit-anchor') AND state IN ('created', 'active')`;
  await expect.poll(() => count(running), { timeout: 20_000 }).toBe(0);
  const order = { visitId: newId(), room: null, removed: [], endedSessions: [] };
  roomOrders(test.settings, quiet).send({ id: 'node-1', controlUrl: httpAt('node'), ownKey: true }, order as never);
  const stamps = { TSA_URL: httpAt('stamps'), TSA_CERTIFICATES: responder.root, ISOLATED: test.settings.ISOLATED };
  await expect(timeStamping(stamps, test.clock).authority?.stamp(Buffer.from('signature'))).rejects.toThrow();
}

it('a hospital reaches every place outside, and an isolated copy of it none', { timeout: 120_000 }, async () => {
  const original = await start();
  expect(await pageOf(original)).not.toContain('isolated-banner');
  const factory = new Factory(original);
  hospital = await factory.hospital();
  await new CredentialFactory(original).authority(hospital.id);
  patient = await factory.patient(hospital, '李伟', birthDate, false);
  const { publicKey } = await patient.client.ok(listPushDevices);
  const { keys } = receiver.subscribe(publicKey ?? '');
  await patient.client.ok(addPushDevice, {
    body: { endpoint: `${httpAt('push')}/push/1`, keys, device: 'Chrome · Android' },
  });
  await inHospital(original, hospital.id, async (tx) => {
    const facts = { at: '2031-01-01T08:00:00Z', doctor: { name: '王芳', nameLatin: 'Wang Fang' } };
    const message = { template: 'appointment.reminder', facts, link: '/appointments' } as const;
    await original.api.notify.notify(tx, { ...message, to: { accountId: patient.accountId } });
    await original.api.notify.sendTo(tx, { ...message, channel: 'mail', address: 'li@example.test', locale: 'en' });
    await original.api.notify.sendTo(tx, { ...message, channel: 'sms', address: '+8613900000000', locale: 'en' });
  });
  await checked(patient, 1);
  await work(original);
  await expect.poll(() => [...contacted].sort(), { timeout: 20_000 }).toEqual([...names].sort());
  await original.close();
  const waiting = await unsettled();
  expect(waiting).toBeGreaterThanOrEqual(3);
  const anchors = { stored: await count('audit_anchor'), files: await anchorFiles() };
  expect(anchors.files).not.toEqual([]);

  // As restored: the same database, keys and settings.
  contacted.clear();
  const copy = await start({ ISOLATED: 'true', TSA_URL: httpAt('stamps'), TSA_CERTIFICATES: responder.root });
  const client = new TestClient(copy.url);
  expect(await client.ok(listHospitals)).toMatchObject({ channels: [] });
  expect(await (await fetch(`${copy.url}/readyz`)).json()).toMatchObject({
    isolated: true,
    backups: 'off',
    bus: 'available',
  });
  expect(await pageOf(copy)).toContain('isolated-banner');
  for (const channel of ['mail', 'sms', 'push'] as const) expect(copy.api.notify.can(channel)).toBe(false);
  const visitor = await new Factory(copy).patient(hospital, '李伟', birthDate, false);
  expect((await visitor.client.ok(listPushDevices)).publicKey).toBeNull();
  expect((await checked(visitor, 2)).status).not.toBe(200);
  await work(copy);
  await copy.close();
  expect([...contacted]).toEqual([]);
  expect(await unsettled()).toBe(waiting);
  expect({ stored: await count('audit_anchor'), files: await anchorFiles() }).toEqual(anchors);
});
