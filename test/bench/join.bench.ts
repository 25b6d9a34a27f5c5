import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { checkIn, createVisit } from '@yunzhen/shared/visits/visits.contract';
import { listDepartments, listDoctors, readConsentText } from '@yunzhen/shared/directory/directory.contract';
import { startInstallationOnALine } from '../e2e/support/bad-line.ts';
import { expectPictureMoves } from '../e2e/support/call-stage.ts';
import { admit } from '../e2e/support/doctor-steps.ts';
import { endWhatIsOpen } from '../e2e/support/open-visits.ts';
import { outsider } from '../e2e/support/outsider.ts';
import { Person } from '../e2e/support/person.ts';
import { TcpProxy } from '../support/impairment/tcp-proxy.ts';
import { answerDangers } from '../support/danger-page.ts';
import { barePage } from './bare/bundle.ts';
import { BareServer } from './bare/server.ts';
import { launchBrowser } from './browser.ts';
import { atTheEnd } from './endings.ts';
import { expectFirstFrame, firstFrame, transportsConnected, watchFirstFrames } from './first-frame.ts';
import { median, option, quantile, report } from './report.ts';
import { medianSlope } from './soak/trend.ts';

/*
 * Measures the time from the click to the first remote picture: the whole product (page, ticket, Postgres, audit) against bare mediasoup with its
 * documented signalling, alternating. Without added delay and with a round trip of 100 ms on everything but the media. Also from the doctor’s click
 * on “Admit”, with pages prepared while the patient waited, and with 400 ms. The number of round trips is the slope through all single times over the
 * added delay, not a difference of medians.
 */
const rounds = option('rounds', 10);
const addedRoundTripMs = 100;
/** A long one too, beside which the pages' own work of some hundred milliseconds is small. */
const admissionDelays = [0, addedRoundTripMs, 4 * addedRoundTripMs] as const;
const patientName = 'Nora Lindqvist';

interface Call {
  readonly name: 'yunzhen' | 'bare mediasoup';
  delay(roundTripMs: number): void;
  join(): Promise<number>;
}

const browser = await launchBrowser();

async function bareCall(): Promise<Call & { close(): Promise<void> }> {
  const server = await BareServer.start(await barePage());
  const proxy = await TcpProxy.start({
    listen: { host: 'localhost', port: 0 },
    target: { host: '127.0.0.1', port: server.port },
  });
  const url = `http://localhost:${proxy.port}`;
  const other = await barePageAt(browser, url);
  await other.locator('#join').click();
  await other.waitForSelector('body[data-joined]');
  return {
    name: 'bare mediasoup',
    delay: (roundTripMs) => (proxy.roundTripMs = roundTripMs),
    join: async () => {
      const page = await barePageAt(browser, url);
      await page.locator('#join').click();
      const { since, frame } = await firstFrame(page);
      await page.context().close();
      return frame - since;
    },
    close: async () => {
      await server.close();
      await proxy.close();
    },
  };
}

async function barePageAt(from: Browser, url: string): Promise<Page> {
  const context = await from.newContext({ permissions: ['camera', 'microphone'] });
  const page = await context.newPage();
  await watchFirstFrames(page);
  await page.goto(url);
  await page.waitForSelector('body[data-connected]');
  return page;
}

const installation = await startInstallationOnALine({ RTC_ANNOUNCED_ADDRESS: '127.0.0.1' });
atTheEnd(() => installation.stop());
process.env['YUNZHEN_E2E_URL'] = installation.url;
const delayOurs = (roundTripMs: number) => {
  for (const proxy of [installation.web, installation.signaling]) proxy.roundTripMs = roundTripMs;
};
const hospital = 'Lakeside Clinic';
const doctor = await Person.signedIn(browser, 'Doctor', { hospital });
const patient = await Person.signedIn(browser, 'Patient', { device: 'phone', hospital });
await Promise.all([watchFirstFrames(doctor.page), watchFirstFrames(patient.page)]);

/** Creates a waiting visit through the api. */
async function checkedIn(): Promise<string> {
  const asPatient = await outsider('lakeside', 'patient@lakeside.demo.test');
  await endWhatIsOpen();
  const departments = await asPatient.ok(listDepartments, {});
  const department = departments.items.find(({ name }) => name.en.startsWith('General'));
  const doctors = await asPatient.ok(listDoctors, { query: { departmentId: department?.id ?? '' } });
  const chosen =
    doctors.items.find(({ nameLatin, name }) => nameLatin.includes('Brunner') || name.includes('Brunner')) ??
    doctors.items[0];
  const visit = await asPatient.ok(createVisit, {
    body: { departmentId: department?.id ?? '', doctorId: chosen?.id ?? '', complaint: 'Sore throat.' },
  });
  const text = await asPatient.ok(readConsentText, { query: { locale: 'en' } });
  await answerDangers(asPatient, { visitId: visit.id });
  await asPatient.ok(checkIn, {
    params: { visitId: visit.id },
    body: {
      consent: { version: text.version, locale: 'en' },
      intake: {
        complaint: 'Sore throat.',
        duration: 'days',
        priorDiagnosis: 'no',
        allergiesConfirmed: true,
        medicinesConfirmed: true,
      },
      deviceCheck: 'passed',
    },
  });
  return visit.id;
}

