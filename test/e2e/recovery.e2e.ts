import { expect, type Page } from '@playwright/test';
import type { RecoveryReport } from '../../shared/src/contract/call-quality.ts';
import { readVisit } from '../../shared/src/contract/visits.ts';
import { startInstallationOnALine } from './support/bad-line.ts';
import { CallRequests } from './support/call-requests.ts';
import { expectPictureAndSound, expectPictureMoves, generation } from './support/call-stage.ts';
import { outsider } from './support/outsider.ts';
import { ownInstallation } from './support/own-installation.ts';
import { childrenOf } from './support/processes.ts';
import { test } from './support/test.ts';
import {
  benchPage,
  callPage,
  doctorArrives,
  endVisit,
  patientArrives,
  twoInCall,
  waitingVisit,
  type VisitInCall,
} from './support/visit-in-call.ts';
import { whileAsleep } from './support/sleeping.ts';

/** Longer than any time-out of ours or of the browser’s. */
const offlineMs = 30_000;

/** A silent browser is given up sooner than elsewhere, so that nobody waits for it: what happens then is what is looked at. */
const onALine = ownInstallation(() => startInstallationOnALine({ STAY_GRACE_SECONDS: '10' }));

async function end({ visitId, patient, doctor }: VisitInCall): Promise<void> {
  // This process has kept connections as well, which a change of network has killed in silence.
  onALine().web.cut();
  await expect(() => endVisit(visitId)).toPass();
  await Promise.all([patient.leave(), doctor.leave()]);
}

const stage = (page: Page) => page.getByTestId('call-stage');
const recoveries = async (page: Page) => Number(await stage(page).getAttribute('data-recoveries'));

/** Does something to the line of both and waits until both have come back and said how. */
async function recover({ pages }: VisitInCall, harm: () => unknown): Promise<RecoveryReport[]> {
  const known = await Promise.all(pages.map(recoveries));
  await harm();
  return Promise.all(
    pages.map(async (page, index) => {
      await expect.poll(() => recoveries(page), { timeout: 45_000 }).toBe((known[index] ?? 0) + 1);
      const report = await stage(page).getAttribute('data-last-recovery');
      return JSON.parse(report ?? 'null') as RecoveryReport;
    }),
  );
}

/** The same, and both see and hear each other again. */
async function recoverWhole(call: VisitInCall, harm: () => unknown): Promise<RecoveryReport[]> {
  const reports = await recover(call, harm);
  await Promise.all(call.pages.map(expectPictureAndSound));
  return reports;
}

test('a line that is prepared while the patient waits carries the first picture without anybody joining anew', async ({
  browser,
}) => {
  const [visitId, patient, doctor] = await Promise.all([
    waitingVisit(),
    patientArrives(browser),
    doctorArrives(browser),
  ]);
  const asked = [patient, doctor].map(({ page }) => new CallRequests(page));
  await patient.page.goto(`/visits/${visitId}/waiting`);
  await doctor.page.goto('/workbench');
  // Both are in, and send both sources, before anybody is admitted.
  for (const requests of asked) await expect.poll(() => requests.payloads('produce').length).toBe(2);
  await expect(patient.page.getByTestId('devices-ready')).toBeVisible();
  await doctor.page.getByRole('button', { name: /^Admit/ }).click();
  await Promise.all([expectPictureAndSound(patient.page), expectPictureAndSound(doctor.page)]);
  for (const requests of asked) {
    expect(requests.payloads('join')).toHaveLength(1);
    expect(requests.payloads('produce')).toHaveLength(2);
    expect(requests.payloads('connect-transport')).toEqual([]);
    await expect.poll(() => requests.payloads('report-first-picture')).toMatchObject([{ prepared: true }]);
    test.info().annotations.push({
      type: 'first picture',
      description: JSON.stringify(requests.payloads('report-first-picture')),
    });
  }
  // Not even now: a page that was there before may have prepared once as well, but none has joined again since.
  for (const requests of asked) expect(requests.payloads('join')).toHaveLength(1);
  await endVisit(visitId);
  await Promise.all([patient.leave(), doctor.leave()]);
});

test('a laptop that sleeps until its stay has ended is back in the call when it wakes', async ({
  browser,
  playwright,
}, { project }) => {
  const laptop = await playwright.chromium.launch(project.use.launchOptions);
  const { visitId, patient, doctor, pages } = await twoInCall(browser, undefined, laptop);
  const before = await generation(patient.page);
  await whileAsleep(laptop, async () => {
    await expect(stage(doctor.page)).toHaveAttribute('data-call-face', 'away', { timeout: 30_000 });
    // The node gives a silent browser up after its grace: from now on only a new ticket leads back.
    await expect(stage(doctor.page)).toHaveAttribute('data-call-face', 'waiting', { timeout: 60_000 });
  });
  await Promise.all(pages.map(expectPictureAndSound));
  expect(await generation(patient.page)).toBe(before + 1);
  expect([...patient.complaints, ...doctor.complaints]).toEqual([]);
  await endVisit(visitId);
  await Promise.all([patient.leave(), doctor.leave()]);
  await laptop.close();
});

