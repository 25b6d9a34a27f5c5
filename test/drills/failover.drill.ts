import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { apiSettings } from '../../server/src/platform/config/settings.ts';
import { migrate } from '../../server/src/platform/db/migrate.ts';
import { machineSecrets } from '../../server/src/platform/process/secrets.ts';
import { quantile } from '../bench/report.ts';
import { MovableClock } from '../support/clock.ts';
import { Clinic } from '../support/clinic.ts';
import { freePort } from '../support/free-port.ts';
import { listen, type RecordListener } from '../support/record-socket.ts';
import { accessOf } from '../support/request-key.ts';
import type { TestGround } from '../support/test-api.ts';
import { Cluster, missingPrograms } from './failover/cluster.ts';
import { Release, type ReleaseProcess } from './upgrade/release.ts';
import { WatchedCall } from './upgrade/watched-call.ts';

/**
 * `npm run drill -- failover`: kills the primary of a Patroni cluster with its machine under load. Two apis reach the cluster through
 * PgBouncer and HAProxy; a call goes on and pages stay open. Goals: writes again within 30 s, no acknowledged write lost, no call dropped or frozen.
 */
const LOADS = 4;
/** Prescriptions that are signed before the kill. */
const SIGNED_BEFORE = 40;
const PAGES = 100;
const PAGES_EACH = 20;
/** A picture that stands for longer counts as frozen; the drill looks every half a second. */
const FREEZE_MS = 2_000;
const say = (text: string) => void process.stdout.write(`${text}\n`);
const missing = missingPrograms();
if (missing.length > 0) {
  say(`Install these packages of Debian first: apt-get install ${missing.join(' ')}`);
  process.exit(1);
}

const base = await mkdtemp(join(tmpdir(), 'yunzhen-drill-'));
await chmod(base, 0o755);
const secrets = await machineSecrets(join(base, 'data'));
const passwords = { admin: secrets.DATABASE_ADMIN_PASSWORD, app: secrets.DATABASE_APP_PASSWORD };
const cluster = await Cluster.start(join(base, 'cluster'), { ...passwords, operators: 'test-operators' });
say('two servers replicate synchronously; the api connects through PgBouncer and HAProxy');
const [adminUrl, appUrl] = [cluster.adminUrl('yunzhen'), cluster.appUrl];
await migrate(adminUrl, { ...accessOf(appUrl), operatorUrl: cluster.operatorUrl });
const environment = {
  NODE_ENV: 'test',
  LOG_LEVEL: 'fatal',
  DATABASE_URL: appUrl,
  OPERATOR_DATABASE_URL: cluster.operatorUrl,
  DATABASE_REQUEST_KEY: accessOf(appUrl).requestKey.toString('base64'),
  ACCESS_TOKEN_SECRET: secrets.ACCESS_TOKEN_SECRET,
  KEY_ENCRYPTION_KEY: secrets.KEY_ENCRYPTION_KEY,
  NODE_SECRET: secrets.NODE_SECRET,
  RATE_LIMIT_FACTOR: '1000',
};
const program = Release.current();
const running: ReleaseProcess[] = [];

async function startApi(): Promise<string> {
  const PORT = String(await freePort());
  const more = {
    PORT,
    METRICS_PORT: '0',
    DATA_DIR: join(base, 'data'),
    TICKET_PRIVATE_KEY: secrets.TICKET_PRIVATE_KEY,
  };
  running.push(await program.start('api', { ...environment, ...more }));
  return `http://127.0.0.1:${PORT}`;
}

async function startNode(apiUrl: string): Promise<void> {
  const port = String(await freePort());
  const workerBin = process.env['MEDIASOUP_WORKER_BIN'];
  const node = await program.start('media', {
    ...environment,
    DATA_DIR: join(base, 'node'),
    NODE_ID: 'node',
    MEDIA_PORT: port,
    MEDIA_PUBLIC_URL: `http://127.0.0.1:${port}`,
    MEDIA_METRICS_PORT: '0',
    API_URL: apiUrl,
    TICKET_PUBLIC_KEY: secrets.TICKET_PUBLIC_KEY,
    RTC_PORT: '0',
    RTC_LISTEN: '127.0.0.1',
    MEDIA_WORKERS: '1',
    ...(workerBin ? { MEDIASOUP_WORKER_BIN: workerBin } : {}),
  });
  running.push(node);
  while ((await admin.query('SELECT 1 FROM media_node')).rowCount === 0) await delay(100);
}

