import type { BrowserContextOptions, Page } from '@playwright/test';
import { expectPictureMoves } from '../e2e/support/call-stage.ts';
import { admit } from '../e2e/support/doctor-steps.ts';
import { startInstallation } from '../e2e/support/installation.ts';
import { endWhatIsOpen } from '../e2e/support/open-visits.ts';
import { goToWaitingRoom } from '../e2e/support/patient-steps.ts';
import { Person } from '../e2e/support/person.ts';
import { launchBrowser } from './browser.ts';
import { atTheEnd } from './endings.ts';
import { option, quantile, report } from './report.ts';
import { partWaitingRoom, ScriptLog, weightOf } from './web/script-weight.ts';
import { throttle, vitalsOf, watchVitals, type Vitals } from './web/vitals.ts';

/*
 * Measures the patient’s way on a phone: the JavaScript loaded from the sign-in page to the waiting room and into the call, in one document. On a
 * throttled phone and network also the largest contentful paint of each page with an empty cache, layout shifts, and the slowest interaction.
 */
const rounds = option('rounds', 5);
const hospital = 'Lakeside Clinic';
const kB = (bytes: number) => bytes / 1000;

const installation = await startInstallation();
atTheEnd(() => installation.stop());
process.env['YUNZHEN_E2E_URL'] = installation.url;
const browser = await launchBrowser();

/** Walks the way once without throttling, and measures the bytes loaded at each step. */
async function weigh() {
  await endWhatIsOpen();
  const doctor = await Person.signedIn(browser, 'Doctor', { hospital });
  const patient = await Person.arrive(browser, { device: 'phone' });
  const { page } = patient;
  await page.goto('/healthz');
  const log = new ScriptLog(page);
  await signIn(page);
  const steps: { step: string; kB: number }[] = [];
  let known = log.paths;
  const note = async (step: string) => {
    await page.waitForLoadState('networkidle').catch(() => undefined);
    if (step !== 'waiting room') known = log.paths;
    steps.push({ step, kB: kB(weightOf(step === 'waiting room' ? partWaitingRoom(log.paths, known).before : known)) });
  };
  await note('signed in');
  await goToWaitingRoom(page, 'Brunner', note);
  const before = partWaitingRoom(log.paths, known).before;
  await doctor.page.goto('/workbench');
  await admit(doctor.page, 'Nora Lindqvist');
  await expectPictureMoves(page);
  const withCall = log.paths;
  steps.push({ step: 'in the call', kB: kB(weightOf(withCall)) });
  const state = await page.context().storageState();
  await Promise.all([patient.leave(), doctor.leave()]);
  return { steps, before: kB(weightOf(before)), withCall: kB(weightOf(withCall)), state };
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  const choice = page.getByRole('combobox', { name: /^Hospital/ });
  await choice.selectOption((await choice.getByRole('option', { name: hospital }).first().textContent()) ?? '');
  await page.getByRole('button', { name: /^Patient[  ]/ }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

const phone: BrowserContextOptions = {
  baseURL: installation.url,
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  locale: 'en-US',
};

type State = BrowserContextOptions['storageState'];

/** Opens one page by its address on the throttled phone with an empty cache. Each use replaces the refresh cookie: the next one gets the latest. */
async function openCold(path: string, state: State): Promise<{ vitals: Vitals; state: State }> {
  const context = await browser.newContext({ ...phone, ...(state ? { storageState: state } : {}) });
  const page = await context.newPage();
  await watchVitals(page);
  await throttle(page);
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  const vitals = await vitalsOf(page);
  const after = await context.storageState();
  await context.close();
  return { vitals, state: after };
}

/** Walks the way to the waiting room on the throttled phone, tap by tap. `atPage` runs on each page while the patient rests there. */
async function walk(atPage: (pathname: string) => Promise<void>): Promise<Vitals> {
  await endWhatIsOpen();
  const context = await browser.newContext({ ...phone, permissions: ['camera', 'microphone'] });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await watchVitals(page);
  await throttle(page);
  const seen = new Set<string>();
  await signIn(page);
  await goToWaitingRoom(page, 'Brunner', async () => {
    const { pathname } = new URL(page.url());
    if (seen.has(pathname)) return;
    seen.add(pathname);
    await atPage(pathname);
  });
  const vitals = await vitalsOf(page);
  await context.close();
  return vitals;
}

const { steps, before, withCall } = await weigh();
const walked: Vitals[] = [];
const cold = new Map<string, Vitals[]>();
const note = (name: string, vitals: Vitals) => cold.set(name, [...(cold.get(name) ?? []), vitals]);
for (let round = 0; round < rounds; round += 1) {
  note('/sign-in', (await openCold('/sign-in', undefined)).vitals);
  const signedIn = await Person.signedIn(browser, 'Patient', { device: 'phone', hospital });
  let state: State = await signedIn.context.storageState();
  await signedIn.leave();
  const open = async (path: string, name: string) => {
    const { vitals, state: after } = await openCold(path, state);
    state = after;
    note(name, vitals);
  };
  // Each page as a patient finds it: the check-in page leads on to the waiting room once that is reached.
  walked.push(await walk((path) => open(path, path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id'))));
}

const p75 = (values: readonly number[]) => quantile(values, 0.75);
const pages = [...cold].map(([page, vitals]) => ({
  page,
  lcp: p75(vitals.map(({ lcp }) => lcp)),
  cls: p75(vitals.map(({ cls }) => cls)),
}));
const worst = (of: 'lcp' | 'cls') => Math.max(...pages.map((page) => page[of]));

report(
  'web',
  rounds,
  [
    ...steps.map(({ step, kB }) => ({ what: `JavaScript fetched, ${step}`, value: `${kB.toFixed(0)} kB (Brotli)` })),
    ...pages.flatMap(({ page, lcp, cls }) => [
      { what: `largest paint of ${page}, nothing cached`, value: `${lcp.toFixed(0)} ms` },
      { what: `layout shift of ${page}`, value: cls.toFixed(3) },
    ]),
    { what: 'slowest tap on the way', value: `${p75(walked.map(({ inp }) => inp)).toFixed(0)} ms` },
    { what: 'layout shift on the way', value: p75(walked.map(({ cls }) => cls)).toFixed(3) },
  ],
  [
    { name: 'JavaScript before the call page', value: before, unit: 'kB (Brotli)', goal: '<= 200' },
    { name: 'JavaScript with the call page', value: withCall, unit: 'kB (Brotli)', goal: '<= 290' },
    { name: 'LCP, worst page, 75th percentile', value: worst('lcp'), unit: 'ms', goal: '<= 2500' },
    { name: 'INP on the way, 75th percentile', value: p75(walked.map(({ inp }) => inp)), unit: 'ms', goal: '<= 200' },
    { name: 'CLS, worst page, 75th percentile', value: worst('cls'), unit: 'score', goal: '<= 0.01' },
    {
      name: 'CLS on the way, 75th percentile',
      value: p75(walked.map(({ cls }) => cls)),
      unit: 'score',
      goal: '<= 0.01',
    },
  ],
);