test('each fault of the line is mended on the lowest rung that can', async ({ browser }) => {
  const line = onALine();
  const call = await twoInCall(browser);
  const generations = () => Promise.all(call.pages.map(generation));
  const first = await generations();

  await test.step('a call socket that breaks is replaced, the picture goes on', async () => {
    for (const { cause, rungs } of await recoverWhole(call, () => line.signaling.cut())) {
      expect({ cause, rungs }).toEqual({ cause: 'socket', rungs: ['resume'] });
    }
  });

  await test.step('a path of the media that is gone gets new candidates', async () => {
    for (const { cause, rungs } of await recoverWhole(call, () => line.media.dropFlows())) {
      expect({ cause, rungs }).toEqual({ cause: 'media-silent', rungs: ['ice-restart'] });
    }
  });

  await test.step('a new address, with every connection dead in silence, needs one new socket', async () => {
    const reports = await recoverWhole(call, () => {
      line.media.dropFlows();
      for (const proxy of [line.signaling, line.web]) proxy.lose();
    });
    for (const { rungs } of reports) expect(rungs).toEqual(['ice-restart', 'resume']);
  });

  // All of it was one stay on the node, and the api had no part in it.
  const last = await Promise.all(call.pages.map((page) => stage(page).getAttribute('data-last-recovery')));
  expect(await generations(), `after ${last.join(' and ')}`).toEqual(first);

  await test.step('a dead worker costs a new ticket', async () => {
    const [media] = childrenOf(line.pid, 'media/main.ts');
    const [worker] = childrenOf(media ?? 0, 'mediasoup-worker');
    for (const { cause, rungs } of await recoverWhole(call, () => process.kill(worker ?? 0, 'SIGKILL'))) {
      expect(cause).toBe('place-lost');
      expect(rungs.every((rung) => rung === 'rejoin')).toBe(true);
    }
  });
  await end(call);
});

test('a line that stays dark gets new transports, and one that is lost again and again carries sound alone for a while', async ({
  browser,
}) => {
  const { media } = onALine();
  const asked: CallRequests[] = [];
  const call = await twoInCall(browser, ({ page }) => asked.push(new CallRequests(page)));

  await test.step('new transports in the same place of the same room', async () => {
    const reports = await recoverWhole(call, async () => {
      media.blackout(Infinity);
      for (const requests of asked) {
        await expect.poll(() => requests.payloads('rebuild-transports').length).toBeGreaterThan(0);
      }
      media.lightUp();
    });
    // On a busy machine an answer may come too late for the first rung, so that others are tried before this one.
    for (const { rungs } of reports) expect(rungs).toContain('rebuild');
  });

  await test.step('the third loss within a minute takes the pictures off the line, and both pages say so', async () => {
    await recoverWhole(call, () => media.dropFlows());
    for (const { rungs } of await recover(call, () => media.dropFlows())) {
      expect(rungs).toContain('audio-only');
    }
    for (const page of call.pages) {
      await expect(stage(page)).toHaveAttribute('data-carried', 'audio-only');
      await expect(
        page.locator('[data-picture-absence="audio-only"], [data-picture-absence="their-line"]'),
      ).toBeVisible();
      const heard = Number(await stage(page).getAttribute('data-audio-energy'));
      await expect.poll(async () => Number(await stage(page).getAttribute('data-audio-energy'))).toBeGreaterThan(heard);
    }
  });

  await test.step('pictures come back by themselves once the line has been steady', async () => {
    for (const page of call.pages) {
      await expect(stage(page)).toHaveAttribute('data-carried', 'all', { timeout: 90_000 });
    }
    await Promise.all(call.pages.map(expectPictureMoves));
  });
  await end(call);
});

test('after half a minute offline the same two are back in the same visit', async ({ browser }) => {
  const line = onALine();
  const call = await twoInCall(browser);
  const sockets = [line.signaling, line.web];
  const went = Date.now();
  line.media.blackout(Infinity);
  for (const proxy of sockets) proxy.stall();
  for (const page of call.pages) await expect(stage(page)).toHaveAttribute('data-call-phase', 'reconnecting');
  await expect.poll(() => Date.now() - went, { timeout: 2 * offlineMs }).toBeGreaterThan(offlineMs);
  for (const page of call.pages) await expect(stage(page)).toHaveAttribute('data-call-phase', 'reconnecting');
  line.media.lightUp();
  for (const proxy of sockets) proxy.resume();
  await Promise.all(call.pages.map(expectPictureAndSound));
  await Promise.all(call.pages.map(expectPictureMoves));
  const [patient, doctor] = call.pages;
  await expect(patient).toHaveURL(new RegExp(callPage(call.visitId)));
  await expect(doctor).toHaveURL(new RegExp(benchPage(call.visitId)));
  const anyone = await outsider('lakeside', 'patient@lakeside.demo.test');
  expect(await anyone.ok(readVisit, { params: { visitId: call.visitId } })).toMatchObject({ status: 'in-progress' });
  await end(call);
});
