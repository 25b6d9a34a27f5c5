import { chromium, type Browser, type Page } from '@playwright/test';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { expectPictureAndSound, expectPictureMoves } from './support/call-stage.ts';
import { chromiumArgs, wholeChromiumPath, type FakeDevices } from './support/chromium.ts';
import { expect } from './support/expect.ts';
import { test } from './support/test.ts';
import { admittedVisit, callPage, endVisit, patientArrives, twoInCall } from './support/visit-in-call.ts';

/**
 * Runs the whole browser: the headless shell changes device ids on reload and cannot open devices that a permission refuses. The test launches it, so
 * that the worker keeps its own browser.
 */
async function inWholeBrowser(devices: FakeDevices, work: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({ executablePath: wholeChromiumPath, args: chromiumArgs(devices) });
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

const stage = (page: Page) => page.getByTestId('call-stage');
const panel = (page: Page) => page.getByTestId('call-more-panel');

/** Returns the track of the own picture, by the label of its device. */
function ownCamera(page: Page): Promise<string> {
  return page
    .getByLabel('Your video', { exact: true })
    .evaluate((video: HTMLVideoElement) => (video.srcObject as MediaStream | null)?.getVideoTracks()[0]?.label ?? '');
}

async function openMore(page: Page): Promise<void> {
  await page.getByTestId('call-more').click();
  await expect(panel(page)).toBeVisible();
}

async function choose(page: Page, kind: string, device: RegExp): Promise<void> {
  const choice = panel(page).getByRole('combobox', { name: kind });
  await choice.selectOption((await choice.getByRole('option', { name: device }).textContent()) ?? '');
}

/** Simulates unplugging the device in use: its track ends, and the browser reports a device change. */
async function unplugCamera(page: Page): Promise<string> {
  const gone = await ownCamera(page);
  await page.getByLabel('Your video', { exact: true }).evaluate((video: HTMLVideoElement) => {
    const track = (video.srcObject as MediaStream).getVideoTracks()[0];
    track?.stop();
    track?.dispatchEvent(new Event('ended'));
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  });
  return gone;
}

/** Simulates the browser’s events when the system suspends a camera or returns it; fake devices cannot do this. */
async function silenceCamera(page: Page, muted: boolean): Promise<void> {
  await page.getByLabel('Your video', { exact: true }).evaluate((video: HTMLVideoElement, now) => {
    const track = (video.srcObject as MediaStream).getVideoTracks()[0];
    if (!track) return;
    Object.defineProperty(track, 'muted', { value: now, configurable: true });
    track.dispatchEvent(new Event(now ? 'mute' : 'unmute'));
  }, muted);
}

/** Returns the number of frames that the video in an element has shown. */
function movingFrames(page: Page, testId: string): Promise<number> {
  return page
    .getByTestId(testId)
    .locator('video')
    .first()
    .evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames);
}

