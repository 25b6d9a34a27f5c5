import { test as base } from '@playwright/test';

/**
 * After each test everybody who came by `browser` leaves, whether or not the test saw to it: a page that stays open is somebody who is
 * still there, and the tests that follow in the same browser would meet them.
 */
export const test = base.extend<{ everybodyLeaves: null }>({
  everybodyLeaves: [
    async ({ browser }, use) => {
      await use(null);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
