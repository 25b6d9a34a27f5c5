import { fork, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../server/src/platform/db/embedded-postgres.ts';
import { migrate } from '../../server/src/platform/db/migrate.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { AccessTokens } from '../../server/src/platform/tickets/access-token.ts';
import { startApiOver } from '../support/test-api.ts';
import { busyClinic, type BenchCase } from './api/cases.ts';
import { load } from './api/load.ts';
import { recordRequest } from './api/recording.ts';
import type { BareRoute } from './api/bare-server.ts';
import { median, option, quantile, report, type Figure } from './report.ts';

/*
 * Hot reads, lists and writes of the api, over HTTP and a real Postgres, against bare Fastify and pg that run the same statements
 * with the same token, session check and audit. `--rounds=5 --requests=600 --clients=8`.
 */
const rounds = option('rounds', 5);
const requests = option('requests', 600);
const clients = option('clients', 8);
const POOL = 10;

const folder = await mkdtemp(join(tmpdir(), 'yunzhen-bench-'));
const log = createLogger({ name: 'bench', level: 'error' });
const passwords = { admin: 'bench-admin', app: 'bench-app' };
const server = await startEmbeddedPostgres({ folder, passwords, log, throwAway: true });
await server.createDatabase('bench');
await migrate(server.adminUrl('bench'), { role: server.appRole });
const admin = new pg.Pool({ connectionString: server.adminUrl('bench'), max: 3 });
const appUrl = server.appUrl('bench');
const secret = randomBytes(32).toString('base64');
const overrides = { ACCESS_TOKEN_SECRET: secret, KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64') };
const database = { adminUrl: server.adminUrl('bench'), appUrl, admin, drop: () => Promise.resolve() };

const test = await startApiOver(database, overrides, log);
const cases = await busyClinic(test);
const routes: BareRoute[] = [];
for (const one of cases) {
  let answer = { status: 0, body: null as unknown };
  const statements = await recordRequest(async () => {
    const { method, path, body, asker } = one;
    const got = await asker.client.raw(method, path, body === null ? {} : { body: JSON.parse(body) as unknown });
    answer = { status: got.status, body: await got.json() };
    if (!got.ok) throw new Error(`${one.name}: ${got.status} ${JSON.stringify(answer.body)}`);
  });
  routes.push({ method: one.method, path: one.path.split('?')[0] ?? '', statements, answer });
}
await test.close();
await admin.query('ANALYZE');

const ticketKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const children: ChildProcess[] = [];
async function start(file: string, env: Record<string, string>): Promise<string> {
  const program = fileURLToPath(new URL(`api/${file}`, import.meta.url));
  const child = fork(program, { env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...env } });
  children.push(child);
  const [address] = (await once(child, 'message')) as [string];
  return address;
}
const sides = {
  ours: await start('our-server.ts', {
    ...overrides,
    DATABASE_URL: appUrl,
    DATABASE_POOL: String(POOL),
    TICKET_PRIVATE_KEY: ticketKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    NODE_SECRET: randomBytes(24).toString('hex'),
    RATE_LIMIT_FACTOR: '10000',
  }),
  bare: await start('bare-server.ts', {
    BENCH_BARE: JSON.stringify({ databaseUrl: appUrl, secret, routes, pool: POOL }),
  }),
};
type Side = keyof typeof sides;

const tokens = new AccessTokens(Buffer.from(secret, 'base64'));
async function measure(side: Side, { asker, method, path, body }: BenchCase, count: number) {
  const { accessToken } = tokens.issue(asker, new Date());
  return load({ url: sides[side] + path, method, token: accessToken, body }, clients, count);
}

const both: readonly Side[] = ['ours', 'bare'];
const results = [];
for (const one of cases) {
  for (const side of both) await measure(side, one, Math.ceil(requests / 2));
  const measured = { ours: [] as Awaited<ReturnType<typeof load>>[], bare: [] as Awaited<ReturnType<typeof load>>[] };
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
  const ratio = median(measured.ours.map((round, n) => round.perSecond / (measured.bare[n]?.perSecond ?? Number.NaN)));
  results.push({
    ...one,
    ratio,
    ours: perSecond('ours'),
    bare: perSecond('bare'),
    tail: p99('ours') / p99('bare'),
    p99,
  });
}
for (const child of children) child.disconnect();
for (const child of children) if (child.exitCode === null) await once(child, 'exit');
await admin.end();
await server.stop();
await rm(folder, { recursive: true, force: true });

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
