import { expect, type Page } from '@playwright/test';

/** Nothing of the page is wider than the window, nor than the part of a staff’s page that scrolls. */
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
