import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { startInstallationOnALine } from '../e2e/support/bad-line.ts';
import { expectPictureAndSound } from '../e2e/support/call-stage.ts';
import { admit } from '../e2e/support/doctor-steps.ts';
import { wholeChromiumPath } from '../e2e/support/chromium.ts';
import { steadyVoiceFile } from '../e2e/support/fake-media.ts';
import { goToWaitingRoom } from '../e2e/support/patient-steps.ts';
import { Person } from '../e2e/support/person.ts';
import { childrenOf } from '../e2e/support/processes.ts';
import { NodeProcess } from '../integration/calls/media/support/node-process.ts';
import { freePorts } from '../support/free-port.ts';
import { bothWays } from '../support/impairment/impairment.ts';
import { launchBrowser } from './browser.ts';
import { atTheEnd } from './endings.ts';
import { logMediaOf, longestStandstill, mediaLog, pausedPicture, secondsToRecover } from './media-log.ts';
import { median, option, quantile, report, type Figure } from './report.ts';

/*
 * Measures the time from a fault until audio arrives again on both sides of a call in real browsers, by received packets instead of the product’s own
 * figures. Microphones play a voice without pauses. Media that have not returned count until the end of the observation. “Nothing” is the control. A node
 * that stops in order carries the sound on for a while, so that the sound it costs, the longest silence, is shorter than the time until all is well.
 */
const rounds = option('rounds', 5);
const settleMs = 3_000;
const lossShare = 0.2;

const [secondPort = 0] = await freePorts(1);
const secondUrl = `http://127.0.0.1:${secondPort}`;
const installation = await startInstallationOnALine({}, { callOrigins: [secondUrl, secondUrl.replace('http', 'ws')] });
atTheEnd(() => installation.stop());
process.env['YUNZHEN_E2E_URL'] = installation.url;
const browser = await launchBrowser([`--use-file-for-fake-audio-capture=${steadyVoiceFile()}`]);
const hospital = 'Lakeside Clinic';
// Faults come one after the other: without this, a page would rest its picture after three of them, as it should on a connection that fails often.
const timeouts = { 'calls.lossWindow': 2_000 };
const patient = await Person.signedIn(browser, 'Patient', { device: 'phone', hospital, timeouts });
const doctor = await Person.signedIn(browser, 'Doctor', { hospital, timeouts });
const people = [patient, doctor];
for (const { page } of people) await logMediaOf(page);
await goToWaitingRoom(patient.page, 'Clara Brunner');
await admit(doctor.page, 'Nora Lindqvist');
for (const { page } of people) await expectPictureAndSound(page);

/**
 * In use, pages, network and, on more than one machine, media nodes have processors of their own. Here the programs that a fault starts again must not
 * hold them up; only root may prefer them. Called before each fault, because nodes and workers are replaced.
 */
function preferTheCall(): void {
  if (process.getuid?.() !== 0)
    return console.log('not root: freezes of the picture may be due to programs that start');
  const tree = (pid: number): number[] => [pid, ...childrenOf(pid, '').flatMap(tree)];
  const browsers = childrenOf(process.pid, wholeChromiumPath).flatMap(tree);
  // The relay, which stands for the network, runs in this process.
  for (const pid of [process.pid, ...browsers, ...withWorkers(media())]) prefer(pid);
}

function prefer(pid: number): void {
  try {
    for (const thread of readdirSync(`/proc/${pid}/task`)) setPriority(Number(thread), -10);
  } catch {
    // A thread or the process has just ended.
  }
}

const media = () => childrenOf(installation.pid, 'media/main.ts')[0] ?? 0;
const withWorkers = (node: number) => [node, ...childrenOf(node, 'mediasoup-worker')];
const signal = (name: NodeJS.Signals, pids: readonly number[]) => {
  for (const pid of pids) process.kill(pid, name);
};
const kill = (pids: readonly number[]) => signal('SIGKILL', pids);

let second: NodeProcess | undefined;
const isRunning = (node: NodeProcess | undefined) => node?.child.exitCode === null && node.child.signalCode === null;

