import { execFile } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { entities } from '../../../server/src/api/entities.ts';
import { assertDemoFits } from '../../../server/src/api/start-checks.ts';
import { systemClock } from '../../../server/src/platform/clock.ts';
import { warnOfOldValues } from '../../../server/src/platform/config/old-values.ts';
import { createDataSource } from '../../../server/src/platform/db/data-source.ts';
import { migrate } from '../../../server/src/platform/db/migrate.ts';
import { assertDatabaseAnswers } from '../../../server/src/platform/db/reach-database.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import type { Logger } from '../../../server/src/platform/logging/logger.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { assertPortsAreFree } from '../../../server/src/platform/process/free-ports.ts';
import { machineSecrets } from '../../../server/src/platform/process/secrets.ts';
import { StartError } from '../../../server/src/platform/process/start-failure.ts';
import { CredentialFactory } from '../../support/credentials.ts';
import { createTestDatabase, directUrlOf, type TestDatabase } from '../../support/database.ts';
import { Factory } from '../../support/factories.ts';
import { freePort } from '../../support/free-port.ts';
import { checkedStart, startApiOver } from '../../support/test-api.ts';
import { accessOf, operatorUrlOf, requestKey } from '../../support/request-key.ts';

const program = fileURLToPath(new URL('../../../server/src/api/main.ts', import.meta.url));
const mediaProgram = fileURLToPath(new URL('../../../server/src/media/main.ts', import.meta.url));
const migrateProgram = fileURLToPath(new URL('../../../server/src/migrate/main.ts', import.meta.url));
const supervisor = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url));
const ticketKeys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const secret = () => randomBytes(32).toString('base64');

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Starts the api with settings that must fail; returns its output and exit code. */
function failedStart(
  settings: Record<string, string>,
  started = program,
): Promise<{ text: string; code: number | null }> {
  const env = {
    PATH: process.env['PATH'] ?? '',
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '',
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    PORT: '0',
    METRICS_PORT: '0',
    DATABASE_URL: database.appUrl,
    DATABASE_REQUEST_KEY: requestKey.toString('base64'),
    OPERATOR_DATABASE_URL: operatorUrlOf(database.appUrl),
    ACCESS_TOKEN_SECRET: secret(),
    KEY_ENCRYPTION_KEY: secret(),
    TICKET_PRIVATE_KEY: ticketKeys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    NODE_SECRET: randomBytes(24).toString('hex'),
    ...settings,
  };
  return new Promise((done) => {
    const child = execFile(process.execPath, [started], { env }, (_error, stdout, stderr) =>
      done({ text: (stdout + stderr).trim(), code: child.exitCode }),
    );
  });
}

/** Returns why an api does not start on this database; its process writes the text and ends with code 78. */
async function refusalOf({ appUrl }: TestDatabase, settings: Record<string, string> = {}): Promise<string> {
  const error: unknown = await checkedStart({ appUrl }, settings).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StartError);
  return (error as StartError).message;
}

const changed = (change: (url: URL) => void) => {
  const url = new URL(directUrlOf(database));
  change(url);
  return url.toString();
};

/** A folder of data that a test may use. */
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yunzhen-failed-start-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each([
  ['api', program],
  ['supervisor', supervisor],
])(
  'a wrong password of the database ends a start of the %s with one clear text and code 78',
  async (_what, started) => {
    const wrong = { DATABASE_URL: changed((url) => (url.password = 'hidden-value')), DATA_DIR: folder };
    const failed = await failedStart(wrong, started);
    expect(failed).toEqual({
      text: expect.stringMatching(/^DATABASE_URL: the database at \S+ does not accept the password of \w+\.$/),
      code: 78,
    });
    expect(failed.text).not.toContain('hidden-value');
  },
);

it.each<[string, (url: URL) => unknown, RegExp]>([
  [
    'that can’t be reached',
    (url) => (url.port = '1'),
    /^DATABASE_URL: .* at 127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\)\.$/,
  ],
  [
    'that does not exist',
    (url) => (url.pathname = '/nowhere'),
    /^DATABASE_URL: there is no database nowhere at \S+\.$/,
  ],
])('a database %s is named with its setting', async (_what, change, text) => {
  await expect(assertDatabaseAnswers({ DATABASE_URL: changed(change) })).rejects.toThrow(
    expect.objectContaining({ name: 'StartError', message: expect.stringMatching(text) }),
  );
});