// A connection that HAProxy accepted and never connected on must not stop the load.
const admin = new pg.Pool({
  connectionString: adminUrl,
  max: 3,
  connectionTimeoutMillis: 5_000,
  query_timeout: 10_000,
});
admin.on('error', () => undefined);
const urls = [await startApi(), await startApi()];
const groundAt = (url: string): TestGround => ({
  url,
  settings: readConfig(apiSettings, { ...environment, TICKET_PRIVATE_KEY: secrets.TICKET_PRIVATE_KEY }),
  clock: new MovableClock(),
  database: { adminUrl, appUrl, admin, drop: () => admin.end() },
});
await startNode(urls[0] ?? '');

/** Signed prescriptions whose answer arrived, with its time. */
const acknowledged: { id: string; at: number }[] = [];
let refused = 0;
let isLoading = true;

/** Signs prescriptions, one patient after the other, and tries again after a refusal. */
async function load(url: string): Promise<void> {
  const clinic = await Clinic.open(groundAt(url));
  while (isLoading) {
    try {
      const { id } = await clinic.signed(await clinic.factory.patient(clinic.hospital));
      acknowledged.push({ id, at: performance.now() });
    } catch {
      refused += 1;
      await delay(200);
    }
  }
}

async function beginCall(): Promise<WatchedCall> {
  const clinic = await Clinic.open(groundAt(urls[0] ?? ''));
  const patient = await clinic.factory.patient(clinic.hospital);
  const visit = await clinic.admitted(patient);
  return WatchedCall.begin(visit.id, [patient, clinic.doctor]);
}

/** Opens pages of signed-in pharmacists, spread over the apis. */
async function openPages(): Promise<RecordListener[]> {
  const clinic = await Clinic.open(groundAt(urls[0] ?? ''));
  const pages: RecordListener[] = [];
  while (pages.length < PAGES) {
    const { accessToken } = await clinic.factory.pharmacist(clinic.hospital);
    for (let index = 0; index < PAGES_EACH; index += 1) pages.push(await listen(urls[index % 2] ?? '', accessToken));
  }
  return pages;
}

try {
  const call = await beginCall();
  const pages = await openPages();
  let left = 0;
  for (const { socket } of pages) socket.on('disconnect', () => (left += 1));
  const loads = urls.flatMap((url) => Array.from({ length: LOADS / urls.length }, () => load(url)));
  while (acknowledged.length < SIGNED_BEFORE) await delay(100);
  const before = acknowledged.length;
  const killedAt = performance.now();
  const killed = await cluster.killPrimary();
  say(`${before} prescriptions signed; primary ${killed} killed`);
  while (!acknowledged.some(({ at }) => at > killedAt + 1_000)) await delay(100);
  const back = acknowledged.find(({ at }) => at > killedAt + 1_000)?.at ?? 0;
  await delay(10_000);
  isLoading = false;
  await Promise.all(loads);
  const goesOn = await call.goesOn();
  const { rows } = await admin.query<{ id: string }>('SELECT prescription_id AS id FROM prescription_signature');
  const there = new Set(rows.map(({ id }) => id));
  const lost = acknowledged.filter(({ id }) => !there.has(id)).length;
  const refetches = pages.map(({ covered }) => covered.filter(({ whole }) => !whole).length);
  const pauses = acknowledged.slice(1).map(({ at }, index) => at - (acknowledged[index]?.at ?? at));
  say(`writes again after ${((back - killedAt) / 1000).toFixed(1)} s (goal 30)`);
  say(`acknowledged ${acknowledged.length}, lost ${lost} (goal 0); refused or unanswered meanwhile ${refused}`);
  say(
    `longest pause between two acknowledged ${(Math.max(...pauses) / 1000).toFixed(1)} s, median ${quantile(pauses, 0.5).toFixed(0)} ms`,
  );
  say(
    `call dropped ${call.dropped}, goes on: ${goesOn}; longest without sound ${Math.round(call.longestSilence)} ms, without a new picture ${Math.round(call.longestFreeze)} ms (goal ${FREEZE_MS})`,
  );
  say(
    `${PAGES} pages: ${left} disconnected, ${refetches.filter((count) => count > 0).length} told to refetch everything`,
  );
  call.close();
  for (const page of pages) page.close();
  const isSmooth = goesOn && call.dropped === 0 && call.longestFreeze <= FREEZE_MS;
  process.exitCode = lost === 0 && isSmooth && back - killedAt <= 30_000 ? 0 : 1;
} finally {
  isLoading = false;
  await Promise.all(running.map((each) => each.stop()));
  await admin.end();
  await cluster.stop();
  await rm(base, { recursive: true, force: true });
}
process.exit();