const ours: Call = {
  name: 'yunzhen',
  delay: delayOurs,
  join: async () => {
    await doctor.page.getByTestId('call-leave').click();
    // A realistic pause before the next click, which also lets the reference’s socket open first.
    await delay(1_000);
    await doctor.page.getByTestId('call-join').click();
    const { since, frame } = await firstFrame(doctor.page);
    await expectPictureMoves(doctor.page);
    return frame - since;
  },
};

/** Returns the time from the doctor’s click on “Admit” to the first picture on either page. */
async function admitted(roundTripMs: number): Promise<{ doctor: number; patient: number }> {
  delayOurs(0);
  const visitId = await checkedIn();
  await patient.page.goto(`/visits/${visitId}/waiting`);
  await doctor.page.goto('/workbench');
  const button = doctor.page.getByRole('button', { name: `Admit ${patientName}` });
  await button.waitFor();
  // Each page has a transport per direction.
  await Promise.all([doctor.page, patient.page].map((page) => transportsConnected(page, 2)));
  delayOurs(roundTripMs);
  await expectFirstFrame(patient.page);
  await button.click();
  const [atDoctor, atPatient] = await Promise.all([firstFrame(doctor.page), firstFrame(patient.page)]);
  delayOurs(0);
  return { doctor: atDoctor.frame - atDoctor.since, patient: atPatient.frame - atDoctor.since };
}

const bare = await bareCall();
atTheEnd(() => bare.close());
const visitId = await checkedIn();
await patient.page.goto(`/visits/${visitId}/waiting`);
await admit(doctor.page, patientName);
await expectPictureMoves(doctor.page);

const delays = [0, addedRoundTripMs] as const;
const results: { call: Call['name']; roundTripMs: number; ms: number }[] = [];
for (let round = -1; round < rounds; round += 1) {
  for (const roundTripMs of delays) {
    for (const call of round % 2 === 0 ? [ours, bare] : [bare, ours]) {
      call.delay(roundTripMs);
      const ms = await call.join();
      call.delay(0);
      // The first round is a warm-up.
      if (round >= 0) results.push({ call: call.name, roundTripMs, ms });
    }
  }
}
const admissions: { roundTripMs: number; doctor: number; patient: number }[] = [];
for (let round = -1; round < rounds; round += 1) {
  for (const roundTripMs of admissionDelays) {
    const times = await admitted(roundTripMs);
    if (round >= 0) admissions.push({ roundTripMs, ...times });
  }
}

const times = (name: Call['name'], roundTripMs: number) =>
  results.filter((each) => each.call === name && each.roundTripMs === roundTripMs).map(({ ms }) => ms);
const admissionTimes = (side: 'doctor' | 'patient', roundTripMs: number) =>
  admissions.filter((each) => each.roundTripMs === roundTripMs).map((each) => each[side]);
const ratio = (roundTripMs: number, of: (values: readonly number[]) => number) =>
  of(times('yunzhen', roundTripMs)) / of(times('bare mediasoup', roundTripMs));
const p95 = (values: readonly number[]) => quantile(values, 0.95);
const roundTripsOf = (side: 'doctor' | 'patient') =>
  medianSlope(admissions.map((each) => [each.roundTripMs, each[side]] as const));
const joinRoundTrips = () =>
  medianSlope(
    results.filter(({ call }) => call === 'yunzhen').map(({ roundTripMs, ms }) => [roundTripMs, ms] as const),
  );
const row = (what: string, roundTripMs: number, values: readonly number[]) => ({
  what,
  'added round trip ms': roundTripMs,
  'median ms': median(values).toFixed(0),
  '95th percentile ms': p95(values).toFixed(0),
});

report(
  'join',
  rounds,
  [
    ...delays.flatMap((roundTripMs) => [
      row('click → first frame, bare mediasoup', roundTripMs, times('bare mediasoup', roundTripMs)),
      row('click → first frame, yunzhen', roundTripMs, times('yunzhen', roundTripMs)),
    ]),
    ...admissionDelays.flatMap((roundTripMs) => [
      row('admit → first frame, doctor (prepared)', roundTripMs, admissionTimes('doctor', roundTripMs)),
      row('admit → first frame, patient (prepared)', roundTripMs, admissionTimes('patient', roundTripMs)),
    ]),
  ],
  [
    { name: 'click → first frame, median, ours / bare', value: ratio(0, median), unit: 'ratio', goal: '<= 1.0' },
    { name: 'click → first frame, 95th percentile, ours / bare', value: ratio(0, p95), unit: 'ratio', goal: '<= 1.15' },
    {
      name: 'click → first frame with 100 ms added, median, ours / bare',
      value: ratio(addedRoundTripMs, median),
      unit: 'ratio',
      goal: '<= 0.6',
    },
    {
      name: 'round trips on the critical path',
      value: joinRoundTrips(),
      unit: 'round trips',
      goal: '<= 2',
    },
    {
      name: 'round trips from admit to the doctor’s first frame, prepared',
      value: roundTripsOf('doctor'),
      unit: 'round trips',
      goal: '<= 1',
    },
    {
      name: 'round trips from admit to the patient’s first frame, prepared',
      value: roundTripsOf('patient'),
      unit: 'round trips',
      goal: '<= 1',
    },
    { name: 'admit → first frame, doctor, median', value: median(admissionTimes('doctor', 0)), unit: 'ms', goal: null },
    {
      name: 'admit → first frame, patient, median',
      value: median(admissionTimes('patient', 0)),
      unit: 'ms',
      goal: null,
    },
  ],
);
