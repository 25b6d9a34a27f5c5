import { test as base, type BrowserContext } from '@playwright/test';
import { expect } from './expect.ts';
import { keepServerLogs, logSizes } from './server-logs.ts';

interface Always {
  /** Closes every page from `browser` after each test: an open page means a present person, whom later tests in the same browser would see. */
  everybodyLeaves: null;
  /** Expects that no page violates its policies: a browser reports this in the console and continues. */
  policiesHold: null;
  /** Attaches what the installations logged during a failed test. */
  serverLogs: null;
}

/** Some features exist on some systems only, e.g. Bluetooth: naming them refuses nothing elsewhere. */
const unknownFeature = /Unrecognized feature/;

/** The unreachable address to which some tests point a call. */
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
