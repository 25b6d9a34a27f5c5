import type { Page, Route } from '@playwright/test';
import { holdCall } from '../../shared/src/calls/conduct.contract.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { expectPictureAndSound, expectPictureMoves } from './support/call-stage.ts';
import { expect } from './support/expect.ts';
import { inEachLanguage } from './support/language.ts';
import { outsider } from './support/outsider.ts';
import type { Person } from './support/person.ts';
import { test } from './support/test.ts';
import {
  admittedVisit,
  benchPage,
  callPage,
  doctorArrives,
  endVisit,
  patientArrives,
} from './support/visit-in-call.ts';

const stage = (page: Page) => page.getByTestId('call-stage');
const tickets = '**/call-tickets';
const cutAfterMs = 25_000;

/** Set to a folder to save a picture of each state for review. */
const folder = process.env['YUNZHEN_CALL_PICTURES'];

async function expectFace(page: Page, face: string): Promise<void> {
  await expect(stage(page)).toHaveAttribute('data-call-face', face, { timeout: 45_000 });
}

async function look(page: Page, name: string): Promise<void> {
  await expectAccessibleInEach(page, name);
  if (!folder) return;
  await inEachLanguage(page, async (language) => {
    await page.screenshot({ path: `${folder}/${name} ${language}.png` });
  });
}

/** Answers a request as the api would to a person without access; nothing else of the page changes. */
function refusal(status: number, code: string): (route: Route) => Promise<void> {
  return (route) =>
    route.fulfill({
      status,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: `urn:yunzhen:error:${code}`, title: code, status, code }),
    });
}

/** Opens a page of its own for a state that ends the call. */
async function onAPageOfItsOwn(person: Person, address: string, prepare: (page: Page) => Promise<unknown>) {
  const page = await person.context.newPage();
  await prepare(page);
  await page.goto(address);
  return page;
}

test('the states before and after a call are accessible in both languages', async ({ browser }) => {
  const [visitId, patient] = await Promise.all([admittedVisit(), patientArrives(browser, { at: null })]);
  const at = callPage(visitId);

  const joining = await onAPageOfItsOwn(patient, at, (page) => page.route(tickets, () => undefined));
  await expectFace(joining, 'joining');
  await look(joining, 'joining');
  await joining.close();

  const stops = [
    ['ended', refusal(409, 'call.ended')],
    ['refused', refusal(403, 'auth.forbidden')],
    ['removed', refusal(403, 'call.removed')],
  ] as const;
  for (const [face, answer] of stops) {
    const page = await onAPageOfItsOwn(patient, at, (own) => own.route(tickets, answer));
    await expectFace(page, face);
    await look(page, `${face}`);
    await page.close();
  }

  const old = await onAPageOfItsOwn(patient, at, (page) =>
    page.addInitScript(() => Reflect.deleteProperty(globalThis, 'RTCPeerConnection')),
  );
  await expectFace(old, 'unsupported');
  await look(old, 'unsupported');
  await old.close();

  // With an unreachable node, the page offers the telephone after a while and keeps trying.
  const cut = await onAPageOfItsOwn(patient, at, async (page) => {
    await page.clock.install();
    await page.route(tickets, async (route) => {
      const answer = await route.fetch();
      const ticket = (await answer.json()) as object;
      await route.fulfill({
        response: answer,
        json: { ...ticket, url: 'http://localhost:1', phone: '0571-8888 1234' },
      });
    });
  });
  await expectFace(cut, 'joining');
  await expect
    .poll(async () => {
      await cut.clock.fastForward(cutAfterMs);
      return stage(cut).getAttribute('data-call-face');
    })
    .toBe('cut');
  await expect(cut.getByTestId('call-phone')).toHaveAttribute('href', 'tel:057188881234');
  const tried = cut.waitForRequest(tickets);
  await cut.getByTestId('call-retry').click();
  await tried;
  await look(cut, 'cut');
  await cut.close();

  await endVisit(visitId);
  await patient.leave();
});

