import type { Page } from '@playwright/test';
import { expect } from './expect.ts';

/** Expects that nothing is wider than the window or than the scrolling part of a staff page. */
export async function expectNoSidewaysScroll(page: Page, name: string): Promise<void> {
  const overflow = () =>
    page.evaluate(() =>
      Math.max(
        ...[document.documentElement, ...document.querySelectorAll('main')].map(
          ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
        ),
      ),
    );
  // Charts follow a new width one frame later.
  await expect.soft.poll(overflow, `sideways scroll on ${name}`).toBeLessThanOrEqual(0);
}
