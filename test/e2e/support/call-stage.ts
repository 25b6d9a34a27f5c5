import { expect, type Page } from '@playwright/test';

const stage = (page: Page) => page.getByTestId('call-stage');

async function figure(page: Page, name: string): Promise<number> {
  return Number((await stage(page).getAttribute(name)) ?? 0);
}

/** Expects that the other side’s picture moves (decoded frames grow) and that sound arrives (energy above zero). */
export async function expectPictureAndSound(page: Page): Promise<void> {
  await expect(stage(page)).toHaveAttribute('data-call-phase', 'live', { timeout: 45_000 });
  await expectPictureMoves(page);
  await expect.poll(() => figure(page, 'data-audio-energy'), { timeout: 30_000 }).toBeGreaterThan(0);
}

/** Expects ten more decoded frames than now. */
export async function expectPictureMoves(page: Page): Promise<void> {
  const before = await figure(page, 'data-frames-decoded');
  // A rejoin resets the counter, so a fall followed by a rise counts as well.
  let lowest = before;
  await expect
    .poll(
      async () => {
        const now = await figure(page, 'data-frames-decoded');
        lowest = Math.min(lowest, now);
        return now - lowest;
      },
      { timeout: 45_000 },
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
