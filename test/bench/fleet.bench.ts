import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { firstInstantFrom } from '@yunzhen/shared/core/time/wall-clock';
import { jobsSchema } from '../../server/src/platform/db/migrate.ts';
import { freePort } from '../support/free-port.ts';
import { TcpProxy } from '../support/impairment/tcp-proxy.ts';
import { operatorUrlOf, requestKey } from '../support/request-key.ts';
import { startBenchServer } from './bench-database.ts';
import { startChild } from './children.ts';
import { atTheEnd } from './endings.ts';
import { startFleet } from './fleet/nodes.ts';
import { runNights } from './fleet/nights.ts';
import { addRecentCalls } from './fleet/recent-calls.ts';
import { acceptPastEntries } from '../support/past-clock.ts';
import { addCalls, addHospitals, addPast, timeZone } from './fleet/rows.ts';
import { option, quantile, report } from './report.ts';

/*
 * Measures what grows with hospitals, far from the database: heartbeats of media nodes and the jobs of every minute in one api process, then the
 * nightly jobs over many visits. The nodes are simulated by the program's own heartbeats, without workers. The round trip is added by a relay.
 */
const hospitalCount = option('hospitals', 215);
const nodeCount = option('nodes', 40);
const each = option('visits', 250);
const roundTripMs = option('delay', 50);
const seconds = option('seconds', 150);
const past = option('past', 5_000_000);

/** The api counts a node without a heartbeat for this long as dead. */
const silentMs = 6_000;

const server = await startBenchServer();

/** Returns an address of the database with the round trip added. */
async function farFrom(url: string): Promise<string> {
  const far = new URL(url);
  const target = { host: far.hostname, port: Number(far.port) };
  const proxy = await TcpProxy.start({ listen: { host: '127.0.0.1', port: 0 }, target, roundTripMs });
  atTheEnd(() => proxy.close());
  far.port = String(proxy.port);
  far.hostname = '127.0.0.1';
  return far.href;
}

/** Starts an api as in production; returns its address and the secret of the nodes. */
async function startApi(databaseUrl: string): Promise<{ url: string; secret: string }> {
  const port = await freePort();
  const secret = randomBytes(24).toString('hex');
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const child = startChild(fileURLToPath(new URL('../../server/src/api/main.ts', import.meta.url)), {
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    PORT: String(port),
    METRICS_PORT: '0',
    DATABASE_URL: databaseUrl,
    DATABASE_REQUEST_KEY: requestKey.toString('base64'),
    OPERATOR_DATABASE_URL: operatorUrlOf(databaseUrl),
    ACCESS_TOKEN_SECRET: randomBytes(32).toString('base64'),
    KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    TICKET_PRIVATE_KEY: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    NODE_SECRET: secret,
    RATE_LIMIT_FACTOR: '10000',
  });
  await once(child, 'message');
  return { url: `http://127.0.0.1:${port}`, secret };
}

async function measureFleet() {
  const { appUrl, admin } = await server.database('fleet');
  const hospitals = await addHospitals(admin, hospitalCount);
  const nodes = Array.from({ length: nodeCount }, (_, n) => `node-${n + 1}`);
  const calls = await addCalls(admin, { hospitals, nodes, each });
  const { url: apiUrl, secret } = await startApi(await farFrom(appUrl));
  const fleet = startFleet({ apiUrl, secret, intervalMs: 2_000 }, calls);
  const silences = new Map<string, number>();
  const dead = new Set<string>();
  let flaps = 0;
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await delay(250)) {
    const { rows } = await admin.query<{ id: string; silence: number }>(
      'SELECT id, extract(epoch FROM clock_timestamp() - last_seen_at)::float8 * 1000 AS silence FROM media_node',
    );
    for (const { id, silence } of rows) {
      silences.set(id, Math.max(silences.get(id) ?? 0, silence));
      if (silence <= silentMs) dead.delete(id);
      else if (!dead.has(id)) {
        dead.add(id);
        flaps += 1;
      }
    }
  }
  await fleet.stop();
  const { rows: sweeps } = await admin.query<{ name: string; seconds: number; failed: number }>(
    `SELECT name, max(extract(epoch FROM completed_on - started_on))::float8 AS seconds, count(*) FILTER (WHERE state = 'failed')::int AS failed
     FROM ${jobsSchema}.job WHERE completed_on IS NOT NULL AND name IN (SELECT name FROM ${jobsSchema}.schedule WHERE cron = '* * * * *')
     GROUP BY name ORDER BY name`,
  );
  return { fleet, flaps, silences, sweeps };
}

