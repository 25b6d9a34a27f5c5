import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { sendMessage } from '../../shared/src/chat/chat.contract.ts';
import { verifyCode } from '../../shared/src/signing/verification.contract.ts';
import { startEmbeddedPostgres } from '../../server/src/platform/db/embedded-postgres.ts';
import { migrate } from '../../server/src/platform/db/migrate.ts';
import { newId } from '../../server/src/platform/ids.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { machineSecrets } from '../../server/src/platform/process/secrets.ts';
import { openKeyEncryption } from '../../server/src/platform/signing/open-key-encryption.ts';
import { AccessTokens } from '../../server/src/platform/tickets/access-token.ts';
import { TestClient } from '../support/client.ts';
import { Clinic } from '../support/clinic.ts';
import type { TestPerson } from '../support/factories.ts';
import { freePort } from '../support/free-port.ts';
import { accessOf, requestKey } from '../support/request-key.ts';
import { startApiOver } from '../support/test-api.ts';
import { holdVisits } from './move/held-visits.ts';
import { addVisits } from './move/many-visits.ts';

/**
 * `npm run drill -- move [visits]`: moves a hospital between two installations, each with its own PostgreSQL server, keys and api, while its patients
 * write. Measures for how long it was read-only, and verifies everything at the target.
 */
const visits = Number(process.argv[3] ?? 10_000);
/** So many visits are held through the api; the others are copies of them. */
const heldVisits = 20;
const goalSeconds = 10;
const begunAll = performance.now();
const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(0);
const say = (text: string) => void process.stdout.write(`${text}\n`);
const log = createLogger({ name: 'drill', level: 'silent' });
const base = await mkdtemp(join(tmpdir(), 'yunzhen-drill-'));

type Installation = Awaited<ReturnType<typeof install>>;

/** Starts an installation with a new database server, as on a single machine. */
async function install(name: string) {
  const folder = join(base, name);
  const secrets = await machineSecrets(folder);
  const passwords = { admin: secrets.DATABASE_ADMIN_PASSWORD, app: secrets.DATABASE_APP_PASSWORD };
  const server = await startEmbeddedPostgres({ folder, passwords, log });
  await server.createDatabase('yunzhen');
  const [adminUrl, appUrl] = [server.adminUrl('yunzhen'), server.appUrl('yunzhen')];
  await migrate(adminUrl, accessOf(appUrl));
  const admin = new pg.Pool({ connectionString: adminUrl, max: 3 });
  admin.on('error', () => undefined);
  const { KEY_ENCRYPTION_KEY, ACCESS_TOKEN_SECRET } = secrets;
  const api = await startApiOver(
    { adminUrl, appUrl, admin, drop: () => admin.end() },
    { KEY_ENCRYPTION_KEY, ACCESS_TOKEN_SECRET },
    log,
  );
  const env = {
    ...process.env,
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: adminUrl,
    DATABASE_REQUEST_KEY: requestKey.toString('base64'),
    KEY_ENCRYPTION_KEY,
  };
  return { api, env, server };
}

/** Starts a command of the installation and prints what it says. */
function start({ env }: Pick<Installation, 'env'>, program: string, ...args: string[]) {
  const file = fileURLToPath(new URL(`../../server/src/${program}.ts`, import.meta.url));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const reader = createInterface(child.stdout);
  reader.on('line', (line) => {
    lines.push(line);
    say(`  ${program} ${args[0] ?? ''}: ${line}`);
  });
  const ended = once(child, 'exit').then(([code]) => code as number);
  return { child, lines, ended, says: (part: string) => until(() => lines.some((line) => line.includes(part))) };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await delay(50);
}

const [from, to] = [await install('source'), await install('target')];
const clinic = await Clinic.open(from.api);
const { hospital } = clinic;
const { admin, adminUrl } = from.api.database;
const begunHolding = performance.now();
const held = await holdVisits(clinic, admin, Math.min(visits, heldVisits));
say(`${held.length} visits were held through the api (${seconds(begunHolding)} s)`);
const [prescriptionId = ''] = held.map((visit) => visit.prescriptionId);
const keys = await openKeyEncryption(from.api.settings);
const begunCopying = performance.now();
const copied = await addVisits(adminUrl, hospital.id, held, { visits, keys });
say(`${visits} more are copies of them: ${copied} rows, and the links of their entries (${seconds(begunCopying)} s)`);
const { rows: size } = await admin.query<{ size: string; rows: number }>(
  `SELECT pg_size_pretty(pg_database_size(current_database())) AS size, (SELECT sum(reltuples) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace)::float8 AS rows`,
);
say(`the source has ${size[0]?.size}, ${Math.round(size[0]?.rows ?? 0)} rows`);

