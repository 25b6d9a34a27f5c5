import type { Page } from '@playwright/test';
import { expectPictureMoves } from './support/call-stage.ts';
import { expect } from './support/expect.ts';
import { useTimeouts } from './support/page-timeouts.ts';
import { test } from './support/test.ts';
import { endVisit, twoInCall } from './support/visit-in-call.ts';

/** Returns the strongest edge in the other side’s picture, 0 to 255: what the others see is what counts. */
function edges(page: Page): Promise<number> {
  return page.evaluate(() => {
    const area = (video: HTMLVideoElement) => video.clientWidth * video.clientHeight;
    const [video] = [...document.querySelectorAll('video')].sort((one, other) => area(other) - area(one));
    const context = new OffscreenCanvas(320, 180).getContext('2d');
    if (!video || !context) return 0;
    context.drawImage(video, 0, 0, 320, 180);
    const { data } = context.getImageData(0, 0, 320, 180);
    const steps: number[] = [];
    for (let at = 4; at < data.length; at += 4) steps.push(Math.abs((data[at + 1] ?? 0) - (data[at - 3] ?? 0)));
    steps.sort((one, other) => other - one);
    return steps.slice(0, 200).reduce((sum, step) => sum + step, 0) / 200;
  });
}

/** Records how long the page’s main thread is blocked, in milliseconds for each time above 50. */
const watchThread = (page: Page) =>
  page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });

test('a blurred background is sent in every frame while the main thread stays free', async ({ browser }) => {
  // The speed of this machine does not matter here: other tests check what happens when a device is too slow for the blur.
  const patience = { 'blur.start': 120_000, 'blur.slowestFrame': 10_000 };
  const { visitId, patient, doctor } = await twoInCall(browser, ({ context }) => useTimeouts(context, patience));
  const requested: string[] = [];
  doctor.page.on('request', (request) => requested.push(request.url()));
  await expect.poll(() => edges(patient.page), { timeout: 30_000 }).toBeGreaterThan(40);
  const sharp = await edges(patient.page);
  // Both participants share this machine, so the patient’s encoder would take CPU from the blur.
  await patient.page.getByRole('button', { name: 'Turn camera off' }).click();
  await watchThread(doctor.page);

  await doctor.page.getByTestId('call-more').click();
  await doctor.page.getByTestId('call-blur').click();
  await doctor.page.keyboard.press('Escape');
  await expect.poll(() => edges(patient.page), { timeout: 60_000 }).toBeLessThan(sharp / 2);
  await expect(doctor.page.getByTestId('blur-failed'), 'no picture has no edges either').toHaveCount(0);
  await expectPictureMoves(patient.page);
  await expect(doctor.page.getByTestId('blur-failed')).toHaveCount(0);

  // Everything for the blur is loaded from the hospital’s own server.
  const own = new URL(doctor.page.url()).origin;
  const fetched = requested.filter((url) => /litert|selfie/.test(url));
  expect(fetched.length).toBeGreaterThan(0);
  expect(fetched.every((url) => new URL(url).origin === own)).toBe(true);

  const tasks = await doctor.page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  test.info().annotations.push({
    type: 'page thread with blur',
    description: `${tasks.length} tasks above 50 ms, longest ${Math.round(Math.max(0, ...tasks))} ms`,
  });

  await doctor.page.getByTestId('call-more').click();
  await doctor.page.getByTestId('call-blur').click();
  await doctor.page.keyboard.press('Escape');
  await expect.poll(() => edges(patient.page), { timeout: 30_000 }).toBeGreaterThan(sharp * 0.7);
  expect([...patient.complaints, ...doctor.complaints]).toEqual([]);
  await endVisit(visitId);
  await Promise.all([patient.leave(), doctor.leave()]);
});

test('only the blur worker may run WebAssembly', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: process.env['YUNZHEN_E2E_URL'] ?? '' });
  const page = await context.newPage();
  await page.goto('/sign-in');
  const outcome = await page.evaluate(async () => {
    const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
    return WebAssembly.compile(empty).then(
      () => 'compiled',
      (error: unknown) => (error as Error).name,
    );
  });
  expect(outcome).toBe('CompileError');
  await context.close();
});
