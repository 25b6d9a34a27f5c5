import { listSlots } from '@yunzhen/shared/scheduling/appointments.contract';
import { openHours } from '../support/appointment-steps.ts';
import { operatorUrlOf, requestKey } from '../support/request-key.ts';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { apiSettings } from '../../server/src/platform/config/settings.ts';
import { MovableClock } from '../support/clock.ts';
import { Factory } from '../support/factories.ts';
import { type Target } from './abuse/attacker.ts';
import { floods as allFloods } from './abuse/floods.ts';
import { startBenchServer } from './bench-database.ts';
import { addressOf, startChild } from './children.ts';
import { option, quantile, report } from './report.ts';

/* Measures a doctor’s requests for the queue while one attacker, a signed-in patient with one address, floods the api. `--seconds` per flood; `--only=` part of its name. */
const seconds = option('seconds', 60);
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7) ?? '';
const floods = Object.keys(allFloods).filter((name) => name.includes(only));
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
await addressOf(api);
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
const patients = await Promise.all(floods.map(() => factory.patient(hospital)));
await openHours(hospital, doctor);
const [anyone] = patients;
if (!anyone) throw new Error('each flood has its own patient');
const { days } = await anyone.client.ok(listSlots, {
  params: { doctorId: doctor.practitionerId },
  query: { days: 14 },
});
const slots = days.slice(1).flatMap((day) => day.slots.map(({ startsAt }) => startsAt));

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port: free } = listener.address() as AddressInfo;
  listener.close();
  return free;
}

/** Returns the milliseconds of each response to the doctor, whose tokens expire during a long run; a response without a queue counts as lost. */
async function askForTheQueue(forSeconds: number): Promise<{ times: number[]; lost: number }> {
  const times: number[] = [];
  let lost = 0;
  for (const until = performance.now() + forSeconds * 1000; performance.now() < until;) {
    const { accessToken } = factory.clientOf(doctor);
    const begun = performance.now();
    const status = await fetch(`${url}/api/queue`, {
      headers: { authorization: `Bearer ${accessToken}` },
      signal: AbortSignal.timeout(30_000),
    }).then(
      async (answer) => (await answer.arrayBuffer(), answer.status),
      () => 0,
    );
    times.push(performance.now() - begun);
    if (status !== 200) lost += 1;
    await delay(150);
  }
  return { times, lost };
}

const rowOf = (name: string, attempts: number, { times, lost }: { times: number[]; lost: number }) => ({
  flood: name,
  attempts,
  asked: times.length,
  lost,
  median: Math.round(quantile(times, 0.5)),
  'p95 ms': Math.round(quantile(times, 0.95)),
  slowest: Math.round(Math.max(...times)),
});

const quietSeconds = Math.min(seconds, 10);
await askForTheQueue(2);
const rows = [rowOf('none, before', 0, await askForTheQueue(quietSeconds))];
for (const [at, name] of floods.entries()) {
  const attacker = startChild(fileURLToPath(new URL('./abuse/attacker-process.ts', import.meta.url)), {});
  await addressOf(attacker);
  const patient = patients[at];
  if (!patient) throw new Error('each flood has its own patient');
  const accessToken = factory.clientOf(patient).accessToken ?? '';
  const { departmentId, slug } = hospital;
  const target: Target = { url, hospital: slug, doctorId: doctor.practitionerId, departmentId, slots, accessToken };
  let attempts = 0;
  const flooding = new Promise<void>((begun) =>
    attacker.on('message', (message: { attempts?: number }) => {
      attempts = message.attempts ?? attempts;
      if (attempts > 0) begun();
    }),
  );
  attacker.send({ flood: name, target });
  const quiet = delay(30_000, undefined, { ref: false }).then(() => {
    throw new Error(`${name}: the attacker attempts nothing`);
  });
  await Promise.race([flooding, quiet]);
  quiet.catch(() => undefined);
  const asked = await askForTheQueue(seconds);
  rows.push(rowOf(name, attempts, asked));
  const ended = once(attacker, 'exit');
  attacker.kill('SIGKILL');
  await ended;
  // What the flood has left behind is not the next one's.
  await askForTheQueue(3);
}
rows.push(rowOf('none, after', 0, await askForTheQueue(quietSeconds)));
const figures = rows.slice(1).flatMap((row) => [
  { name: `p95: ${row.flood}`, value: row['p95 ms'], unit: 'ms', goal: '<= 300' },
  { name: `lost: ${row.flood}`, value: row.lost, unit: 'requests', goal: '<= 0' },
]);
report('abuse', 1, rows, figures);
