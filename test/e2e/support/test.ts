import { test as base } from '@playwright/test';
import { keepServerLogs, logSizes } from './server-logs.ts';

interface Always {
  /**
   * After each test everybody who came by `browser` leaves, whether or not the test saw to it: a page that stays open is somebody who is
   * still there, and the tests that follow in the same browser would meet them.
   */
  everybodyLeaves: null;
  /** A test that fails leaves what its installations logged while it ran. */
  serverLogs: null;
}

export const test = base.extend<Always>({
  everybodyLeaves: [
    async ({ browser }, use) => {
      await use(null);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
  serverLogs: [
    async ({ browserName: _ }, use, info) => {
      const before = await logSizes();
      await use(null);
      if (info.status !== info.expectedStatus) await keepServerLogs(before, (name) => info.outputPath(name));
    },
    { auto: true },
  ],
});
