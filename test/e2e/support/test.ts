import { expect, test as base, type BrowserContext } from '@playwright/test';
import { keepServerLogs, logSizes } from './server-logs.ts';

interface Always {
  /**
   * After each test everybody who came by `browser` leaves, whether or not the test saw to it: a page that stays open is somebody who is
   * still there, and the tests that follow in the same browser would meet them.
   */
  everybodyLeaves: null;
  /** No page does what its policies forbid: a browser says so in the console, and goes on without. */
  policiesHold: null;
  /** A test that fails leaves what its installations logged while it ran. */
  serverLogs: null;
}

/** Some features are of some systems only, e.g. Bluetooth: naming them refuses nothing elsewhere. */
const unknownFeature = /Unrecognized feature/;

/** The address to which some tests point a call, so that it can't be reached. */
const nowhere = /localhost:1\//;

/** How Chromium and Firefox report what a content security policy, an embedder policy or a permissions policy refused. */
const refusedByPolicy =
  /content[- ]security[- ]policy|permissions[- ]policy|embedder[- ]policy|NotSameOriginAfterDefaultedTo/i;

export const test = base.extend<Always>({
  policiesHold: [
    async ({ browser }, use) => {
      const refused: string[] = [];
      const open = browser.newContext.bind(browser);
      const watch = (context: BrowserContext) =>
        context.on('console', (message) => {
          const text = message.text();
          if (refusedByPolicy.test(text) && !unknownFeature.test(text) && !nowhere.test(text))
            refused.push(`${message.page()?.url() ?? ''}: ${text}`);
        });
      browser.newContext = async (...options) => {
        const context = await open(...options);
        watch(context);
        return context;
      };
      await use(null);
      browser.newContext = open;
      expect(refused, 'what policies refused').toEqual([]);
    },
    { auto: true },
  ],
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
