import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { RecoveryReport } from '../../shared/src/calls/quality.schemas.ts';
import { readVisit } from '../../shared/src/visits/visits.contract.ts';
import { CallRequests } from './support/call-requests.ts';
import { closely, expectPictureAndSound, expectPictureMoves, generation } from './support/call-stage.ts';
import { expect } from './support/expect.ts';
import { test } from './support/on-a-line.ts';
import { outsider } from './support/outsider.ts';
import { changeTimeouts, useTimeouts } from './support/page-timeouts.ts';
import type { Person } from './support/person.ts';
import { childrenOf } from './support/processes.ts';
import { whileAsleep } from './support/sleeping.ts';
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

// Each test has its own call, so that two workers share them.
test.describe.configure({ mode: 'parallel' });

const stage = (page: Page) => page.getByTestId('call-stage');
const audioEnergy = async (page: Page) => Number(await stage(page).getAttribute('data-audio-energy'));

/** Returns a page’s recoveries since its load, oldest first. A report without a response is sent twice. */
function recoveriesOf(asked: CallRequests): RecoveryReport[] {
  const sent = asked.payloads('report-recovery').map((report) => JSON.stringify(report));
  return [...new Set(sent)].map((report) => JSON.parse(report) as RecoveryReport);
}

/**
 * Disturbs the connection of both, waits until they see and hear each other again, and returns the first recovery of each: on a busy machine another
 * loss may seem to follow.
 */
async function recoverWhole(
  { pages }: VisitInCall,
  asked: readonly CallRequests[],
  harm: () => unknown,
): Promise<RecoveryReport[]> {
  const known = asked.map((requests) => recoveriesOf(requests).length);
  await harm();
  const reports = await Promise.all(
    asked.map(async (requests, index) => {
      const since = () => recoveriesOf(requests).slice(known[index]);
      await expect.poll(() => since().length, { timeout: 45_000, intervals: closely }).toBeGreaterThan(0);
      return since()[0] as RecoveryReport;
    }),
  );
  await Promise.all(pages.map(expectSound));
  return reports;
}

/** Expects that the call is live and that more of the other’s speech arrives than before. */
async function expectSound(page: Page): Promise<void> {
  await expect(stage(page)).toHaveAttribute('data-call-phase', 'live', { timeout: 45_000 });
  const heard = await audioEnergy(page);
  await expect.poll(() => audioEnergy(page), { timeout: 30_000, intervals: closely }).not.toBe(heard);
}

test('a connection prepared in the waiting room carries the first picture without another join', async ({
  browser,
}) => {
  const [visitId, patient, doctor] = await Promise.all([
    waitingVisit(),
    patientArrives(browser, { at: null }),
    doctorArrives(browser, { at: null }),
  ]);
  const asked = [patient, doctor].map(({ page }) => new CallRequests(page));
  await patient.page.goto(`/visits/${visitId}/waiting`);
  await doctor.page.goto('/workbench');
  // Both have joined and send both sources before the admission.
  for (const requests of asked) await expect.poll(() => requests.payloads('produce').length).toBe(2);
  await expect(patient.page.getByTestId('devices-ready')).toBeVisible();
  await doctor.page.getByRole('button', { name: 'Admit Nora Lindqvist' }).click();
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
  // Still one join: a page may have prepared before, but none has joined again.
  for (const requests of asked) expect(requests.payloads('join')).toHaveLength(1);
  await endVisit(visitId);
  await Promise.all([patient.leave(), doctor.leave()]);
});

test('a laptop that sleeps beyond the grace period is back in the call when it wakes', async ({ browser, playwright }, {
  project,
}) => {
  const laptop = await playwright.chromium.launch(project.use.launchOptions);
  // A participant without signalling is still seen and heard, however short this timeout is; they disappear when the node reports it.
  const shortly = ({ context }: Person) => useTimeouts(context, { 'calls.comingBack': 500 });
  const { visitId, patient, doctor, pages } = await twoInCall(browser, shortly, laptop);
  const before = await generation(patient.page);
  await whileAsleep(laptop, async () => {
    await expect(stage(doctor.page)).toHaveAttribute('data-call-face', 'away', { timeout: 30_000 });
    // The node ends the silent peer after its grace period: from now on only a new ticket can rejoin.
    await expect(stage(doctor.page)).toHaveAttribute('data-call-face', 'waiting', { timeout: 60_000 });
  });
  await Promise.all(pages.map(expectPictureAndSound));
  expect(await generation(patient.page)).toBe(before + 1);
  expect([...patient.complaints, ...doctor.complaints]).toEqual([]);
  await endVisit(visitId);
  await Promise.all([patient.leave(), doctor.leave()]);
  await laptop.close();
});

/** Long timeouts for each recovery step, so that nothing times out on a busy machine with a good connection. */
const patience = {
  'calls.sameMedia': 30_000,
  'calls.newMedia': 30_000,
  'calls.shortestAnswer': 10_000,
  'calls.longestAnswer': 10_000,
  'calls.lossWindow': 600_000,
  'calls.steady': 600_000,
};