test('the states of a running call are accessible in both languages', async ({ browser }) => {
  const [visitId, patient, doctor] = await Promise.all([
    admittedVisit(),
    patientArrives(browser, { at: null }),
    doctorArrives(browser, { at: null }),
  ]);
  const both = (name: string) =>
    Promise.all([look(patient.page, `${name} patient`), look(doctor.page, `${name} doctor`)]);
  await patient.page.goto(callPage(visitId));
  await expectFace(patient.page, 'waiting');
  await look(patient.page, 'waiting');
  await doctor.page.goto(benchPage(visitId));
  await Promise.all([expectPictureAndSound(patient.page), expectPictureAndSound(doctor.page)]);
  await expect(doctor.page.getByTestId('call-line')).toBeVisible();
  await both('live');
  await doctor.page.getByTestId('call-line').click();
  await look(doctor.page, 'line doctor');
  await doctor.page.keyboard.press('Escape');

  await doctor.page.getByTestId('call-camera').click();
  await doctor.page.getByTestId('call-microphone').click();
  await expect(patient.page.locator('[data-picture-absence="off"]')).toBeVisible();
  await both('camera off');
  await doctor.page.getByTestId('call-camera').click();
  await doctor.page.getByTestId('call-microphone').click();

  // “Sound only” stops the pictures in both directions and restores them.
  await patient.page.getByTestId('call-more').click();
  await patient.page.getByTestId('call-sound-only').click();
  await expect(patient.page.locator('[data-picture-absence="wish"]')).toBeVisible();
  await expect(doctor.page.locator('[data-picture-absence="off"]')).toBeVisible();
  await look(patient.page, 'sound only');
  await patient.page.getByTestId('call-try-picture').click();
  await Promise.all([expectPictureMoves(patient.page), expectPictureMoves(doctor.page)]);

  // Captions of both, and what they say during a hold.
  for (const { page } of [patient, doctor]) {
    await page.getByTestId('call-more').click();
    await page.getByTestId('call-captions-start').click();
  }
  await doctor.page.getByTestId('caption-text').fill('One tablet after breakfast.');
  await doctor.page.getByTestId('caption-text').press('Enter');
  const patientCaptions = patient.page.getByTestId('call-captions');
  const doctorCaptions = doctor.page.getByTestId('call-captions');
  await expect(patientCaptions).toContainText('One tablet after breakfast.');
  await both('captions');

  const conductor = await outsider('lakeside', 'doctor@lakeside.demo.test');
  await conductor.ok(holdCall, { params: { visitId }, body: { held: true } });
  await expectFace(patient.page, 'held');
  await expect(doctor.page.getByTestId('held-banner')).toBeVisible();
  await expect(patientCaptions.getByRole('status')).toContainText('You are on hold.');
  await expect(doctorCaptions.getByRole('status')).toContainText('is on hold and cannot read your captions.');
  await both('held');
  await conductor.ok(holdCall, { params: { visitId }, body: { held: false } });
  await Promise.all([expectPictureMoves(patient.page), expectPictureMoves(doctor.page)]);

  // Another window takes over the call; this one can take it back.
  const second = await patient.context.newPage();
  await second.goto(callPage(visitId));
  await expectFace(patient.page, 'replaced');
  await look(patient.page, 'replaced');
  await expectPictureAndSound(second);
  await expectPictureMoves(doctor.page);
  await patient.page.getByTestId('call-join').click();
  await expectFace(second, 'replaced');
  await second.close();
  await Promise.all([expectPictureAndSound(patient.page), expectPictureMoves(doctor.page)]);

  await doctor.page.getByTestId('call-leave').click();
  await expectFace(doctor.page, 'left');
  // No picture is left that would need a dark ground.
  await expect(stage(doctor.page)).not.toHaveClass(/\bdark\b/);
  await expectFace(patient.page, 'waiting');
  // The notice about it has closed automatically.
  await expect(doctor.page.locator('[data-swipe-direction]')).toHaveCount(0);
  await both('left');
  await doctor.page.getByTestId('call-join').click();
  await expectPictureAndSound(doctor.page);

  // The patient’s phone disconnects without notice.
  expect([...patient.complaints, ...doctor.complaints]).toEqual([]);
  await Promise.all([patient.leave(), expectFace(doctor.page, 'away')]);
  await look(doctor.page, 'away doctor');
  await endVisit(visitId);
  await doctor.leave();
});
