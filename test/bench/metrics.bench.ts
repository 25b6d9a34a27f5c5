import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { newId } from '../../server/src/platform/ids.ts';
import { AccessTokens } from '../../server/src/platform/tickets/access-token.ts';
import { generate } from './metrics/generate.ts';
import { measureLag } from './metrics/lag.ts';
import { startBenchServer } from './bench-database.ts';
import { addressOf, startChild } from './children.ts';
import { median, option, quantile, report } from './report.ts';
import { operatorUrlOf, requestKey } from '../support/request-key.ts';

/*
 * Measures the president’s statistics over 100 thousand and 10 million visits in the same hospitals and two years. Each client opens a view of its
 * own hospital every half second, over HTTP with session and audit. Then 500 events a second, and their delay until counted. For a short run:
 * METRICS_SMALL, METRICS_LARGE, METRICS_HOSPITALS, METRICS_EVENT_VISITS, METRICS_SECONDS.
 */
const setting = (name: string, usual: number) => Number(process.env[`METRICS_${name}`] ?? usual);
const rounds = option('rounds', 5);
const clients = setting('CLIENTS', 20);
const hospitals = setting('HOSPITALS', 215);
const secondsEach = setting('SECONDS', 20);
const visitsOf = { small: setting('SMALL', 100_000), large: setting('LARGE', 10_000_000) };
const sizes = ['small', 'large'] as const;
type Size = (typeof sizes)[number];

const server = await startBenchServer();
const now = new Date();
const secret = randomBytes(32).toString('base64');
const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const secrets = {
  ACCESS_TOKEN_SECRET: secret,
  KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  TICKET_PRIVATE_KEY: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  NODE_SECRET: randomBytes(24).toString('hex'),
  RATE_LIMIT_FACTOR: '10000',
};
const tokens = new AccessTokens(Buffer.from(secret, 'base64'));

async function prepare(size: Size) {
  const { adminUrl, appUrl, admin } = await server.database(size);
  const begun = performance.now();
  const made = await generate(adminUrl, {
    visits: visitsOf[size],
    hospitals,
    eventVisits: setting('EVENT_VISITS', 20_000),
    now,
  });
  const seconds = Math.round((performance.now() - begun) / 1000);
  process.stdout.write(`${size}: ${made.visits} visits in ${seconds} s ${JSON.stringify(made.steps)}\n`);
  const presidents = [];
  for (let i = 0; i < clients; i++) {
    const hospital = made.hospitals[i % made.hospitals.length];
    if (!hospital) throw new Error('no hospitals');
    const [accountId, sessionId] = [newId(), newId()];
    await admin.query(
      `INSERT INTO account (id, hospital_id, email, password_hash, roles, display_name, locale, created_at)
       VALUES ($1,$2,$3,'x','{president}','President','en',now())`,
      [accountId, hospital.id, `${accountId}@bench.test`],
    );
    await admin.query(
      `INSERT INTO session (id, hospital_id, account_id, created_at, last_seen_at, expires_at) VALUES ($1,$2,$3,now(),now(),now() + interval '1 day')`,
      [sessionId, hospital.id, accountId],
    );
    const actor = {
      accountId,
      hospitalId: hospital.id,
      sessionId,
      roles: ['president'] as const,
      patientId: null,
      practitionerId: null,
    };
    const place = i % hospital.departments.length;
    // The first doctors belong to the first departments.
    presidents.push({
      actor,
      departmentId: hospital.departments[place] ?? '',
      practitionerId: hospital.doctors[place] ?? '',
    });
  }
  const program = fileURLToPath(new URL('./api/our-server.ts', import.meta.url));
  const database = {
    DATABASE_URL: appUrl,
    DATABASE_POOL: '10',
    DATABASE_REQUEST_KEY: requestKey.toString('base64'),
    OPERATOR_DATABASE_URL: operatorUrlOf(appUrl),
  };
  const settings = { ...secrets, ...database };
  const url = await addressOf(startChild(program, { NODE_ENV: 'production', ...settings }));
  return { ...made, appUrl, admin, presidents, url };
}

const sides = { small: await prepare('small'), large: await prepare('large') };

const today = now.toISOString().slice(0, 10);
/** Ranges that end a number of days ago. */
type Ranges = Readonly<Record<'month' | 'year', string>>;
const rangesUpTo = (ago: number): Ranges => ({
  month: `from=${shiftDay(today, -29 - ago)}&to=${shiftDay(today, -ago)}`,
  year: `from=${shiftDay(today, -364 - ago)}&to=${shiftDay(today, -ago)}`,
});
const tiles =
  'visits,visits-completed,visits-left,wait-median,wait-p90,wait-within-target,call-drop-share,rejection-share,rating-care';
