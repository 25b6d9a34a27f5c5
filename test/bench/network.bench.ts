import { setTimeout as delay } from 'node:timers/promises';
import { emptyTally, RetryingClient, type Tally } from '../drills/upgrade/retrying-client.ts';
import { Clinic } from '../support/clinic.ts';
import { moves } from './network/call.ts';
import { startNetwork, type Cost } from './network/installation.ts';
import { liveVisit, type Acknowledged, type Mix, type Practice } from './network/visit.ts';
import { median, option, quantile, report } from './report.ts';

/*
 * A day of `--hospitals` (215) on three api and three media machines behind HAProxy with one database (network namespaces; needs root, `ip` and
 * haproxy). Visits arrive faster from stage to stage until the 95th percentile of the requests passes `--limit` (200 ms) or the visits no longer
 * keep up; then, at the highest rate that held, an api and a media node are killed.
 */
const hospitalCount = option('hospitals', 215);
const stageSeconds = option('seconds', 60);
const limitMs = option('limit', 200);
const firstRate = option('rate', 0.25);
const rateStep = option('step', 0.25);
/** One minute of a visit takes two seconds here. */
const compression = option('compression', 30);

/*
 * Teladoc published 3,000 visits on its busiest day, a call every ten seconds at the peak and a doctor after seven to ten minutes (2016), and
 * consultations of about twelve minutes (2011). How many get a prescription and how much is written are assumptions of ours.
 */
const mix: Mix = {
  waitMs: (8.5 * 60_000) / compression,
  talkMs: (12 * 60_000) / compression,
  prescribedShare: 0.6,
  messages: 4,
};

const say = (text: string) => void process.stdout.write(`${text}\n`);
const network = await startNetwork();
const { url, database } = network.ground;
let tally = emptyTally();
const done: Acknowledged = { messages: [], prescriptions: [], approvals: [] };

async function openPractice(): Promise<Practice> {
  const clinic = await Clinic.open(network.ground);
  const patient = await clinic.factory.patient(clinic.hospital);
  for (const person of [patient, clinic.doctor, clinic.pharmacist]) RetryingClient.of(person, url, () => tally);
  return { clinic, patient };
}

const practices: Practice[] = [];
while (practices.length < hospitalCount) practices.push(await openPractice());
say(`${practices.length} hospitals are open`);

/** Access tokens live for minutes. */
async function signIn({ clinic, patient }: Practice): Promise<void> {
  for (const person of [patient, clinic.doctor, clinic.pharmacist]) {
    person.accessToken = (await clinic.factory.sessionOf(person)).accessToken;
    person.client.accessToken = person.accessToken;
  }
}

const free = [...practices];
const interrupted: string[] = [];
let completed = 0;
/** Visits that found no free hospital. */
let declined = 0;

async function visit(): Promise<void> {
  const practice = free.shift();
  if (!practice) {
    declined += 1;
    return;
  }
  try {
    await signIn(practice);
    await liveVisit(url, practice, mix, done);
    completed += 1;
    free.push(practice);
  } catch (error) {
    // The open visit would block the next one of this hospital, which gets other people.
    interrupted.push(String(error).slice(0, 160));
    free.push(await openPractice());
  }
}

interface Stage {
  readonly rate: number;
  readonly tally: Tally;
  readonly visits: number;
  readonly cost: Cost;
  readonly interrupted: number;
}

/** Lets visits arrive at this rate for the time of a stage, and counts only what began and ended in it. */
async function stage(rate: number, during: () => Promise<void> = async () => undefined): Promise<Stage> {
  tally = emptyTally();
  const own = tally;
  const [before, visitsBefore, interruptedBefore] = [network.cost(), completed, interrupted.length];
  const faults = during();
  const running: Promise<void>[] = [];
  for (const end = performance.now() + stageSeconds * 1000; performance.now() < end;) {
    running.push(visit());
    await delay(-Math.log(1 - Math.random()) * (1000 / rate));
  }
  await Promise.all([...running, faults]);
  const after = network.cost();
  const spent = (name: keyof Cost) => after[name] - before[name];
  return {
    rate,
    tally: own,
    visits: completed - visitsBefore,
    cost: { api: spent('api'), database: spent('database'), media: spent('media'), balancer: spent('balancer') },
    interrupted: interrupted.length - interruptedBefore,
  };
}