test('a call survives each fault of its connection with the smallest recovery step that works', async ({
  browser,
  line,
}) => {
  const asked: CallRequests[] = [];
  const call = await twoInCall(browser, async ({ context, page }) => {
    asked.push(new CallRequests(page));
    await useTimeouts(context, patience);
  });
  const { pages } = call;
  const sockets = [line.signaling, line.web];
  const recover = (harm: () => unknown) => recoverWhole(call, asked, harm);
  const change = (timeouts: Parameters<typeof changeTimeouts>[1]) =>
    Promise.all(pages.map((page) => changeTimeouts(page, timeouts)));
  const generations = () => Promise.all(pages.map(generation));
  const first = await generations();

  await test.step('a broken call socket is replaced while the picture continues', async () => {
    for (const { cause, rungs } of await recover(() => line.signaling.cut())) {
      expect({ cause, rungs }).toEqual({ cause: 'socket', rungs: ['resume'] });
    }
    await Promise.all(pages.map(expectPictureMoves));
  });

  await test.step('a lost media path gets new candidates', async () => {
    for (const { cause, rungs } of await recover(() => line.media.dropFlows())) {
      expect({ cause, rungs }).toEqual({ cause: 'media-silent', rungs: ['ice-restart'] });
    }
    await Promise.all(pages.map(expectPictureMoves));
  });

  await test.step('a new address, with every connection silently dead, needs one new socket', async () => {
    await change({ 'calls.shortestAnswer': 700 });
    const reports = await recover(() => {
      line.media.dropFlows();
      for (const proxy of sockets) proxy.lose();
    });
    for (const { rungs } of reports) expect(rungs).toEqual(['ice-restart', 'resume']);
    await change({ 'calls.shortestAnswer': patience['calls.shortestAnswer'] });
    await Promise.all(pages.map(expectPictureMoves));
  });

  // All of it was the same peer on the node, without the api.
  expect(await generations(), JSON.stringify(asked.map(recoveriesOf))).toEqual(first);

  await test.step('the third loss in a short time pauses the pictures, and both pages say so', async () => {
    // No picture arrives, and the report waits for it.
    await change({ 'calls.arrival': 1000 });
    for (const { rungs } of await recover(() => line.media.dropFlows())) expect(rungs).toContain('audio-only');
    for (const page of pages) {
      await expect(stage(page)).toHaveAttribute('data-carried', 'audio-only');
      await expect(
        page.locator('[data-picture-absence="audio-only"], [data-picture-absence="their-line"]'),
      ).toBeVisible();
      await expectSound(page);
      await expect(stage(page)).toHaveAttribute('data-carried', 'audio-only');
    }
  });

  await test.step('pictures return automatically once the connection has been stable', async () => {
    await change({ 'calls.steady': 500 });
    // The time starts again at the next recovery.
    await recover(() => line.signaling.cut());
    for (const page of pages) await expect(stage(page)).toHaveAttribute('data-carried', 'all');
    await Promise.all(pages.map(expectPictureMoves));
  });

  await test.step('a connection that stays down gets new transports for the same peer in the same room', async () => {
    await change({ 'calls.sameMedia': 1500 });
    const reports = await recover(async () => {
      const before = asked.map((requests) => requests.payloads('rebuild-transports').length);
      line.media.blackout(Infinity);
      for (const [index, requests] of asked.entries()) {
        await expect
          .poll(() => requests.payloads('rebuild-transports').length, { timeout: 30_000, intervals: closely })
          .toBeGreaterThan(before[index] ?? 0);
      }
      line.media.lightUp();
    });
    for (const { rungs } of reports) expect(rungs).toContain('rebuild');
    await Promise.all(pages.map(expectPictureMoves));
  });

  await test.step('a dead worker needs a new ticket', async () => {
    const [media] = childrenOf(line.pid, 'media/main.ts');
    const [worker] = childrenOf(media ?? 0, 'mediasoup-worker');
    for (const { cause, rungs } of await recover(() => process.kill(worker ?? 0, 'SIGKILL'))) {
      expect(cause).toBe('place-lost');
      expect(rungs.every((rung) => rung === 'rejoin')).toBe(true);
    }
    await Promise.all(pages.map(expectPictureMoves));
  });

  await test.step('offline beyond the node’s grace period, the same two return to the same visit', async () => {
    const given = await givenUp(line.logFile);
    line.media.blackout(Infinity);
    for (const proxy of sockets) proxy.stall();
    for (const page of pages) await expect(stage(page)).toHaveAttribute('data-call-phase', 'reconnecting');
    await expect
      .poll(() => givenUp(line.logFile), { timeout: 60_000, intervals: closely })
      .toBeGreaterThanOrEqual(given + pages.length);
    for (const page of pages) await expect(stage(page)).toHaveAttribute('data-call-phase', 'reconnecting');
    line.media.lightUp();
    for (const proxy of sockets) proxy.resume();
    await Promise.all(pages.map(expectPictureAndSound));
    await Promise.all(pages.map(expectPictureMoves));
    const [patient, doctor] = pages;
    await expect(patient).toHaveURL(new RegExp(callPage(call.visitId)));
    await expect(doctor).toHaveURL(new RegExp(benchPage(call.visitId)));
    // This process keeps connections as well, which the change of address has broken.
    line.web.cut();
    await expect(async () => {
      const patient = await outsider('lakeside', 'patient@lakeside.demo.test');
      const visit = await patient.ok(readVisit, { params: { visitId: call.visitId } });
      expect(visit.status).toBe('in-progress');
    }).toPass();
  });
  await endVisit(call.visitId);
  await Promise.all([call.patient.leave(), call.doctor.leave()]);
});

/** Returns how many browsers the node disconnected because they were silent beyond its grace period. */
async function givenUp(logFile: string): Promise<number> {
  const lines = (await readFile(logFile, 'utf8')).split('\n');
  return lines.filter((entry) => entry.includes('participant left') && entry.includes('disconnected')).length;
}
