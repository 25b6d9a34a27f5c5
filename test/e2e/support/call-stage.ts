import type { Page } from '@playwright/test';
import { expect } from './expect.ts';

const stage = (page: Page) => page.getByTestId('call-stage');

async function figure(page: Page, name: string): Promise<number> {
  return Number((await stage(page).getAttribute(name)) ?? 0);
}

/** How often a call is looked at: an answer a second later would make each wait longer. */
export const closely = [100];

/**
 * Returns how many frames the pictures of the others have shown, as the browser counts them: the page’s own figures are a second old at worst.
 * Firefox counts frames of a call only in `mozPaintedFrames`.
 */
const framesShown = (page: Page) =>
  stage(page).evaluate((element) => {
    const pictures = element.querySelectorAll<HTMLVideoElement>(
      ':is([data-testid="remote-picture"], [data-testid="person-tile"], [data-testid="shared-screen"]) video',
    );
    const framesOf = (video: HTMLVideoElement & { mozPaintedFrames?: number }) =>
      video.mozPaintedFrames ?? video.getVideoPlaybackQuality().totalVideoFrames;
    return [...pictures].reduce((sum, video) => sum + framesOf(video), 0);
  });

/** Expects that the other side’s picture moves (shown frames grow) and that sound arrives (energy above zero). */
export async function expectPictureAndSound(page: Page): Promise<void> {
  await expect(stage(page)).toHaveAttribute('data-call-phase', 'live', { timeout: 45_000 });
  await Promise.all([
    expectPictureMoves(page),
    expect.poll(() => figure(page, 'data-audio-energy'), { timeout: 30_000, intervals: closely }).toBeGreaterThan(0),
  ]);
}

/** Expects ten more shown frames than now. */
export async function expectPictureMoves(page: Page): Promise<void> {
  // A picture that is replaced starts at zero, so a fall followed by a rise counts as well.
  let lowest = Infinity;
  await expect
    .poll(
      async () => {
        const now = await framesShown(page);
        lowest = Math.min(lowest, now);
        return now - lowest;
      },
      { timeout: 45_000, intervals: closely },
    )
    .toBeGreaterThan(10);
}

/** Returns how many times this page got new transports in the call: grows with each rejoin and each rebuild. */
export function generation(page: Page): Promise<number> {
  return figure(page, 'data-generation');
}

export function framesDecoded(page: Page): Promise<number> {
  return figure(page, 'data-frames-decoded');
}
