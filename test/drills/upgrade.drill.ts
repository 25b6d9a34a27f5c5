import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { apiSettings } from '../../server/src/platform/config/settings.ts';
import { startEmbeddedPostgres } from '../../server/src/platform/db/embedded-postgres.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { machineSecrets } from '../../server/src/platform/process/secrets.ts';
import { quantile } from '../bench/report.ts';
import { MovableClock } from '../support/clock.ts';
import { Clinic } from '../support/clinic.ts';
import { freePort } from '../support/free-port.ts';
import { accessOf, operatorUrlOf } from '../support/request-key.ts';
import type { TestGround } from '../support/test-api.ts';
import { Balancer } from './upgrade/balancer.ts';
import { Release, type ReleaseProcess } from './upgrade/release.ts';
import { emptyTally, RetryingClient, type Tally } from './upgrade/retrying-client.ts';
import { WatchedCall } from './upgrade/watched-call.ts';

/**
 * `npm run drill -- upgrade [N−1 [N]]` (revisions, default HEAD~1 and HEAD): rolls two apis from N−1 to N and back under load, with a call on
 * a media node of each release. N gets migrations that N−1 does not know.
 */
const [, , , before = 'HEAD~1', after = 'HEAD'] = process.argv;
/** Milliseconds under load at each stage. */
const STAGE_MS = 6_000;
const LOADS = 2;
const say = (text: string) => void process.stdout.write(`${text}\n`);

const base = await mkdtemp(join(tmpdir(), 'yunzhen-drill-'));
const releases: Release[] = [];
const running = new Set<ReleaseProcess>();
const log = createLogger({ name: 'drill', level: 'error' });
const data = join(base, 'data');
const secrets = await machineSecrets(data);
const server = await startEmbeddedPostgres({
  folder: data,
  passwords: { admin: secrets.DATABASE_ADMIN_PASSWORD, app: secrets.DATABASE_APP_PASSWORD },
  log,
});
await server.createDatabase('yunzhen');
const [adminUrl, appUrl] = [server.adminUrl('yunzhen'), server.appUrl('yunzhen')];
const balancer = await Balancer.open();
const environment = {
  NODE_ENV: 'test',
  LOG_LEVEL: 'error',
  NODE_COMPILE_CACHE: join(base, 'compile-cache'),
  DATABASE_URL: appUrl,
  OPERATOR_DATABASE_URL: operatorUrlOf(appUrl),
  DATABASE_REQUEST_KEY: accessOf(appUrl).requestKey.toString('base64'),
  ACCESS_TOKEN_SECRET: secrets.ACCESS_TOKEN_SECRET,
  KEY_ENCRYPTION_KEY: secrets.KEY_ENCRYPTION_KEY,
  NODE_SECRET: secrets.NODE_SECRET,
  RATE_LIMIT_FACTOR: '1000',
};

/** One api behind the balancer. */
interface Backend {
  readonly url: string;
  readonly program: ReleaseProcess;
}

async function startApi(release: Release): Promise<Backend> {
  const PORT = String(await freePort());
  const program = await release.start('api', {
    ...environment,
    PORT,
    METRICS_PORT: '0',
    DATA_DIR: data,
    API_DRAIN_SECONDS: '1',
    TICKET_PRIVATE_KEY: secrets.TICKET_PRIVATE_KEY,
  });
  running.add(program);
  const url = `http://127.0.0.1:${PORT}`;
  await balancer.add(url);
  return { url, program };
}

/** Stops it as an operator does: it is not ready first, and serves what still comes. */
async function stop({ url, program }: Backend): Promise<void> {
  await program.stop();
  balancer.remove(url);
  running.delete(program);
}

async function startNode(release: Release, id: string): Promise<void> {
  const port = String(await freePort());
  const workerBin = process.env['MEDIASOUP_WORKER_BIN'];
  const node = await release.start('media', {
    ...environment,
    DATA_DIR: join(base, id),
    NODE_ID: id,
    MEDIA_PORT: port,
    MEDIA_PUBLIC_URL: `http://127.0.0.1:${port}`,
    MEDIA_METRICS_PORT: '0',
    API_URL: balancer.url,
    TICKET_PUBLIC_KEY: secrets.TICKET_PUBLIC_KEY,
    RTC_PORT: '0',
    RTC_LISTEN: '127.0.0.1',
    MEDIA_WORKERS: '1',
    MEDIA_MAX_VISITS: '1',
    ...(workerBin ? { MEDIASOUP_WORKER_BIN: workerBin } : {}),
  });
  running.add(node);
  const admitted = () => admin.query('SELECT 1 FROM media_node WHERE id = $1', [id]);
  while ((await admitted()).rowCount === 0) await delay(100);
}