it('the owner’s credential ends the start with a clear text', async () => {
  expect(await refusalOf(database, { DATABASE_OWNER_URL: database.adminUrl })).toBe(
    'DATABASE_OWNER_URL: the api must not have this setting. Remove it, and run npm run migrate with it in a separate process first.',
  );
});

it('a start names a bad key of secrets.json before it creates a database', async () => {
  const file = join(folder, 'secrets.json');
  await writeFile(file, JSON.stringify({ ...(await machineSecrets(folder)), KEY_ENCRYPTION_KEY: 'hidden' }));
  const own = { DATABASE_URL: '', OPERATOR_DATABASE_URL: '', KEY_ENCRYPTION_KEY: '', DATA_DIR: folder };
  const failed = await failedStart(own, supervisor);
  await rm(file);
  expect(failed).toEqual({
    text: expect.stringMatching(/^KEY_ENCRYPTION_KEY in \S+\/secrets\.json: expected 32 bytes in base64 [^\n]*$/),
    code: 78,
  });
  expect(failed.text).not.toContain('hidden');
  expect(existsSync(join(folder, 'postgres'))).toBe(false);
});

/** Returns settings with which a media node would start. */
const ofMedia = () => ({
  MEDIA_PORT: '0',
  MEDIA_METRICS_PORT: '0',
  MEDIA_WORKERS: '1',
  RTC_PORT: '0',
  RTC_LISTEN: '127.0.0.1',
  DATA_DIR: join(tmpdir(), `yunzhen-failed-start-${process.pid}`),
  TICKET_PUBLIC_KEY: ticketKeys.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  ...(process.env['MEDIASOUP_WORKER_BIN'] ? { MEDIASOUP_WORKER_BIN: process.env['MEDIASOUP_WORKER_BIN'] } : {}),
});

