import { setTimeout as delay } from 'node:timers/promises';
import { startInstallationOnALine } from '../e2e/support/bad-line.ts';
import { expectPictureAndSound } from '../e2e/support/call-stage.ts';
import { admit } from '../e2e/support/doctor-steps.ts';
import { goToWaitingRoom } from '../e2e/support/patient-steps.ts';
import { Person } from '../e2e/support/person.ts';
import { childrenOf } from '../e2e/support/processes.ts';
import { launchBrowser } from './browser.ts';
import { atTheEnd } from './endings.ts';
import { logMediaOf, mediaLog, secondsToRecover } from './media-log.ts';
import { median, option, quantile, report, type Figure } from './report.ts';

/*
 * Measures the time from a fault until audio arrives again on both sides of a call in real browsers. It counts received packets instead of the
 * product’s own figures. Silence is sent about every 400 ms, so the figures may be that much too long.
 */
const rounds = option('rounds', 5);
/** Milliseconds for which the call is observed after a fault; every recovery must finish within them. */
const watchMs = 9_000;
const settleMs = 3_000;

const installation = await startInstallationOnALine();
atTheEnd(() => installation.stop());
process.env['YUNZHEN_E2E_URL'] = installation.url;
const browser = await launchBrowser();
const hospital = 'Lakeside Clinic';
const patient = await Person.signedIn(browser, 'Patient', { device: 'phone', hospital });
const doctor = await Person.signedIn(browser, 'Doctor', { hospital });
const people = [patient, doctor];
for (const { page } of people) await logMediaOf(page);
await goToWaitingRoom(patient.page, 'Clara Brunner');
await admit(doctor.page, 'Nora Lindqvist');
for (const { page } of people) await expectPictureAndSound(page);

const media = () => childrenOf(installation.pid, 'media/main.ts')[0] ?? 0;
const kill = (pids: readonly number[]) => {
  for (const pid of pids) process.kill(pid, 'SIGKILL');
};

interface Fault {
  readonly name: string;
  readonly goal: string | null;
  readonly cause: () => void;
}

const allFaults: readonly Fault[] = [
  { name: 'media worker killed', goal: '<= 3.0', cause: () => kill(childrenOf(media(), 'mediasoup-worker')) },
  {
    name: 'network switched: every address and connection dead in silence, new ones work',
    goal: '<= 3.0',
    cause: () => {
      installation.media.dropFlows();
      for (const proxy of [installation.signaling, installation.web]) proxy.lose();
    },
  },
  { name: 'media node killed', goal: '<= 5.0', cause: () => kill([media()]) },
  { name: 'call socket cut', goal: null, cause: () => installation.signaling.cut() },
  { name: 'media path gone, socket lives', goal: null, cause: () => installation.media.dropFlows() },
  { name: 'api killed', goal: null, cause: () => kill(childrenOf(installation.pid, 'api/main.ts')) },
];

/** `--only=node` measures the faults with this in their name. */
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length) ?? '';
const faults = allFaults.filter(({ name }) => name.includes(only));

const sound = new Map<Fault, number[]>(faults.map((fault) => [fault, []]));
const picture = new Map<Fault, number[]>(faults.map((fault) => [fault, []]));
const frozen = new Map<Fault, number[]>(faults.map((fault) => [fault, []]));
for (let round = 0; round < rounds; round += 1) {
  for (const fault of faults) {
    await delay(settleMs);
    const before = await Promise.all(people.map(async ({ page }) => (await mediaLog(page)).at(-1)));
    const at = Date.now();
    fault.cause();
    await delay(watchMs);
    for (const [index, { page }] of people.entries()) {
      const log = (await mediaLog(page)).filter((sample) => sample.at > at - 1_000);
      sound.get(fault)?.push(secondsToRecover(log, at, 'audioPackets'));
      picture.get(fault)?.push(secondsToRecover(log, at, 'frames'));
      frozen.get(fault)?.push((log.at(-1)?.frozen ?? 0) - (before[index]?.frozen ?? 0));
    }
    for (const { page } of people) await expectPictureAndSound(page);
  }
}

const p95 = (values: readonly number[]) => quantile(values, 0.95);
const figures: Figure[] = faults.flatMap((fault): Figure[] => {
  const seconds = sound.get(fault) ?? [];
  if (fault.name === 'api killed') {
    const most = Math.max(...(frozen.get(fault) ?? []));
    return [{ name: 'api killed: frozen picture, at most', value: most, unit: 's', goal: '<= 0' }];
  }
  return [
    { name: `${fault.name}: sound back, median`, value: median(seconds), unit: 's', goal: null },
    { name: `${fault.name}: sound back, 95th percentile`, value: p95(seconds), unit: 's', goal: fault.goal },
  ];
});
report(
  'recovery',
  rounds,
  faults.map((fault) => ({
    fault: fault.name,
    'sound, median s': median(sound.get(fault) ?? []).toFixed(2),
    'sound, 95th percentile s': p95(sound.get(fault) ?? []).toFixed(2),
    'picture, median s': median(picture.get(fault) ?? []).toFixed(2),
    'picture, 95th percentile s': p95(picture.get(fault) ?? []).toFixed(2),
    'frozen, most s': Math.max(...(frozen.get(fault) ?? [])).toFixed(2),
  })),
  figures,
);
