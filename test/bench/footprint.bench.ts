import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { admitVisit } from '@yunzhen/shared/visits/visits.contract';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { apiSettings } from '../../server/src/platform/config/settings.ts';
import { embeddedDatabase } from '../../server/src/platform/db/embedded-url.ts';
import { startInstallation } from '../e2e/support/installation.ts';
import { MovableClock } from '../support/clock.ts';
import { Factory } from '../support/factories.ts';
import { waitingVisit } from '../support/visit-steps.ts';
import { atTheEnd } from './endings.ts';
import { byName, memoryOf, type ProcessMemory } from './footprint/memory.ts';
import { option, report } from './report.ts';
import { takeSeat } from './soak/pairs.ts';

/*
 * Memory of everything that `npm start` starts (proportional set size, all processes), at rest after `--settle` seconds (150), and with `--calls` (10)
 * calls that send sound and picture. The browsers’ side of the calls is this process, which does not count.
 */
const settle = option('settle', 150);
const calls = option('calls', 10);
const restGoal = 600;
const callsGoal = 1024;
const samples = 5;

const installation = await startInstallation({ DEMO_YEAR: 'true', NODE_ENV: 'development', RATE_LIMIT_FACTOR: '1000' });
atTheEnd(() => installation.stop());
// The history of the demo hospitals is written once, after the first start.
while (memoryOf(installation.pid).some(({ name }) => name === 'demo year')) await delay(1_000);
await delay(settle * 1000);
const atRest = await smallest();

const { url: databaseUrl, requestKey } = await embeddedDatabase(installation.folder);
const secrets = JSON.parse(await readFile(join(installation.folder, 'secrets.json'), 'utf8')) as Record<string, string>;
const adminUrl = new URL(databaseUrl);
adminUrl.username = 'postgres';
adminUrl.password = secrets['DATABASE_ADMIN_PASSWORD'] ?? '';
const admin = new pg.Pool({ connectionString: adminUrl.href, max: 2 });
atTheEnd(() => admin.end());
const factory = new Factory({
  url: installation.url,
  settings: readConfig(apiSettings, {
    DATABASE_URL: databaseUrl,
    OPERATOR_DATABASE_URL: databaseUrl,
    DATABASE_REQUEST_KEY: requestKey,
    ...secrets,
  }),
  clock: new MovableClock(),
  database: { admin, adminUrl: adminUrl.href, appUrl: databaseUrl, drop: async () => undefined },
});
const hospital = await factory.hospital();
const open: { close: () => void }[] = [];
atTheEnd(() => open.forEach((each) => each.close()));
const seats: Awaited<ReturnType<typeof takeSeat>>[] = [];
for (let call = 0; call < calls; call++) {
  const people = [await factory.patient(hospital), await factory.doctor(hospital)] as const;
  const { id: visitId } = await waitingVisit(hospital, ...people);
  await people[1].client.ok(admitVisit, { params: { visitId } });
  for (const person of people) seats.push(await takeSeat(person, visitId, open));
}
const stepMs = 100;
const talking = setInterval(() => seats.forEach(({ participant }) => participant.advance(stepMs)), stepMs);
await delay(20_000);
const inCalls = await smallest();
clearInterval(talking);

/** The sample with the smallest sum: others include garbage that is not collected yet. */
async function smallest(): Promise<ProcessMemory[]> {
  const taken: ProcessMemory[][] = [];
  for (let sample = 0; sample < samples; sample++) {
    taken.push(memoryOf(installation.pid));
    await delay(2_000);
  }
  const [least = []] = taken.toSorted((one, other) => sumOf(one) - sumOf(other));
  return least;
}

function sumOf(processes: readonly ProcessMemory[]): number {
  return processes.reduce((sum, { megabytes }) => sum + megabytes, 0);
}

const withCalls = byName(inCalls);
const table = [...byName(atRest)].map(([name, { count, megabytes }]) => ({
  name,
  processes: count,
  'MB at rest': Math.round(megabytes),
  [`MB with ${calls} calls`]: Math.round(withCalls.get(name)?.megabytes ?? 0),
}));
report('footprint', samples, table, [
  { name: 'at rest', value: sumOf(atRest), unit: 'MB', goal: `<= ${restGoal}` },
  { name: `with ${calls} calls`, value: sumOf(inCalls), unit: 'MB', goal: `<= ${callsGoal}` },
]);