it('a start names a media port that another program uses', async () => {
  const taken = createSocket('udp4').bind(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address();
  const failed = await failedStart({ ...ofMedia(), RTC_PORT: String(port) }, mediaProgram);
  taken.close();
  expect(failed).toEqual({ text: `RTC_PORT: port ${port} is in use by another program.`, code: 78 });
});

it('a start tries a port of calls with its own protocol', async () => {
  const one = { setting: 'RTC_PORT', port: await freePort(), host: '127.0.0.1' };
  const udp = createSocket('udp4').bind(one.port, one.host);
  await once(udp, 'listening');
  await assertPortsAreFree([one], 0);
  const refused = assertPortsAreFree([{ ...one, protocol: 'udp' }], 0);
  await expect(refused).rejects.toThrow(`RTC_PORT: port ${one.port} is in use`);
  udp.close();
});

it('a start names a missing media worker', async () => {
  const failed = await failedStart({ ...ofMedia(), MEDIASOUP_WORKER_BIN: '/nowhere/worker' }, mediaProgram);
  expect(failed).toEqual({ text: 'MEDIASOUP_WORKER_BIN: /nowhere/worker cannot be run (ENOENT).', code: 78 });
});

it.each<[string, (port: number) => Record<string, string>, RegExp]>([
  [
    'port of calls in use',
    (port) => ({ RTC_PORT: String(port) }),
    /^RTC_PORT: port \d+ is in use by another program\. [^\n]*$/,
  ],
  [
    'missing media worker',
    () => ({ MEDIASOUP_WORKER_BIN: '/nowhere/worker' }),
    /^MEDIASOUP_WORKER_BIN: \/nowhere\/worker cannot be run \(ENOENT\)\.$/,
  ],
])('a start on one machine names a %s before it creates a database', async (_what, change, text) => {
  const taken = createSocket('udp4').bind(0, '127.0.0.1');
  await once(taken, 'listening');
  const own = {
    DATABASE_URL: '',
    OPERATOR_DATABASE_URL: '',
    DATA_DIR: join(folder, 'calls'),
    TIMEOUTS: 'ports.free=0',
  };
  const failed = await failedStart(
    { ...own, ...ofMedia(), DATA_DIR: own.DATA_DIR, ...change(taken.address().port) },
    supervisor,
  );
  taken.close();
  expect(failed).toEqual({ text: expect.stringMatching(text), code: 78 });
  expect(existsSync(join(own.DATA_DIR, 'postgres'))).toBe(false);
});

it('a start names a folder that is not writable before it starts anything', async () => {
  const failed = await failedStart({ DATA_DIR: join(program, 'data') }, supervisor);
  expect(failed).toEqual({ text: expect.stringMatching(/^DATA_DIR: .* is not writable \(ENOTDIR\)\.$/), code: 78 });
});

it.each([
  ['api', program],
  ['supervisor', supervisor],
])('a start of the %s rejects an address that is not absolute', async (_what, started) => {
  const failed = await failedStart({ PUBLIC_URL: 'hospital.example' }, started);
  expect(failed).toEqual({
    text: expect.stringContaining('PUBLIC_URL: expected an absolute http or https URL'),
    code: 78,
  });
});

it.each(['main.ts', 'take.main.ts'])('an isolated copy starts no backup (%s)', async (file) => {
  const started = fileURLToPath(new URL(`../../../server/src/backup/${file}`, import.meta.url));
  const settings = { ISOLATED: 'true', BACKUP_TARGET: '/nowhere/at/all', BACKUP_RECIPIENTS: 'age1abc' };
  expect(await failedStart(settings, started)).toEqual({
    text: 'ISOLATED: an isolated copy makes no backups.',
    code: 78,
  });
});

it('a start accepts TRUST_PROXY=true of earlier releases and warns once', async () => {
  const elsewhere = { DATABASE_URL: changed((url) => (url.port = '1')), LOG_LEVEL: 'warn' };
  const { text } = await failedStart({ TRUST_PROXY: 'true', ...elsewhere });
  expect(text.match(/TRUST_PROXY: \\"true\\" counts as 1 proxy/g)).toHaveLength(1);
  expect(text).toContain('cannot be reached');
  const warn = vi.fn<(text: string) => void>();
  warnOfOldValues({ TRUST_PROXY: '1' }, { warn } as unknown as Logger);
  expect(warn).not.toHaveBeenCalled();
});

it('a start leaves a schema of a newer release unchanged', async () => {
  const { rows } = await database.admin.query('SELECT max(timestamp) AS newest FROM schema_migration');
  const newest = Number(rows[0].newest) + 1;
  await database.admin.query('INSERT INTO schema_migration (timestamp, name, oldest_program) VALUES ($1, $2, $3)', [
    newest,
    'Later9',
    '99.0.0',
  ]);
  const failed = await failedStart({});
  await database.admin.query('DELETE FROM schema_migration WHERE timestamp = $1', [newest]);
  // The process of an older release: one line, which names the release to start.
  expect(failed).toEqual({
    text: expect.stringMatching(/^DATABASE_URL: [^\n]*Later9[^\n]* Start release 99\.0\.0 or a later one, [^\n]*$/),
    code: 78,
  });
});

it('api and migration leave a schema unchanged whose migration was edited after it ran', async () => {
  const { rows } = await database.admin.query('SELECT name, checksum FROM schema_migration ORDER BY id LIMIT 1');
  const [{ name, checksum }] = rows;
  const edit = (to: string) =>
    database.admin.query('UPDATE schema_migration SET checksum = $2 WHERE name = $1', [name, to]);
  await edit('0'.repeat(64));
  const [refusal, migrating] = await Promise.all([
    refusalOf(database),
    migrate(database.adminUrl, accessOf(database.appUrl)).catch((error: unknown) => error),
  ]);
  await edit(checksum);
  const text = `${name} ran on this database with other content than in this program. Reinstall the unmodified release.`;
  expect(refusal).toBe(`DATABASE_URL: ${text}`);
  expect(migrating).toEqual(new StartError(`DATABASE_OWNER_URL: ${text}`));
});

it('a start on a database without tables ends with instructions', async () => {
  const empty = await createTestDatabase('template1');
  const refusal = await refusalOf(empty);
  await empty.drop();
  expect(refusal).toMatch(/^DATABASE_URL: the database lacks \d+ migrations, the first is \w+\. Run npm run migrate/);
});

describe('a database with a hospital', () => {
  let own: TestDatabase;
  beforeAll(async () => {
    own = await createTestDatabase();
    await own.admin.query(
      `INSERT INTO hospital (id, slug, name, jurisdiction, time_zone, locale, created_at)
       VALUES ($1, 'riverside', $2, 'CN', 'Asia/Shanghai', 'zh-CN', now())`,
      [newId(), { en: 'Riverside', zh: '河畔医院' }],
    );
  });
  afterAll(() => own.drop());

  it('gets no demo accounts when it is real, as after a restore without NODE_ENV', async () => {
    const migrating = { DATABASE_URL: own.appUrl, OPERATOR_DATABASE_URL: operatorUrlOf(own.appUrl) };
    const failed = await failedStart(
      { ...migrating, DATABASE_OWNER_URL: own.adminUrl, DEMO_MODE: 'true' },
      migrateProgram,
    );
    expect(failed).toEqual({
      text: expect.stringMatching(/^DEMO_MODE: this database belongs to a real installation, .*NODE_ENV=production/),
      code: 78,
    });
    const { rows } = await own.admin.query('SELECT slug FROM hospital');
    expect(rows).toEqual([{ slug: 'riverside' }]);
  });

  it('is not served in demo mode when it is real, without a migration too', async () => {
    expect(await refusalOf(own, { DEMO_MODE: 'true' })).toMatch(
      /^DEMO_MODE: this database belongs to a real installation/,
    );
  });

  it('is not served in production when it is an open demo, and the text says how to suspend it', async () => {
    await own.admin.query(`UPDATE hospital SET demo_accounts = '[{"role": "patient"}]'`);
    const refusal = await refusalOf(own, { NODE_ENV: 'production' });
    const [, heading = ''] =
      /^NODE_ENV: .* \(riverside\), .* docs\/operations\/upgrade\.md, "(.*)"\.$/.exec(refusal) ?? [];
    const upgrade = readFileSync(new URL('../../../docs/operations/upgrade.md', import.meta.url), 'utf8');
    expect(upgrade).toContain(`## ${heading}\n`);
  });

  it('beside a demo starts in production once the demo is suspended, and in demo mode no longer', async () => {
    const source = await createDataSource({ url: own.appUrl, poolSize: 2, entities, requestKey }).initialize();
    const start = (settings: { NODE_ENV: string; DEMO_MODE: boolean }) =>
      assertDemoFits(new Transactions(source, systemClock), settings).then(
        () => 'starts',
        (error: Error) => error.message.split(':')[0],
      );
    const production = { NODE_ENV: 'production', DEMO_MODE: false };
    const trial = { NODE_ENV: 'development', DEMO_MODE: true };
    await own.admin.query(
      `INSERT INTO hospital (id, slug, name, jurisdiction, time_zone, locale, created_at)
       SELECT $1, 'stonebridge', name, jurisdiction, time_zone, locale, now() FROM hospital`,
      [newId()],
    );
    expect([await start(production), await start(trial)]).toEqual(['NODE_ENV', 'starts']);
    await own.admin.query(`UPDATE hospital SET suspended_at = now() WHERE slug = 'riverside'`);
    expect([await start(production), await start(trial)]).toEqual(['starts', 'DEMO_MODE']);
    await source.destroy();
  });
});

it('a start with the wrong key-encryption key names the key that opens the secrets', async () => {
  const own = await createTestDatabase();
  const key = secret();
  const api = await startApiOver({ ...own, drop: () => Promise.resolve() }, { KEY_ENCRYPTION_KEY: key });
  const hospital = await new Factory(api).hospital();
  await new CredentialFactory(api).authority(hospital.id);
  await api.close();
  const failed = await failedStart({ DATABASE_URL: own.appUrl });
  await own.drop();
  // The last check of a start: its process makes them all.
  expect(failed).toEqual({
    text: expect.stringMatching(
      /^KEY_ENCRYPTION_KEY: .* sealed under the key kek-1, and none of the given keys opens them/,
    ),
    code: 78,
  });
});