const admin = new pg.Pool({ connectionString: adminUrl, max: 3 });
const ground: TestGround = {
  url: balancer.url,
  settings: readConfig(apiSettings, { ...environment, TICKET_PRIVATE_KEY: secrets.TICKET_PRIVATE_KEY }),
  clock: new MovableClock(),
  database: { adminUrl, appUrl, admin, drop: () => admin.end() },
};
const rows: Record<string, string | number>[] = [];
const calls: WatchedCall[] = [];
const failures: string[] = [];
let tally: Tally = emptyTally();
let isLoading = true;

/** Signs prescriptions, one patient after the other. */
async function load(): Promise<void> {
  const clinic = await Clinic.open(ground);
  RetryingClient.of(clinic.doctor, balancer.url, () => tally);
  while (isLoading) {
    const patient = RetryingClient.of(await clinic.factory.patient(clinic.hospital), balancer.url, () => tally);
    await clinic.signed(patient).catch((error: unknown) => failures.push((error as Error).message));
  }
}

async function beginCall(): Promise<WatchedCall> {
  const clinic = await Clinic.open(ground);
  const patient = await clinic.factory.patient(clinic.hospital);
  const visit = await clinic.admitted(patient);
  const call = await WatchedCall.begin(visit.id, [patient, clinic.doctor]);
  calls.push(call);
  return call;
}

/** Carries out one step under load, stays in its state for a while, and adds a row to the table. */
async function stage(name: string, work: () => Promise<unknown>): Promise<void> {
  tally = emptyTally();
  const begun = performance.now();
  await work();
  await delay(STAGE_MS);
  rows.push({
    stage: name,
    seconds: Number(((performance.now() - begun) / 1000).toFixed(1)),
    requests: tally.requests,
    retried: tally.retried,
    failed: tally.failed,
    'p95 ms': Math.round(quantile(tally.milliseconds, 0.95)),
    'calls dropped': calls.reduce((sum, { dropped }) => sum + dropped, 0),
  });
}

try {
  const old = Release.checkOut('N−1', before, join(base, 'before'));
  const next = Release.checkOut('N', after, join(base, 'after'));
  releases.push(old, next);
  next.addExpandingMigrations();
  say(`N−1 is ${old.commit}, N is ${next.commit} with two more migrations`);
  const owner = { ...environment, DATABASE_OWNER_URL: adminUrl };
  await old.start('migrate', owner);
  let [first, second] = [await startApi(old), await startApi(old)];
  await startNode(old, 'node-before');
  const onOld = await beginCall();
  const loads = Array.from({ length: LOADS }, load);
  await stage('two apis of N−1', async () => undefined);
  await stage('migrations of N', () => next.start('migrate', owner));
  await stage('one api of each, node of N', async () => {
    const replaced = first;
    first = await startApi(next);
    await stop(replaced);
    await startNode(next, 'node-after');
    const onNew = await beginCall();
    say(`calls on ${onOld.nodeId} and ${onNew.nodeId}`);
  });
  await stage('two apis of N', async () => {
    const replaced = second;
    second = await startApi(next);
    await stop(replaced);
  });
  await stage('back: one api of each', async () => {
    const replaced = first;
    first = await startApi(old);
    await stop(replaced);
  });
  await stage('back: migrations of N−1, two apis of N−1', async () => {
    await old.start('migrate', owner);
    const replaced = second;
    second = await startApi(old);
    await stop(replaced);
  });
  const goOn = await Promise.all(calls.map((call) => call.goesOn()));
  isLoading = false;
  await Promise.all(loads);
  const dropped = calls.filter((call, index) => call.dropped > 0 || !goOn[index]).length;
  const { rowCount: signed } = await admin.query('SELECT 1 FROM prescription_signature');
  console.table(rows);
  for (const failure of failures.slice(0, 5)) say(failure);
  const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column]), 0);
  say(`${signed} prescriptions signed; ${sum('requests')} requests, ${sum('retried')} retried once`);
  say(`failed after one retry: ${failures.length} (goal 0)`);
  const silence = Math.round(Math.max(...calls.map(({ longestSilence }) => longestSilence)));
  const freeze = Math.round(Math.max(...calls.map(({ longestFreeze }) => longestFreeze)));
  say(
    `calls dropped: ${dropped} of ${calls.length} (goal 0); longest without sound ${silence} ms, without a new picture ${freeze} ms`,
  );
  process.exitCode =
    failures.length === 0 && dropped === 0 && new Set(calls.map(({ nodeId }) => nodeId)).size === 2 ? 0 : 1;
} finally {
  isLoading = false;
  for (const call of calls) call.close();
  await Promise.all([...running].map((child) => child.stop()));
  balancer.close();
  await admin.end();
  await server.stop();
  for (const release of releases) release.remove();
  await rm(base, { recursive: true, force: true });
}
process.exit();
