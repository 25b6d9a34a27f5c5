import type { Page } from '@playwright/test';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { expectPictureAndSound } from './support/call-stage.ts';
import { expect } from './support/expect.ts';
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

test.beforeEach(() => encryptCalls(true));
test.afterEach(() => encryptCalls(false));

/** Checks that the page shows the call as encrypted and returns the digits that both read to each other. */
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
  await expect.poll(async () => (await nodeView(page)).pictures, { timeout: 60_000 }).toBeGreaterThan(30);
  await expect.poll(async () => (await nodeView(page)).sounds, { timeout: 30_000 }).toBeGreaterThan(30);
}

test('an encrypted call is seen and heard by its participants, and not by the media node', async ({ browser }) => {
  const { visitId, patient, doctor } = await twoInCall(browser);
  const code = await safetyCode(patient.page, () =>
    expectAccessibleInEach(patient.page, 'the code of an encrypted call'),
  );
  expect(code).toMatch(/^\d{3}( \d{3}){3}$/);
  expect(await safetyCode(doctor.page)).toBe(code);

  // The doctor’s page reloads, agrees on new keys, and observes frames as the media node sees them.
  await watchAsNode(doctor.page);
  await doctor.page.reload();
  await expectFramesOnTheWay(doctor.page);
  const seen = await nodeView(doctor.page);
  test.info().annotations.push({ type: 'what the node sees', description: JSON.stringify(seen) });
  expect(seen.likeness).toBeLessThan(0.5);
  expect(seen.sealedSounds).toBeGreaterThan(0.95);
  // The media of that page is seen and heard, with another safety code.
  await expectPictureAndSound(patient.page);
  await expect.poll(() => safetyCode(patient.page), { timeout: 60_000 }).not.toBe(code);
  expect(patient.complaints).toEqual([]);
  await endVisit(visitId);
  await Promise.all([patient.leave(), doctor.leave()]);
});

test('without end-to-end encryption the media node’s view shows the picture', async ({ browser }) => {
  await encryptCalls(false);
  const visitId = await admittedVisit();
  const [patient, doctor] = await Promise.all([
    patientArrives(browser, { at: null }),
    doctorArrives(browser, { at: null }),
  ]);
  await watchAsNode(doctor.page);
  await Promise.all([patient.page.goto(callPage(visitId)), doctor.page.goto(benchPage(visitId))]);
  await expectFramesOnTheWay(doctor.page);
  await expect.poll(async () => (await nodeView(doctor.page)).likeness, { timeout: 60_000 }).toBeGreaterThan(0.8);
  expect((await nodeView(doctor.page)).sealedSounds).toBeLessThan(0.1);
  await expect(patient.page.getByTestId('call-encryption')).toHaveCount(0);
  await endVisit(visitId);
  await Promise.all([patient.leave(), doctor.leave()]);
});

test('a browser that cannot encrypt is rejected with a message and sends nothing; one with the older API joins', async ({
  browser,
}) => {
  const visitId = await admittedVisit();
  const [refused, doctor] = await Promise.all([
    patientArrives(browser, { at: null }),
    doctorArrives(browser, { at: null }),
  ]);
  await refused.context.addInitScript(() => {
    Reflect.deleteProperty(window, 'RTCRtpScriptTransform');
    Reflect.deleteProperty(window.RTCRtpSender.prototype, 'createEncodedStreams');
  });
  await Promise.all([refused.page.goto(callPage(visitId)), doctor.page.goto(benchPage(visitId))]);
  const stage = (page: Page) => page.getByTestId('call-stage');
  await expect(stage(refused.page)).toHaveAttribute('data-call-face', 'unsupported', { timeout: 30_000 });
  await expect(stage(doctor.page)).toHaveAttribute('data-call-face', 'waiting', { timeout: 30_000 });
  await refused.leave();

  const patient = await patientArrives(browser, { at: null });
  await patient.context.addInitScript(() => Reflect.deleteProperty(window, 'RTCRtpScriptTransform'));
  await patient.page.goto(callPage(visitId));
  await Promise.all([expectPictureAndSound(patient.page), expectPictureAndSound(doctor.page)]);
  expect(await safetyCode(patient.page)).toBe(await safetyCode(doctor.page));
  await endVisit(visitId);
  await Promise.all([patient.leave(), doctor.leave()]);
});
