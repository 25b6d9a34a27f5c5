import { expect, type Page } from '@playwright/test';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { expectPictureAndSound } from './support/call-stage.ts';
import { startInstallation, type Installation } from './support/installation.ts';
import { nodeView, watchAsNode } from './support/node-view.ts';
import { encryptCalls } from './support/policy.ts';
import { test } from './support/test.ts';
import {
  admittedVisit,
  benchPage,
  callPage,
  doctorArrives,
  endVisit,
  patientArrives,
  twoInCall,
} from './support/visit-in-call.ts';

/** Of the run’s own installation, whose hospitals have not asked for encryption. */
let openUrl: string;
let encrypted: Installation;

test.beforeAll(async () => {
  openUrl = process.env['YUNZHEN_E2E_URL'] ?? '';
  encrypted = await startInstallation();
  await encryptCalls(encrypted);
});
test.beforeEach(() => {
  process.env['YUNZHEN_E2E_URL'] = encrypted.url;
});
test.afterAll(async () => {
  process.env['YUNZHEN_E2E_URL'] = openUrl;
  await encrypted.stop();
});

/** The sign says that the call is encrypted; the digits that the two read to each other. */
async function safetyCode(page: Page, look: () => Promise<void> = async () => undefined): Promise<string> {
  const sign = page.getByTestId('call-encryption');
  await expect(sign).toHaveAttribute('data-encryption', 'on', { timeout: 30_000 });
  await sign.click();
  const code = page.getByTestId('safety-code');
  await expect(code).toBeVisible();
  await look();
  const digits = (await code.textContent()) ?? '';
  await page.keyboard.press('Escape');
  await expect(code).toBeHidden();
  return digits.trim();
}

async function expectFramesOnTheWay(page: Page): Promise<void> {
  await expect.poll(async () => (await nodeView(page)).pictures, { timeout: 60_000 }).toBeGreaterThan(60);
  await expect.poll(async () => (await nodeView(page)).sounds, { timeout: 30_000 }).toBeGreaterThan(60);
}

test('an encrypted call is seen and heard by the two in it, and by nobody on the way', async ({ browser }) => {
  const { visitId, patient, doctor } = await twoInCall(browser);
  const code = await safetyCode(patient.page, () =>
    expectAccessibleInEach(patient.page, 'the code of an encrypted call'),
  );
  expect(code).toMatch(/^\d{3}( \d{3}){3}$/);
  expect(await safetyCode(doctor.page)).toBe(code);

  // The doctor’s page is loaded again: it agrees on keys anew, and is made to look at what the media node sees.
  await watchAsNode(doctor.page);
  await doctor.page.reload();
  await expectFramesOnTheWay(doctor.page);
  const seen = await nodeView(doctor.page);
  test.info().annotations.push({ type: 'what the node sees', description: JSON.stringify(seen) });
  expect(seen.likeness).toBeLessThan(0.5);
  expect(seen.sealedSounds).toBeGreaterThan(0.95);
  // What that page sends is seen and heard, under another code.
  await expectPictureAndSound(patient.page);
  await expect.poll(() => safetyCode(patient.page)).not.toBe(code);
  expect(patient.complaints).toEqual([]);
  await endVisit(visitId);
  await Promise.all([patient.leave(), doctor.leave()]);
});

test('in a call that is not encrypted end to end the same look shows the picture', async ({ browser }) => {
  process.env['YUNZHEN_E2E_URL'] = openUrl;
  const visitId = await admittedVisit();
  const [patient, doctor] = await Promise.all([patientArrives(browser), doctorArrives(browser)]);
  await watchAsNode(doctor.page);
  await Promise.all([patient.page.goto(callPage(visitId)), doctor.page.goto(benchPage(visitId))]);
  await expectFramesOnTheWay(doctor.page);
  await expect.poll(async () => (await nodeView(doctor.page)).likeness, { timeout: 60_000 }).toBeGreaterThan(0.8);
  expect((await nodeView(doctor.page)).sealedSounds).toBeLessThan(0.1);
  await expect(patient.page.getByTestId('call-encryption')).toHaveCount(0);
  await endVisit(visitId);
  await Promise.all([patient.leave(), doctor.leave()]);
});

test('a browser that can’t encrypt is refused in words, and sends nothing', async ({ browser }) => {
  const visitId = await admittedVisit();
  const [patient, doctor] = await Promise.all([patientArrives(browser), doctorArrives(browser)]);
  await patient.context.addInitScript(() => {
    Reflect.deleteProperty(window, 'RTCRtpScriptTransform');
    Reflect.deleteProperty(window.RTCRtpSender.prototype, 'createEncodedStreams');
  });
  await Promise.all([patient.page.goto(callPage(visitId)), doctor.page.goto(benchPage(visitId))]);
  const stage = patient.page.getByTestId('call-stage');
  await expect(stage).toHaveAttribute('data-call-face', 'unsupported', { timeout: 30_000 });
  await expect(doctor.page.getByTestId('call-stage')).toHaveAttribute('data-call-face', 'waiting', { timeout: 30_000 });
  await endVisit(visitId);
  await Promise.all([patient.leave(), doctor.leave()]);
});

test('a browser with the older way at encoded frames is in the call like any other', async ({ browser }) => {
  const visitId = await admittedVisit();
  const [patient, doctor] = await Promise.all([patientArrives(browser), doctorArrives(browser)]);
  await patient.context.addInitScript(() => Reflect.deleteProperty(window, 'RTCRtpScriptTransform'));
  await Promise.all([patient.page.goto(callPage(visitId)), doctor.page.goto(benchPage(visitId))]);
  await Promise.all([expectPictureAndSound(patient.page), expectPictureAndSound(doctor.page)]);
  expect(await safetyCode(patient.page)).toBe(await safetyCode(doctor.page));
  await endVisit(visitId);
  await Promise.all([patient.leave(), doctor.leave()]);
});