const p95Of = ({ tally: { milliseconds } }: Stage) => quantile(milliseconds, 0.95);

const stages: Stage[] = [];
for (let rate = firstRate; ; rate += rateStep) {
  const one = await stage(rate);
  stages.push(one);
  say(
    `${rate} visits a second: 95th ${p95Of(one).toFixed(0)} ms, ${one.visits} visits, ${one.interrupted} interrupted`,
  );
  if (p95Of(one) > limitMs || one.interrupted + declined > 0) break;
}
const best = stages.filter((each) => p95Of(each) <= limitMs && each.interrupted === 0).at(-1);
const withFaults = await stage(best?.rate ?? firstRate, async () => {
  await delay((stageSeconds * 1000) / 3);
  await network.killApi();
  await delay((stageSeconds * 1000) / 3);
  await network.killNode();
});

/** Returns how many of these acknowledged rows are not in the database. */
async function lostOf(table: string, column: string, ids: readonly string[], condition = 'true'): Promise<number> {
  const { rows } = await database.admin.query<{ id: string }>(
    `SELECT ${column} AS id FROM ${table} WHERE ${column} = ANY ($1::uuid[]) AND ${condition}`,
    [ids],
  );
  return ids.length - new Set(rows.map(({ id }) => id)).size;
}
const lost =
  (await lostOf('chat_message', 'id', done.messages)) +
  (await lostOf('prescription_signature', 'prescription_id', done.prescriptions)) +
  (await lostOf('review', 'id', done.approvals, "status = 'completed'"));

for (const reason of new Set(interrupted)) say(`interrupted: ${reason}`);
const perThousand = (one: Stage, name: keyof Cost) => (1000 * one.cost[name]) / Math.max(1, one.visits);
const rowOf = (one: Stage, name: string) => ({
  stage: name,
  'visits a minute': Number((60 * one.rate).toFixed(0)),
  visits: one.visits,
  interrupted: one.interrupted,
  requests: one.tally.requests,
  retried: one.tally.retried,
  'median ms': Math.round(median(one.tally.milliseconds)),
  'p95 ms': Math.round(p95Of(one)),
  'api s': Math.round(perThousand(one, 'api')),
  'database s': Math.round(perThousand(one, 'database')),
  'media s': Math.round(perThousand(one, 'media')),
});
report(
  'network',
  stages.length,
  [...stages.map((one) => rowOf(one, `${one.rate} a second`)), rowOf(withFaults, 'an api and a node killed')],
  [
    { name: 'highest rate that held', value: best?.rate ?? 0, unit: 'visits a second', goal: null },
    { name: 'p95 at it', value: best ? p95Of(best) : Number.NaN, unit: 'ms', goal: `<= ${limitMs}` },
    { name: 'api, for 1,000 visits', value: best ? perThousand(best, 'api') : Number.NaN, unit: 'CPU s', goal: null },
    {
      name: 'database, for 1,000 visits',
      value: best ? perThousand(best, 'database') : Number.NaN,
      unit: 'CPU s',
      goal: null,
    },
    {
      name: 'media, for 1,000 visits',
      value: best ? perThousand(best, 'media') : Number.NaN,
      unit: 'CPU s',
      goal: null,
    },
    {
      name: 'acknowledged',
      value: done.messages.length + done.prescriptions.length + done.approvals.length,
      unit: 'rows',
      goal: null,
    },
    { name: 'lost', value: lost, unit: 'rows', goal: '<= 0' },
    { name: 'failed after one retry, with the kills', value: withFaults.tally.failed, unit: 'requests', goal: null },
    {
      name: 'calls moved after the kill of a node, slowest',
      value: Math.max(0, ...moves),
      unit: 'ms',
      goal: '<= 5000',
    },
  ],
);