/** Starts another media node of the installation, unless it runs. Browsers reach it without the relay. */
async function startSecondNode(): Promise<void> {
  if (isRunning(second)) return;
  const secrets = JSON.parse(await readFile(join(installation.folder, 'secrets.json'), 'utf8')) as Record<
    string,
    string
  >;
  const node = await NodeProcess.start({
    NODE_ENV: 'test',
    NODE_ID: 'node-2',
    DATA_DIR: join(installation.folder, 'second-node'),
    MEDIA_PORT: String(secondPort),
    MEDIA_PUBLIC_URL: secondUrl,
    MEDIA_METRICS_PORT: '0',
    WEB_ORIGIN: installation.url,
    API_URL: installation.url,
    TICKET_PUBLIC_KEY: secrets['TICKET_PUBLIC_KEY'] ?? '',
    NODE_SECRET: secrets['NODE_SECRET'] ?? '',
    RTC_PORT: '0',
    RTC_LISTEN: '127.0.0.1',
    MEDIA_WORKERS: '1',
    MEDIASOUP_WORKER_BIN: process.env['MEDIASOUP_WORKER_BIN'] ?? '',
    LOG_LEVEL: 'info',
  });
  atTheEnd(() => node.end('SIGKILL'));
  second = node;
}

/** Returns the process of the node that carries the call. */
async function nodeOfCall(): Promise<number> {
  const known = await patient.page.evaluate(() => sessionStorage.getItem('yunzhen.call-node') ?? '');
  return known.includes(secondUrl) ? (second?.child.pid ?? 0) : media();
}

interface Fault {
  readonly name: string;
  /** Of the 95th percentile until sound is back. */
  readonly goal?: string;
  /** Of the 95th percentile of the longest silence. */
  readonly silenceGoal?: string;
  /** Of the longest frozen picture. */
  readonly frozenGoal?: string;
  readonly watchMs: number;
  /** Runs once before the first round. */
  readonly before?: () => Promise<unknown>;
  readonly cause: () => unknown;
  readonly after?: () => unknown;
}

let hung: readonly number[] = [];
const allFaults: readonly Fault[] = [
  { name: 'nothing', watchMs: 9_000, cause: () => undefined },
  {
    name: 'media worker killed',
    goal: '<= 3.0',
    watchMs: 9_000,
    cause: () => kill(childrenOf(media(), 'mediasoup-worker')),
  },
  {
    name: 'network switched: every address and connection dead in silence, new ones work',
    goal: '<= 3.0',
    watchMs: 9_000,
    cause: () => {
      installation.media.dropFlows();
      for (const proxy of [installation.signaling, installation.web]) proxy.lose();
    },
    // Otherwise the page would learn of its dead connections only in the next fault, and that one would be measured with this one.
    after: () => {
      for (const proxy of [installation.signaling, installation.web]) proxy.cutLost();
    },
  },
  { name: 'media node killed', goal: '<= 3.0', watchMs: 12_000, cause: () => kill([media()]) },
  {
    name: 'media node stopped (SIGTERM)',
    silenceGoal: '<= 2.5',
    watchMs: 12_000,
    cause: () => signal('SIGTERM', [media()]),
  },
  { name: 'call socket cut', watchMs: 9_000, cause: () => installation.signaling.cut() },
  {
    name: 'media path gone, socket lives',
    goal: '<= 3.0',
    watchMs: 9_000,
    cause: () => installation.media.dropFlows(),
  },
  {
    name: 'api killed',
    frozenGoal: '<= 0',
    watchMs: 9_000,
    cause: () => kill(childrenOf(installation.pid, 'api/main.ts')),
  },
  {
    name: 'media node stopped (SIGTERM), a second node there',
    silenceGoal: '<= 1.0',
    watchMs: 12_000,
    before: startSecondNode,
    cause: async () => signal('SIGTERM', [await nodeOfCall()]),
    after: startSecondNode,
  },
  {
    name: 'media node hung with its worker, a second node there',
    goal: '<= 5.0',
    watchMs: 15_000,
    before: startSecondNode,
    cause: async () => {
      hung = withWorkers(await nodeOfCall());
      signal('SIGSTOP', hung);
    },
    after: () => signal('SIGCONT', hung),
  },
];

/** `--only=hung,api` measures the faults with one of these in their name. */
const only = (process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length) ?? '').split(
  ',',
);
const isWanted = (name: string) => only.some((part) => name.includes(part));
const faults = allFaults.filter(({ name }) => isWanted(name));
const withSecondNode = faults.filter(({ before }) => before);
const lossName = `${lossShare * 100} % of packets lost each way`;

interface Seen {
  readonly sound: number;
  readonly silence: number;
  readonly picture: number;
  readonly frozen: number;
  readonly stood: number;
}
const seen = new Map<Fault, Seen[]>(faults.map((fault) => [fault, []]));

