import { fork } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../support/free-port.ts';
import { operatorUrlOf, requestKey } from '../support/request-key.ts';
import { startBenchServer } from './bench-database.ts';
import { memoryOf } from './footprint/memory.ts';
import { median, option, report } from './report.ts';

/*
 * Processor time and memory of one start of the api, until it serves an empty installation: what every restart costs, and each test of a killed api.
 * The compile cache is warm. `--checkout=FOLDER` measures another checkout with the same migrations. Linux only.
 */
const rounds = option('rounds', 7);
const goal = 1.2;
/** Of `/proc/PID/stat`: the kernel’s unit of time for programs is a hundredth of a second everywhere. */
const ticksPerSecond = 100;

const folder = process.argv.find((argument) => argument.startsWith('--checkout='))?.slice('--checkout='.length);
const checkout = folder ? resolve(folder) : fileURLToPath(new URL('../../', import.meta.url));
const server = await startBenchServer();
const { appUrl } = await server.database();
const secret = () => randomBytes(32).toString('base64');
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const env = {
  PATH: process.env['PATH'] ?? '',
  NODE_COMPILE_CACHE: join(server.folder, 'compile-cache'),
  NODE_ENV: 'test',
  LOG_LEVEL: 'error',
  API_DOCS: 'false',
  API_DRAIN_SECONDS: '0',
  METRICS_PORT: '0',
  DATABASE_URL: appUrl,
  DATABASE_REQUEST_KEY: requestKey.toString('base64'),
  OPERATOR_DATABASE_URL: operatorUrlOf(appUrl),
  ACCESS_TOKEN_SECRET: secret(),
  KEY_ENCRYPTION_KEY: secret(),
  TICKET_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  NODE_SECRET: randomBytes(24).toString('hex'),
};

/** Starts the api and ends it as soon as it serves. Returns seconds of processor time, seconds that passed, and megabytes. */
async function start(): Promise<{ cpu: number; passed: number; megabytes: number }> {
  const port = await freePort();
  const before = performance.now();
  const child = fork(join(checkout, 'server/src/api/main.ts'), [], {
    env: { ...env, PORT: String(port) },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const pid = child.pid ?? 0;
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the api ended before it served'))),
  ]);
  const passed = (performance.now() - before) / 1000;
  // The fields after the name, which may contain spaces: the twelfth and thirteenth are the time as the program and in the kernel.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const cpu = (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  const megabytes = memoryOf(pid).reduce((sum, each) => sum + each.megabytes, 0);
  // After it says that it serves it writes the compile cache, and only then answers.
  await fetch(`http://127.0.0.1:${port}/healthz`);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  return { cpu, passed, megabytes };
}

// Fills the compile cache.
await start();
const starts: Awaited<ReturnType<typeof start>>[] = [];
for (let round = 0; round < rounds; round++) starts.push(await start());
report(
  'start',
  rounds,
  starts.map(({ cpu, passed, megabytes }) => ({
    'processor seconds': cpu,
    seconds: Number(passed.toFixed(2)),
    MB: Math.round(megabytes),
  })),
  [
    { name: 'processor time', value: median(starts.map(({ cpu }) => cpu)), unit: 's', goal: `<= ${goal}` },
    { name: 'memory', value: median(starts.map(({ megabytes }) => megabytes)), unit: 'MB', goal: null },
  ],
);