/** The views that the pages request. */
const views: Record<string, (ranges: Ranges, departmentId: string, practitionerId: string) => string> = {
  'month by day': ({ month }) => `figures?figures=${tiles}&${month}&grain=day`,
  'year by month': ({ year }) => `figures?figures=${tiles}&${year}&grain=month`,
  'year by week, one department': ({ year }, departmentId) =>
    `figures?figures=${tiles}&${year}&grain=week&departmentId=${departmentId}`,
  departments: ({ month }) => `breakdown?figures=${tiles}&${month}&by=department`,
  'doctors of a department': ({ month }, departmentId) =>
    `breakdown?figures=visits,wait-median,rating-care&${month}&by=practitioner&departmentId=${departmentId}`,
  'month by day, one doctor': ({ month }, departmentId, practitionerId) =>
    `figures?figures=visits,wait-median,rating-care&${month}&grain=day&departmentId=${departmentId}&practitionerId=${practitionerId}`,
  funnel: ({ month }) => `funnel?${month}`,
  safety: ({ month }) => `safety?${month}`,
  'call outcomes': ({ month }) => `call-outcomes?${month}`,
  'heat map': ({ month }) => `heat-map?${month}`,
  'heat map of a department': ({ month }, departmentId) => `heat-map?${month}&departmentId=${departmentId}`,
  board: () => 'board',
  forecast: () => 'forecast',
};

const agent = new Agent({ keepAlive: true, maxSockets: clients });
function ask(url: string, token: string): Promise<number> {
  const begun = performance.now();
  return new Promise((done, failed) => {
    const sent = request(url, { agent, headers: { authorization: `Bearer ${token}` } }, (answer) => {
      if (answer.statusCode !== 200) failed(new Error(`${url}: ${answer.statusCode}`));
      answer.resume();
      answer.once('end', () => done(performance.now() - begun));
    });
    sent.once('error', failed);
    sent.end();
  });
}

/** Every client requests one view after another, half a second apart. With `anew`, every range is new, so that no cached result is used. */
async function measure(size: Size, seconds: number, anew = false): Promise<Map<string, number[]>> {
  const { presidents, url } = sides[size];
  const times = new Map<string, number[]>(Object.keys(views).map((name) => [name, []]));
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    presidents.map(async ({ actor, departmentId, practitionerId }, client) => {
      const { accessToken } = tokens.issue({ ...actor, roles: [...actor.roles] }, new Date());
      const names = Object.keys(views);
      await new Promise((done) => setTimeout(done, (client * 500) / clients));
      for (let turn = client; performance.now() < until; turn++) {
        const name = names[turn % names.length] ?? '';
        const ranges = rangesUpTo(anew ? 2 + Math.floor(turn / names.length) : 1);
        const view = views[name]?.(ranges, departmentId, practitionerId) ?? '';
        const took = await ask(`${url}/api/metrics/${view}`, accessToken);
        times.get(name)?.push(took);
        await new Promise((done) => setTimeout(done, Math.max(0, 500 - took)));
      }
    }),
  );
  return times;
}

const measured = { small: [] as Map<string, number[]>[], large: [] as Map<string, number[]>[] };
for (const size of sizes) await measure(size, Math.min(5, secondsEach));
for (let round = 0; round < rounds; round++)
  for (const size of round % 2 === 0 ? sizes : sizes.toReversed())
    measured[size].push(await measure(size, secondsEach / 2));
const first = {
  small: [await measure('small', secondsEach / 2, true)],
  large: [await measure('large', secondsEach / 2, true)],
};
const all = (size: Size, name?: string, rounds = measured) =>
  rounds[size].flatMap((round) =>
    [...round].flatMap(([view, times]) => (name === undefined || view === name ? times : [])),
  );

const { appUrl, admin, hospitals: some } = sides.large;
const { lags, written } = await measureLag(appUrl, admin, {
  hospitals: some.slice(0, 40),
  perSecond: 500,
  seconds: secondsEach,
});

agent.destroy();

const { small, large } = sides;
report(
  'metrics',
  rounds,
  Object.keys(views).map((view) => ({
    view,
    [`median ms, ${small.visits} visits`]: median(all('small', view)).toFixed(1),
    [`median ms, ${large.visits} visits`]: median(all('large', view)).toFixed(1),
    '95th ms, many visits': quantile(all('large', view), 0.95).toFixed(1),
    'median ms, first look, many visits': median(all('large', view, first)).toFixed(1),
  })),
  [
    { name: 'visits, large', value: large.visits, unit: 'visits', goal: null },
    {
      name: 'query time, large / small (median)',
      value: median(all('large')) / median(all('small')),
      unit: 'ratio',
      goal: '<= 1.2',
    },
    {
      name: `95th percentile with ${clients} clients, large`,
      value: quantile(all('large'), 0.95),
      unit: 'ms',
      goal: '<= 100',
    },
    {
      name: 'query time of first looks, large / small (median)',
      value: median(all('large', undefined, first)) / median(all('small', undefined, first)),
      unit: 'ratio',
      goal: null,
    },
    {
      name: `95th percentile of first looks with ${clients} clients, large`,
      value: quantile(all('large', undefined, first), 0.95),
      unit: 'ms',
      goal: null,
    },
    { name: 'events written', value: written, unit: '1/s', goal: null },
    { name: 'rollup lag, highest seen', value: Math.max(...lags), unit: 's', goal: '<= 5' },
    { name: 'rollup lag, 95th percentile', value: quantile(lags, 0.95), unit: 's', goal: null },
    { name: 'rollups for each visit, large', value: large.rollupBytes / large.visits, unit: 'bytes', goal: null },
    { name: 'rollups for each visit, small', value: small.rollupBytes / small.visits, unit: 'bytes', goal: null },
    { name: 'events for each visit', value: large.eventBytes, unit: 'bytes', goal: null },
    { name: 'rollup rows, large', value: large.rollupRows, unit: 'rows', goal: null },
  ],
);
