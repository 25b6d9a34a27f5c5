import { operatorUrlOf, requestKey } from '../support/request-key.ts';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { apiSettings } from '../../server/src/platform/config/settings.ts';
import { MovableClock } from '../support/clock.ts';
import { Factory } from '../support/factories.ts';
import { floods, type Target } from './abuse/floods.ts';
import { startBenchServer } from './bench-database.ts';
import { startChild } from './children.ts';
import { option, quantile, report } from './report.ts';

/* Measures a doctor’s requests for the queue while one attacker, a signed-in patient with one address, floods the api. `--seconds` per flood. */
const seconds = option('seconds', 60);
const server = await startBenchServer();
const database = await server.database();
const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const secret = () => randomBytes(32).toString('base64');
const port = await freePort();
const environment = {
  NODE_ENV: 'test',
  LOG_LEVEL: 'silent',
  PORT: String(port),
  METRICS_PORT: '0',
  DATABASE_URL: database.appUrl,
  DATABASE_REQUEST_KEY: requestKey.toString('base64'),
  OPERATOR_DATABASE_URL: operatorUrlOf(database.appUrl),
  ACCESS_TOKEN_SECRET: secret(),
  KEY_ENCRYPTION_KEY: secret(),
  TICKET_PRIVATE_KEY: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  NODE_SECRET: secret(),
  DATA_DIR: server.folder,
  HOME: process.env['HOME'] ?? '/',
};
const api = startChild(fileURLToPath(new URL('../../server/src/api/main.ts', import.meta.url)), environment);
await once(api, 'message');
const url = `http://127.0.0.1:${port}`;
const settings = readConfig(apiSettings, environment);
const factory = new Factory({
  url,
  settings,
  clock: new MovableClock(),
  database: { ...database, drop: async () => undefined },
});
const hospital = await factory.hospital();
const doctor = await factory.doctor(hospital);
const patients = await Promise.all(Object.keys(floods).map(() => factory.patient(hospital)));

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port: free } = listener.address() as AddressInfo;
  listener.close();
  return free;
}

/** Returns the milliseconds of each response to the doctor; a response without a queue counts as lost. */
async function askForTheQueue(forSeconds: number): Promise<{ times: number[]; lost: number }> {
  const times: number[] = [];
  let lost = 0;
  for (const until = performance.now() + forSeconds * 1000; performance.now() < until;) {
    const begun = performance.now();
    const status = await fetch(`${url}/api/queue`, {
      headers: { authorization: `Bearer ${doctor.client.accessToken}` },
      signal: AbortSignal.timeout(30_000),
    }).then(
      async (answer) => (await answer.arrayBuffer(), answer.status),
      () => 0,
    );
    times.push(performance.now() - begun);
    if (status !== 200) lost += 1;
    await new Promise((later) => setTimeout(later, 150));
  }
  return { times, lost };
}

const rowOf = (name: string, { times, lost }: { times: number[]; lost: number }) => ({
  flood: name,
  asked: times.length,
  lost,
  median: Math.round(quantile(times, 0.5)),
  'p95 ms': Math.round(quantile(times, 0.95)),
  slowest: Math.round(Math.max(...times)),
});

await askForTheQueue(2);
const rows = [rowOf('none', await askForTheQueue(Math.min(seconds, 10)))];
for (const [at, name] of Object.keys(floods).entries()) {
  const attacker = startChild(fileURLToPath(new URL('./abuse/attacker-process.ts', import.meta.url)), {});
  await once(attacker, 'message');
  const accessToken = patients[at]?.accessToken ?? '';
  const { departmentId, slug } = hospital;
  const target: Target = { url, hospital: slug, doctorId: doctor.practitionerId, departmentId, accessToken };
  attacker.send({ flood: name, target });
  rows.push(rowOf(name, await askForTheQueue(seconds)));
  attacker.kill();
  await once(attacker, 'exit');
}
const figures = rows.slice(1).flatMap((row) => [
  { name: `p95: ${row.flood}`, value: row['p95 ms'], unit: 'ms', goal: '<= 300' },
  { name: `lost: ${row.flood}`, value: row.lost, unit: 'requests', goal: '<= 0' },
]);
report('abuse', 1, rows, figures);
