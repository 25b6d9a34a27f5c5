import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { apiSettings } from '../../server/src/platform/config/settings.ts';
import { NodeProcess } from '../integration/calls/media/support/node-process.ts';
import { MovableClock } from '../support/clock.ts';
import { Factory } from '../support/factories.ts';
import { operatorUrlOf, requestKey } from '../support/request-key.ts';
import { startBenchServer } from './bench-database.ts';
import { addressOf, startChild } from './children.ts';
import { atTheEnd } from './endings.ts';
import { option, report } from './report.ts';
import { oneVisit, type Pair } from './soak/pairs.ts';
import { Samples } from './soak/sampling.ts';

/*
 * Runs thirty patients who repeatedly come, wait for `--wait` seconds (15), talk for `--talk` seconds (30) and leave, for `--minutes` (120). Memory,
 * descriptors, tables and event loop must stay flat: prints the trend of each.
 */
const minutes = option('minutes', 120);
const patients = option('patients', 30);
const pace = { waitMs: option('wait', 15) * 1000, talkMs: option('talk', 30) * 1000 };
const sampleMs = Math.max(5_000, Math.min(60_000, (minutes * 60_000) / 60));

const server = await startBenchServer();
const database = await server.database();
const ticketKeys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const secret = () => randomBytes(32).toString('base64');
const [port, metricsPort, mediaPort] = [await freePort(), await freePort(), await freePort()];
const url = `http://127.0.0.1:${port}`;
const environment = {
  NODE_ENV: 'test',
  LOG_LEVEL: 'error',
  PORT: String(port),
  METRICS_PORT: String(metricsPort),
  DATABASE_URL: database.appUrl,
  DATABASE_REQUEST_KEY: requestKey.toString('base64'),
  OPERATOR_DATABASE_URL: operatorUrlOf(database.appUrl),
  ACCESS_TOKEN_SECRET: secret(),
  KEY_ENCRYPTION_KEY: secret(),
  TICKET_PRIVATE_KEY: ticketKeys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  NODE_SECRET: secret(),
  DATA_DIR: server.folder,
  RATE_LIMIT_FACTOR: '1000',
  HOME: process.env['HOME'] ?? '/',
};
const api = startChild(fileURLToPath(new URL('../../server/src/api/main.ts', import.meta.url)), environment, [
  '--expose-gc',
  `--import=${new URL('soak/collect.ts', import.meta.url).href}`,
]);
await addressOf(api);
const node = await NodeProcess.start({
  PATH: process.env['PATH'] ?? '',
  NODE_ENV: 'test',
  DATA_DIR: join(server.folder, 'media'),
  MEDIA_PORT: String(mediaPort),
  MEDIA_PUBLIC_URL: `http://127.0.0.1:${mediaPort}`,
  MEDIA_METRICS_PORT: '0',
  API_URL: url,
  TICKET_PUBLIC_KEY: ticketKeys.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  NODE_SECRET: environment.NODE_SECRET,
  RTC_PORT: '0',
  RTC_LISTEN: '127.0.0.1',
  MEDIA_WORKERS: '1',
  MEDIA_LOAD_LIMIT: '1',
  MEDIASOUP_WORKER_BIN: process.env['MEDIASOUP_WORKER_BIN'] ?? '',
});
atTheEnd(() => node.end('SIGKILL'));

const factory = new Factory({
  url,
  settings: readConfig(apiSettings, environment),
  clock: new MovableClock(),
  database: { ...database, drop: async () => undefined },
});
const hospital = await factory.hospital();
const pairs: Pair[] = [];
while (pairs.length < patients) {
  pairs.push({ patient: await factory.patient(hospital), doctor: await factory.doctor(hospital) });
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port: free } = listener.address() as AddressInfo;
  listener.close();
  return free;
}

const begun = performance.now();
const until = begun + minutes * 60_000;
let visits = 0;
const failures: string[] = [];

/** Rejects after a time in which every visit ends, so that one that hangs is counted instead of ending the bench. */
async function tooLong(): Promise<never> {
  await delay(pace.waitMs + pace.talkMs + 120_000, undefined, { ref: false });
  throw new Error('a visit did not end');
}

/** Tokens expire after minutes, and users sign in again now and then. */
async function comeAndGo(first: Pair): Promise<void> {
  let pair = first;
  while (performance.now() < until) {
    try {
      for (const person of [pair.patient, pair.doctor]) {
        person.accessToken = (await factory.sessionOf(person)).accessToken;
        person.client.accessToken = person.accessToken;
      }
      await Promise.race([oneVisit({ url, hospital }, pair, pace), tooLong()]);
      visits += 1;
    } catch (error) {
      failures.push(/"code":"([\w.-]+)"/.exec(String(error))?.[1] ?? String(error).slice(0, 100));
      // An open visit would block the next one: this pair is replaced by a new one.
      pair = { patient: await factory.patient(hospital), doctor: await factory.doctor(hospital) };
    }
  }
}

const programs = [
  { name: 'api', metricsUrl: `http://127.0.0.1:${metricsPort}/metrics` },
  { name: 'node', metricsUrl: node.metricsUrl },
];
const samples = new Samples(programs, node.workerPid, database.admin);
const all = Promise.all(
  pairs.map(async (pair, at) => {
    // Patients arrive one after another, not all at the same moment.
    await delay(at * 300);
    await comeAndGo(pair);
  }),
);
while (performance.now() < until) {
  await delay(sampleMs);
  await samples.take(performance.now() - begun);
}
await all;

const lines = [
  `${visits} visits in ${minutes} minutes by ${patients} patients; ${failures.length} failed`,
  ...new Set(failures),
];
process.stdout.write(`${lines.join('\n  ')}\n`);
const table = samples.table();
const rowOf = (figure: string) => table.find((row) => row.figure === figure);
const slope = (figure: string) => rowOf(figure)?.perHour ?? Number.NaN;
const flat = (figure: string, unit: string, most: number) => ({
  name: `${figure} an hour`,
  value: slope(figure),
  unit,
  goal: `<= ${most}`,
});
report('soak', visits, table, [
  { name: 'failed visits', value: failures.length, unit: 'visits', goal: '<= 0' },
  flat('api heap MB', 'MB', 10),
  flat('node heap MB', 'MB', 5),
  flat('worker RSS MB', 'MB', 5),
  flat('api descriptors', 'descriptors', 5),
  flat('node descriptors', 'descriptors', 5),
  flat('worker descriptors', 'descriptors', 2),
  flat('open_page rows', 'rows', 2),
  flat('call_key rows', 'rows', 0),
  flat('api_process rows', 'rows', 0),
  flat('figure_pending rows', 'rows', 10),
  flat('jobs waiting', 'jobs', 5),
  {
    // Five minutes of messages: their number follows that of the visits.
    name: 'page_message rows an hour, share of the most',
    value: slope('page_message rows') / (rowOf('page_message rows')?.highest ?? Number.NaN),
    unit: 'ratio',
    goal: '<= 0.1',
  },
  {
    name: 'database MB for 1,000 visits',
    value: (slope('database MB') / 60) * minutes * (1000 / Math.max(1, visits)),
    unit: 'MB',
    goal: null,
  },
]);