// Adding the visits may take longer than a token is valid.
clinic.doctor.client.accessToken = tokenAt(from, clinic.doctor);
const writers = await Promise.all([1, 2, 3, 4].map(() => clinic.factory.patient(hospital)));
const open = await Promise.all(writers.map((writer) => clinic.admitted(writer)));
const load = {
  acknowledged: [] as string[],
  failed: new Map<string, number>(),
  isOver: false,
  lastThere: 0,
  firstHere: 0,
};
const writing = Promise.all(writers.map((writer, index) => write(writer, open[index]?.id ?? '')));

/** Returns a token of the person’s session, which moves; each installation has its own secret. */
function tokenAt({ api }: Installation, person: TestPerson): string {
  const { accountId, hospitalId, sessionId, roles, patientId, practitionerId } = person;
  const actor = { accountId, hospitalId, sessionId, roles, patientId, practitionerId };
  return new AccessTokens(api.settings.ACCESS_TOKEN_SECRET).issue(actor, new Date()).accessToken;
}

/** Sends messages as a page does: repeats one until it is acknowledged, renews its session, and goes on at the new address. */
async function write(person: TestPerson, visitId: string): Promise<void> {
  let at = from;
  for (let messageId = newId(); !load.isOver; await delay(50)) {
    const client = new TestClient(at.api.url, tokenAt(at, person));
    const body = { text: '你好', attachments: [] };
    const { status, problem } = await client.call(sendMessage, { params: { visitId, messageId }, body });
    if (status < 300) {
      load.acknowledged.push(messageId);
      messageId = newId();
      if (at === from) load.lastThere = Math.max(load.lastThere, performance.now());
      else if (load.firstHere === 0) load.firstHere = performance.now();
      continue;
    }
    load.failed.set(problem.code, (load.failed.get(problem.code) ?? 0) + 1);
    if (problem.code === 'hospital.moved') at = to;
  }
}

const key = join(base, 'move.key');
await start(to, 'move/main', 'new-key', `--key=${key}`).ended;
const port = await freePort();
const receiving = start(to, 'move/main', 'receive', `--key=${key}`, `--listen=127.0.0.1:${port}`);
await receiving.says('Waiting');
const begun = performance.now();
const sending = start(
  from,
  'move/main',
  'send',
  `--hospital=${hospital.slug}`,
  `--key=${key}`,
  `--to=127.0.0.1:${port}`,
  `--address=${to.api.url}`,
);
const code = await sending.ended;
const took = seconds(begun);
await delay(2_000);
load.isOver = true;
await writing;
receiving.child.kill('SIGTERM');
if (code !== 0) {
  say(`${visits} visits were not moved; the hospital stays where it was`);
  await end(false);
}
const [, closed = 'NaN'] = /read-only for ([\d.]+) s/.exec(sending.lines.join('\n')) ?? [];

const { rows } = await to.api.database.admin.query<{ id: string }>(
  'SELECT id FROM chat_message WHERE hospital_id = $1',
  [hospital.id],
);
const there = new Set(rows.map(({ id }) => id));
const lost = load.acknowledged.filter((id) => !there.has(id)).length;
const begunVerifying = performance.now();
const verification = await start(to, 'api/verify-records.main').ended;
const chain = await start(to, 'api/audit-verify.main').ended;
const { rows: codes } = await from.api.database.admin.query<{ sealed: string }>(
  'SELECT secret_sealed AS sealed FROM prescription WHERE id = $1',
  [prescriptionId],
);
const secret = Buffer.from(await keys.open(codes[0]?.sealed ?? '', `prescription/${prescriptionId}/code`)).toString();
const printed = await fetch(`${from.api.url}/verify/${hospital.slug}/${prescriptionId}`, { redirect: 'manual' });
const verified = await new TestClient(new URL(printed.headers.get('location') ?? from.api.url).origin).ok(verifyCode, {
  body: { hospital: hospital.slug, prescriptionId, secret },
});

say(`${visits} visits moved in ${took} s; read-only ${closed} s (goal ${goalSeconds})`);
say(
  `between the last message accepted here and the first one there: ${((load.firstHere - load.lastThere) / 1000).toFixed(1)} s`,
);
say(
  `${load.acknowledged.length} messages acknowledged meanwhile, ${lost} of them lost (goal 0); answers otherwise: ${JSON.stringify(Object.fromEntries(load.failed))}`,
);
say(`everything verifies at the target: ${verification === 0 && chain === 0} (${seconds(begunVerifying)} s)`);
say(`the printed code answers ${printed.status} and is there ${verified.outcome}`);
await end(
  lost === 0 && verification === 0 && chain === 0 && Number(closed) < goalSeconds && verified.outcome === 'genuine',
);

async function end(isGood: boolean): Promise<never> {
  for (const { api, server } of [from, to]) {
    await api.close();
    await server.stop();
  }
  await rm(base, { recursive: true, force: true });
  say(`the drill took ${seconds(begunAll)} s`);
  process.exit(isGood ? 0 : 1);
}