test('devices change, screens are shared and the picture pops out during a call', () =>
  inWholeBrowser({ cameras: 3 }, async (browser) => {
    const { visitId, patient, doctor } = await twoInCall(browser);
    const { page } = doctor;

    await test.step('camera and microphone change, and the other side still sees and hears', async () => {
      await openMore(page);
      await expectAccessibleInEach(page, 'devices, bench');
      const before = await ownCamera(page);
      // The second fake camera returns depth, which no codec sends; the third is an ordinary one.
      await choose(page, 'Camera', /fake_device_2/);
      await expect.poll(() => ownCamera(page)).toContain('fake_device_2');
      expect(before).not.toContain('fake_device_2');
      await choose(page, 'Microphone', /Fake Audio Input 2/);
      await expect(panel(page).getByRole('combobox', { name: 'Microphone' }).locator('option:checked')).toContainText(
        'Fake Audio Input 2',
      );
      await expect(panel(page).getByRole('meter')).toHaveAttribute('aria-valuetext', 'We hear you well.');
      await page.keyboard.press('Escape');
      await expect(panel(page)).toBeHidden();
      await expectPictureAndSound(patient.page);
    });

    await test.step('the phone shows the choice as a sheet, and can switch between front and back camera', async () => {
      await openMore(patient.page);
      await expectAccessibleInEach(patient.page, 'devices, phone');
      for (const control of await panel(patient.page).getByRole('button').all()) {
        expect((await control.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(48);
      }
      await choose(patient.page, 'Camera', /fake_device_2/);
      await expect.poll(() => ownCamera(patient.page)).toContain('fake_device_2');
      await patient.page.keyboard.press('Escape');
      await expectPictureMoves(page);
    });

    await test.step('the chosen devices are kept after a reload', async () => {
      await patient.page.reload();
      await expectPictureAndSound(patient.page);
      await expect.poll(() => ownCamera(patient.page)).toContain('fake_device_2');
    });

    await test.step('an unplugged device is replaced by another, and one that the system suspends is shown', async () => {
      // An unplugged device is replaced by another, and the page shows a message.
      const gone = await unplugCamera(patient.page);
      await expect(patient.page.getByTestId('fell-over')).toContainText(gone);
      await expect.poll(() => ownCamera(patient.page)).not.toBe(gone);
      await expectPictureMoves(page);

      // A camera that the system suspends is shown as such until it returns.
      await silenceCamera(patient.page, true);
      await expect(patient.page.getByTestId('silenced')).toContainText('Your device stopped the camera');
      await silenceCamera(patient.page, false);
      await expect(patient.page.getByTestId('silenced')).toBeHidden();
    });

    await test.step('a failed blur withholds the picture, which is not shown as “camera off”', async () => {
      await page.route(/litert|selfie|background\.worker/, (route) => route.abort());
      await openMore(page);
      await page.getByTestId('call-blur').click();
      await page.keyboard.press('Escape');
      await expect(panel(page)).toBeHidden();
      await expect(page.getByTestId('blur-failed')).toContainText('Your video is hidden');
      const tile = page.getByRole('button', { name: /Your video\. Select it to move it/ });
      await expect(tile).toContainText('Your video is hidden');
      await expectAccessibleInEach(page, 'blur is not available');
      await page.getByTestId('blur-failed').getByRole('button', { name: 'Show without blur' }).click();
      await expectPictureMoves(patient.page);
    });

    await test.step('each side shares a screen; the other sees it large and the person small, until the share ends', async () => {
      await doctor.page.getByTestId('call-screen').click();
      await expect(stage(doctor.page)).toHaveAttribute('data-sharing', 'true');
      await expect(doctor.page.getByTestId('own-screen')).toBeVisible();
      const shared = patient.page.getByTestId('shared-screen');
      await expect(shared).toBeVisible();
      await expect.poll(() => movingFrames(patient.page, 'shared-screen')).toBeGreaterThan(3);
      await expect.poll(() => movingFrames(patient.page, 'person-tile')).toBeGreaterThan(3);
      await expectAccessibleInEach(patient.page, 'a shared screen, phone');
      // Enlarged, it is wider than the phone and can be panned.
      await shared.getByRole('button', { name: 'Enlarge' }).click();
      const region = shared.getByRole('region');
      await expect.poll(() => region.evaluate((box) => box.scrollWidth / box.clientWidth)).toBeGreaterThan(2);
      // The browser’s own bar ends the share too.
      await doctor.page.getByTestId('own-screen').getByRole('button', { name: 'Stop sharing' }).click();
      await expect(shared).toBeHidden();
      await expect(doctor.page.getByTestId('own-screen')).toBeHidden();

      await openMore(patient.page);
      await patient.page.getByTestId('more-screen').click();
      await expect(doctor.page.getByTestId('shared-screen')).toBeVisible();
      await expect.poll(() => movingFrames(doctor.page, 'shared-screen')).toBeGreaterThan(3);
      await expectAccessibleInEach(doctor.page, 'a shared screen, bench');
      // Leaving the call ends the share.
      await patient.page.getByTestId('call-leave').click();
      await expect(doctor.page.getByTestId('shared-screen')).toBeHidden();
    });

    await test.step('the screen stays awake and the picture pops out of the page until the call ends', async () => {
      await patient.context.grantPermissions(['camera', 'microphone', 'screen-wake-lock']);
      await patient.page.goto(callPage(visitId));
      await expectPictureAndSound(patient.page);
      await openMore(doctor.page);
      await doctor.page.getByTestId('call-pop-out').click();
      await expect(stage(doctor.page)).toHaveAttribute('data-popped-out', 'true');
      // A reload of the other side replaces the track; the window stays open.
      await patient.page.reload();
      await expectPictureAndSound(patient.page);
      await expect(stage(patient.page)).toHaveAttribute('data-awake', 'true');
      await expectPictureMoves(doctor.page);
      await expect(stage(doctor.page)).toHaveAttribute('data-popped-out', 'true');
      await doctor.page.getByTestId('call-leave').click();
      await expect(stage(doctor.page)).toHaveAttribute('data-popped-out', 'false');
      await patient.page.getByTestId('call-leave').click();
      await expect(patient.page).not.toHaveURL(/call$/);
    });

    expect([...patient.complaints, ...doctor.complaints]).toEqual([]);
    await endVisit(visitId);
    await Promise.all([patient.leave(), doctor.leave()]);
  }));

test('a blocked camera and microphone show instructions for this browser, and allowing them joins the call', () =>
  inWholeBrowser({ cameras: 1, ask: true }, async (asking) => {
    const visitId = await admittedVisit();
    const patient = await patientArrives(asking);
    const { page } = patient;
    // Permissions that are not granted afterwards are refused.
    await patient.context.clearPermissions();
    await patient.context.grantPermissions(['notifications']);
    await page.goto(callPage(visitId));
    const trouble = page.getByTestId('call-device-trouble');
    await expect(trouble).toContainText('Camera and microphone: not allowed');
    await expect(trouble.getByTestId('allow-steps')).toHaveAttribute('data-browser', 'chromium');
    await expect(trouble.getByRole('listitem')).toHaveCount(3);
    await expectAccessibleInEach(page, 'denied devices');
    // The call works all the same: the person sees and hears without being seen and heard.
    await trouble.getByRole('button', { name: 'Continue without' }).click();
    await expect(stage(page)).toHaveAttribute('data-call-face', 'waiting');
    await expect(page.getByText('cannot see or hear you')).toBeVisible();
    await page.getByRole('button', { name: 'Turn on', exact: true }).click();
    await expect(trouble).toBeVisible();
    await patient.context.grantPermissions(['camera', 'microphone']);
    await expect(trouble).toBeHidden();
    await expect.poll(() => ownCamera(page)).toContain('fake_device_0');
    await endVisit(visitId);
    await patient.leave();
  }));
