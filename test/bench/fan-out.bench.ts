import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { valkeyProgram, ValkeyServer } from '../support/valkey-server.ts';
import { startBenchServer } from './bench-database.ts';
import { addressOf, answerOf, endChildren, startChild } from './children.ts';
import { atTheEnd } from './endings.ts';
import type { LoadAnswer, LoadOrder, PagesOrder, PagesReport } from './fan-out/messages.ts';
import { option, quantile, report } from './report.ts';
import { benchApiEnvironment, presidentPages } from './realtime/president-pages.ts';

/*
 * Changes that one api commits and pages at another receive: over LISTEN and NOTIFY, and over Valkey, which is killed in the middle and comes back.
 * Small by default. The size that installations are planned with: --apis=3 --pages=5000 --rate=2000 --seconds=20 --outage=20
 */
const apis = option('apis', 2);
const pages = option('pages', 200);
/** Changes that all apis together commit in a second. */
const rate = option('rate', 100);
/** Changes of the first seconds count as lost or received, not in the delays: programs that have just started compile their code then. */
const warmUp = option('warm-up', 5);
/** Before the outage, and again after it. */
const seconds = option('seconds', 5);
const outage = option('outage', 5);
const generators = 2;
/** A page whose process was not woken receives a change with a heartbeat, every five seconds. */
const lateMs = 15_000;
const phases = ['before', 'without Valkey', 'after'] as const;
type Side = 'notify' | 'valkey';
const sides: readonly Side[] = valkeyProgram ? ['notify', 'valkey'] : ['notify'];
if (!valkeyProgram) console.warn('valkey-server is not installed: only LISTEN and NOTIFY are measured');

const server = await startBenchServer({ durable: true });
const start = (file: string, env: Record<string, string>) =>
  startChild(fileURLToPath(new URL(`fan-out/${file}`, import.meta.url)), { NODE_ENV: 'production', ...env });

interface Outcome {
  committed: number;
  failed: number;
  cpu: number;
  seconds: number;
  reports: readonly PagesReport[];
  /** When delays begin to count. */
  warmAt: number;
  /** When Valkey was killed and when it was back; the same span without it. */
  killedAt: number;
  backAt: number;
}

/** Opens pages at all apis in turn, commits changes at each for pages of the others, and takes Valkey away in between. */
async function measure(side: Side): Promise<Outcome> {
  const { adminUrl, appUrl } = await server.database(side);
  const owners = await presidentPages(adminUrl, pages, Math.min(50, pages));
  const valkey = side === 'valkey' ? await ValkeyServer.start() : null;
  const closeValkey = atTheEnd(() => valkey?.close());
  const env = { ...benchApiEnvironment(appUrl), ...(valkey ? { REDIS_URL: valkey.url } : {}) };
  const children = Array.from({ length: apis }, () => start('api-process.ts', env));
  const ports = (await Promise.all(children.map(addressOf))).map((address) => Number(new URL(address).port));
  const clients = Array.from({ length: generators }, () => start('pages-process.ts', {}));
  const opened = owners.map(({ accessToken }, i) => ({ port: ports[i % apis] ?? 0, accessToken }));
  await Promise.all(clients.map((client, i) => ask(client, { open: opened.filter((_, n) => n % generators === i) })));
  // The first heartbeats, after which every process counts the others.
  await delay(6_000);

  const milliseconds = (warmUp + 2 * seconds + outage) * 1000;
  const addresseesOf = (api: number) =>
    owners.filter((_, i) => i % apis !== api).map(({ accountId, hospitalId }) => ({ accountId, hospitalId }));
  const begun = Date.now();
  const loads = children.map(async (child, api) => {
    child.send({ addressees: addresseesOf(api), perSecond: rate / apis, milliseconds } satisfies LoadOrder);
    return answerOf<LoadAnswer>(child);
  });
  await delay(warmUp * 1000);
  const warmAt = Date.now();
  await delay(seconds * 1000);
  const killedAt = Date.now();
  await valkey?.kill();
  await delay(outage * 1000);
  await valkey?.startAgain();
  const backAt = Date.now();
  const answers = await Promise.all(loads);
  const ended = Date.now();
  const total = (what: keyof LoadAnswer) => answers.reduce((sum, answer) => sum + answer[what], 0);
  const reports = await received(clients, total('committed'));
  await endChildren([...clients, ...children]);
  await closeValkey();
  const made = { committed: total('committed'), failed: total('failed'), cpu: total('cpu') };
  return { ...made, seconds: (ended - begun) / 1000, reports, warmAt, killedAt, backAt };
}

function ask(child: ChildProcess, order: PagesOrder): Promise<PagesReport> {
  child.send(order);
  return answerOf<PagesReport>(child);
}

/** Returns what the pages received, once that is everything, or when nothing more can come. */
async function received(clients: readonly ChildProcess[], committed: number): Promise<PagesReport[]> {
  const reports = (report: 'counts' | 'all') => Promise.all(clients.map((client) => ask(client, { report })));
  const end = Date.now() + lateMs;
  while (sum(await reports('counts'), 'received') < committed && Date.now() < end) await delay(500);
  return reports('all');
}

const sum = (reports: readonly PagesReport[], what: 'received' | 'repeated' | 'refetches' | 'lost') =>
  reports.reduce((total, one) => total + one[what], 0);

/** Returns the delays of changes that were made in a phase. */
function delaysIn({ reports, warmAt, killedAt, backAt }: Outcome, phase: (typeof phases)[number]): number[] {
  const inPhase = (at: number) => (at < killedAt ? 'before' : at < backAt ? 'without Valkey' : 'after') === phase;
  return reports.flatMap(({ delays }) => delays.filter(([at]) => at >= warmAt && inPhase(at)).map(([, ms]) => ms));
}

const results: { side: Side; outcome: Outcome }[] = [];
for (const side of sides) results.push({ side, outcome: await measure(side) });

report(
  'fan-out',
  1,
  results.flatMap(({ side, outcome }) =>
    phases.map((phase) => {
      const delays = delaysIn(outcome, phase);
      // Nothing is taken from the other side.
      const named = side === 'notify' && phase === 'without Valkey' ? 'between' : phase;
      const [p50, p99] = [quantile(delays, 0.5), quantile(delays, 0.99)];
      return {
        side,
        phase: named,
        changes: delays.length,
        'p50 ms': p50,
        'p99 ms': p99,
        'max ms': quantile(delays, 1),
      };
    }),
  ),
  results.flatMap(({ side, outcome }) => {
    const { committed, failed, reports } = outcome;
    const all = phases.flatMap((phase) => delaysIn(outcome, phase));
    return [
      { name: `${side}: changes lost`, value: committed - sum(reports, 'received'), unit: 'changes', goal: '<= 0' },
      { name: `${side}: full refetches`, value: sum(reports, 'refetches'), unit: 'pages', goal: '<= 0' },
      { name: `${side}: pages disconnected`, value: sum(reports, 'lost'), unit: 'pages', goal: '<= 0' },
      { name: `${side}: commits that failed`, value: failed, unit: 'commits', goal: '<= 0' },
      { name: `${side}: p99 of all changes`, value: quantile(all, 0.99), unit: 'ms', goal: '<= 100' },
      {
        name: `${side}: changes a second`,
        value: committed / outcome.seconds,
        unit: 'changes/s',
        goal: `>= ${Math.floor(rate * 0.95)}`,
      },
      { name: `${side}: processor time of the apis`, value: outcome.cpu / committed, unit: 'ms/change', goal: null },
      { name: `${side}: received again`, value: sum(reports, 'repeated'), unit: 'changes', goal: null },
    ];
  }),
);