/** Returns half past four of yesterday: every night has begun, and none is over. */
const nightBefore = (now: number) => new Date(firstInstantFrom(timeZone, dayIn(timeZone, now - DAY_MS), '04:30'));

async function measureNights() {
  const { appUrl, admin } = await server.database('nights');
  await acceptPastEntries({ admin });
  const hospitals = await addHospitals(admin, hospitalCount);
  const now = nightBefore(Date.now());
  const begun = performance.now();
  await addPast(admin, hospitals, past, now);
  await addRecentCalls(admin, now);
  const loading = (performance.now() - begun) / 1000;
  const far = await farFrom(appUrl);
  const first = await runNights(far, now);
  const next = await runNights(far, new Date(now.getTime() + DAY_MS));
  const { rows } = await admin.query<{ deleted: number; looked: number }>(
    `SELECT (SELECT coalesce(sum((details->>'records')::int), 0)::int FROM audit_event WHERE action = 'retention.records-forgotten') AS deleted,
       (SELECT count(*)::int FROM visit WHERE process_forgotten_at IS NOT NULL) AS looked`,
  );
  return { loading, first, next, ...rows[0] };
}

const { fleet, flaps, silences, sweeps } = await measureFleet();
process.stdout.write([...new Set(fleet.failures)].map((failure) => `no answer: ${failure}\n`).join(''));
const { loading, first, next, deleted = 0, looked = 0 } = await measureNights();
const sumOf = (night: ReadonlyMap<string, number>) => [...night.values()].reduce((sum, one) => sum + one, 0);
const rowsOf = (night: ReadonlyMap<string, number>, which: string) =>
  [...night].map(([job, taken]) => ({ job: `${job}, ${which}`, 'longest s': Number(taken.toFixed(2)), failed: 0 }));

report(
  'fleet',
  1,
  [
    ...sweeps.map(({ name, ...row }) => ({
      job: name,
      'longest s': Number(row.seconds.toFixed(2)),
      failed: row.failed,
    })),
    ...rowsOf(first, 'after many nights'),
    ...rowsOf(next, 'the night after'),
  ],
  [
    { name: 'nodes that counted as dead for a time', value: flaps, unit: 'times', goal: '<= 0' },
    { name: 'longest silence of a node', value: Math.max(...silences.values()), unit: 'ms', goal: `<= ${silentMs}` },
    { name: 'heartbeats without an answer', value: fleet.failures.length, unit: 'times', goal: '<= 0' },
    { name: 'rooms closed by mistake', value: fleet.closed(), unit: 'rooms', goal: '<= 0' },
    { name: 'heartbeats', value: fleet.times.length, unit: 'times', goal: null },
    { name: 'heartbeat, median', value: quantile(fleet.times, 0.5), unit: 'ms', goal: null },
    { name: 'heartbeat, 95th percentile', value: quantile(fleet.times, 0.95), unit: 'ms', goal: null },
    { name: 'loading the visits', value: loading, unit: 's', goal: null },
    { name: 'nightly jobs of all hospitals, after many nights', value: sumOf(first), unit: 's', goal: null },
    { name: 'nightly jobs of all hospitals, the night after', value: sumOf(next), unit: 's', goal: '<= 60' },
    { name: 'visits whose process records came due', value: looked, unit: 'visits', goal: null },
    { name: 'records deleted', value: deleted, unit: 'records', goal: null },
  ],
);