async function measure(fault: Fault): Promise<void> {
  preferTheCall();
  await delay(settleMs);
  const before = await Promise.all(people.map(async ({ page }) => (await mediaLog(page)).at(-1)));
  const at = Date.now();
  await fault.cause();
  await delay(fault.watchMs);
  for (const [index, { page }] of people.entries()) {
    const log = (await mediaLog(page)).filter((sample) => sample.at > at - 1_000);
    seen.get(fault)?.push({
      sound: secondsToRecover(log, at, 'audioPackets'),
      silence: longestStandstill(log, 'audioPackets'),
      picture: secondsToRecover(log, at, 'frames'),
      frozen: (log.at(-1)?.frozen ?? 0) - (before[index]?.frozen ?? 0),
      stood: longestStandstill(log, 'frames'),
    });
  }
  await fault.after?.();
  for (const { page } of people) await expectPictureAndSound(page);
}

/** Returns, for each side, the longest time without sound, and without a picture that the page does not call paused. */
async function underLoss(): Promise<{ sound: number; picture: number }[]> {
  await delay(settleMs);
  installation.media.set(bothWays({ loss: lossShare }));
  const at = Date.now();
  await delay(20_000);
  const sides = await Promise.all(
    people.map(async ({ page }) => {
      const log = (await mediaLog(page)).filter((sample) => sample.at > at);
      return {
        sound: longestStandstill(log, 'audioPackets'),
        picture: longestStandstill(log, 'frames', { excused: true }),
      };
    }),
  );
  installation.media.set({});
  for (const { page } of people) {
    await expect(page.locator(pausedPicture)).toHaveCount(0, { timeout: 180_000 });
    await expectPictureAndSound(page);
  }
  return sides;
}

for (let round = 0; round < rounds; round += 1) for (const fault of faults) if (!fault.before) await measure(fault);
const losses: { sound: number; picture: number }[] = [];
for (let round = 0; isWanted(lossName) && round < rounds; round += 1) losses.push(...(await underLoss()));
for (const fault of withSecondNode) {
  await fault.before?.();
  for (let round = 0; round < rounds; round += 1) await measure(fault);
}

const p95 = (values: readonly number[]) => quantile(values, 0.95);
const of = (fault: Fault, figure: keyof Seen) => (seen.get(fault) ?? []).map((each) => each[figure]);
const most = (values: readonly number[]) => Math.max(...values);
const figures: Figure[] = faults.flatMap((fault): Figure[] => {
  const seconds = of(fault, 'sound');
  return [
    { name: `${fault.name}: sound back, median`, value: median(seconds), unit: 's', goal: null },
    { name: `${fault.name}: sound back, 95th percentile`, value: p95(seconds), unit: 's', goal: fault.goal ?? null },
    {
      name: `${fault.name}: longest silence, 95th percentile`,
      value: p95(of(fault, 'silence')),
      unit: 's',
      goal: fault.silenceGoal ?? null,
    },
    {
      name: `${fault.name}: frozen picture, at most`,
      value: most(of(fault, 'frozen')),
      unit: 's',
      goal: fault.frozenGoal ?? null,
    },
  ];
});
const table: Record<string, unknown>[] = faults.map((fault) => ({
  fault: fault.name,
  'sound, median s': median(of(fault, 'sound')).toFixed(2),
  'sound, 95th percentile s': p95(of(fault, 'sound')).toFixed(2),
  'silence, 95th percentile s': p95(of(fault, 'silence')).toFixed(2),
  'picture, median s': median(of(fault, 'picture')).toFixed(2),
  'picture, 95th percentile s': p95(of(fault, 'picture')).toFixed(2),
  'frozen, most s': most(of(fault, 'frozen')).toFixed(2),
  'no new picture for, most s': most(of(fault, 'stood')).toFixed(2),
}));
if (losses.length > 0) {
  const [sound, picture] = [losses.map((each) => each.sound), losses.map((each) => each.picture)];
  table.push({
    fault: lossName,
    'sound, median s': median(sound).toFixed(2),
    'sound, 95th percentile s': p95(sound).toFixed(2),
    'picture, median s': median(picture).toFixed(2),
    'picture, 95th percentile s': p95(picture).toFixed(2),
  });
  figures.push(
    { name: `${lossName}: longest silence`, value: most(sound), unit: 's', goal: '<= 1.5' },
    {
      name: `${lossName}: picture stands and is not called paused, at most`,
      value: most(picture),
      unit: 's',
      goal: '<= 5',
    },
  );
}
report('recovery', rounds, table, figures);
