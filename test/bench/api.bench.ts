import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AccessTokens } from '../../server/src/platform/tickets/access-token.ts';
import { startApiOver } from '../support/test-api.ts';
import { busyClinic, type BenchCase } from './api/cases.ts';
import { load, type Load } from './api/load.ts';
import { recordRequest } from './api/recording.ts';
import type { BareRoute } from './api/bare-server.ts';
import { startBenchServer } from './bench-database.ts';
import { addressOf, startChild } from './children.ts';
import { atTheEnd } from './endings.ts';
import { median, option, quantile, report, type Figure } from './report.ts';
import { operatorUrlOf, requestKey } from '../support/request-key.ts';

/*
 * Measures hot reads, lists and writes of the api, over HTTP and a real Postgres. The reference is bare Fastify and pg with the same statements,
 * token, session check and audit. `--rounds=5 --requests=600 --clients=8 --only=slots,doctors`.
 */
const rounds = option('rounds', 5);
const requests = option('requests', 600);
const clients = option('clients', 8);
const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const POOL = 10;

const { folder, log, database } = await startBenchServer();
const { adminUrl, appUrl, admin } = await database();
const secret = randomBytes(32).toString('base64');
const overrides = { ACCESS_TOKEN_SECRET: secret, KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64') };

const test = await startApiOver({ adminUrl, appUrl, admin, drop: () => Promise.resolve() }, overrides, log);
const closeTest = atTheEnd(() => test.close());
const all = await busyClinic(test);
const cases = only ? all.filter(({ name }) => only.includes(name)) : all;
if (cases.length === 0) throw new Error(`measure some of: ${all.map(({ name }) => name).join(', ')}`);
/** Returns the reference’s address for a case; each has its own, because two may differ only in their query. */
const bareWay = (one: BenchCase) => `/${all.indexOf(one)}${one.path.split('?')[0] ?? ''}`;
const routes: BareRoute[] = [];
for (const one of cases) {
  let answer = { status: 0, body: null as unknown };
  const statements = await recordRequest(async () => {
    const { method, path, body, asker } = one;
    const got = await asker.client.raw(method, path, body === null ? {} : { body: JSON.parse(body) as unknown });
    answer = { status: got.status, body: await got.json() };
    if (!got.ok) throw new Error(`${one.name}: ${got.status} ${JSON.stringify(answer.body)}`);
  });
  routes.push({ method: one.method, path: bareWay(one), statements, answer });
}
await closeTest();
await admin.query('ANALYZE');

const ticketKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
async function start(file: string, env: Record<string, string>): Promise<string> {
  const program = fileURLToPath(new URL(`api/${file}`, import.meta.url));
  return addressOf(startChild(program, { NODE_ENV: 'production', ...env }));
}
// A file, because the responses are too large for process arguments or environment.
const bareFile = join(folder, 'bare.json');
await writeFile(bareFile, JSON.stringify({ databaseUrl: appUrl, secret, routes, pool: POOL }));
const sides = {
  ours: await start('our-server.ts', {
    ...overrides,
    DATABASE_URL: appUrl,
    DATABASE_REQUEST_KEY: requestKey.toString('base64'),
    OPERATOR_DATABASE_URL: operatorUrlOf(appUrl),
    DATABASE_POOL: String(POOL),
    TICKET_PRIVATE_KEY: ticketKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    NODE_SECRET: randomBytes(24).toString('hex'),
    RATE_LIMIT_FACTOR: '10000',
  }),
  bare: await start('bare-server.ts', { BENCH_BARE_FILE: bareFile }),
};
type Side = keyof typeof sides;

const tokens = new AccessTokens(Buffer.from(secret, 'base64'));
async function measure(side: Side, one: BenchCase, count: number) {
  const { asker, method, path, body } = one;
  const { accessToken } = tokens.issue(asker, new Date());
  return load(
    { url: sides[side] + (side === 'ours' ? path : bareWay(one)), method, token: accessToken, body },
    clients,
    count,
  );
}

const both: readonly Side[] = ['ours', 'bare'];
const results = [];
for (const one of cases) {
  for (const side of both) await measure(side, one, Math.ceil(requests / 2));
  const measured = { ours: [] as Load[], bare: [] as Load[] };
  for (let round = 0; round < rounds; round++) {
    for (const side of round % 2 === 0 ? both : [...both].reverse())
      measured[side].push(await measure(side, one, requests));
  }
  const perSecond = (side: Side) => median(measured[side].map((round) => round.perSecond));
  const p99 = (side: Side) =>
    quantile(
      measured[side].flatMap(({ times }) => times),
      0.99,
    );
  // Ratios are calculated per round, because a slow machine in one round can affect one side only.
  const ofRounds = (figure: (round: Load) => number) =>
    median(measured.ours.map((round, n) => figure(round) / (measured.bare[n] ? figure(measured.bare[n]) : Number.NaN)));
  const ratio = ofRounds((round) => round.perSecond);
  results.push({
    ...one,
    ratio,
    ours: perSecond('ours'),
    bare: perSecond('bare'),
    tail: ofRounds(({ times }) => quantile([...times], 0.99)),
    p99,
  });
}

const goals = { read: '>= 0.8', write: '>= 0.7' } as const;
report(
  'api',
  rounds,
  results.map(({ name, ours, bare, ratio, p99 }) => ({
    what: name,
    'ours a second': ours.toFixed(0),
    'bare a second': bare.toFixed(0),
    'ours / bare': ratio.toFixed(2),
    'ours 99th': `${p99('ours').toFixed(1)} ms`,
    'bare 99th': `${p99('bare').toFixed(1)} ms`,
  })),
  results.flatMap(({ name, kind, ratio, tail }): Figure[] => [
    { name: `${name}, ours / bare`, value: ratio, unit: 'x', goal: goals[kind] },
    { name: `${name}, 99th percentile, ours / bare`, value: tail, unit: 'x', goal: '<= 1.5' },
  ]),
);
