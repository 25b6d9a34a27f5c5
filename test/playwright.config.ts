import { defineConfig } from '@playwright/test';
import { chromiumArgs, chromiumPath } from './e2e/support/chromium.ts';
import { firefoxOptions } from './e2e/support/firefox.ts';
import { useInstallationOfThisWorker } from './e2e/support/run-installations.ts';

useInstallationOfThisWorker();

/** Stories without a call in them. They disturb each other no more than people do, so that several run at once. */
const pages =
  /(accounts-security|administration|after-visit|answered-ahead|asleep|bench-states|booking|chart|dispensing|doctor-gone|doctor-hours|editor|figures|find-care|hand-over|hospital-page|intake|installed-app|jumps|kept-in-tab|lost-answers|notes|operator|own-account|own-address|own-lists|pages|patient-states|review|scan|second-factor|session-early|sign-in|sign-up|staff-lists|staff-states|third-language|waiting-room|waitlist|web-push|young-child)\.e2e\.ts$/;

/** The whole design system: the longest tests without a call, so they start before the many short ones. */
const workbench = /workbench\.e2e\.ts$/;

const firefox = /browsers-firefox\.e2e\.ts$/;

/** Real browsers with a fake camera and microphone. Calls and the workbench fill two cores with two workers; pages wait more than they work. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  workers: 3,
  forbidOnly: true,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  globalSetup: './e2e/support/global-setup.ts',
  projects: [
    // The longest first, so that both workers are busy to the end.
    {
      name: 'calls',
      workers: 2,
      testIgnore: [pages, workbench, firefox],
      fullyParallel: false,
      outputDir: '../test-results/calls',
      use: { launchOptions: { executablePath: chromiumPath, args: chromiumArgs({ speaking: true }) } },
    },
    {
      name: 'workbench',
      workers: 2,
      testMatch: workbench,
      fullyParallel: true,
      outputDir: '../test-results/workbench',
    },
    { name: 'pages', testMatch: pages, fullyParallel: true, outputDir: '../test-results/pages' },
    {
      name: 'firefox',
      workers: 2,
      testMatch: firefox,
      outputDir: '../test-results/firefox',
      use: { browserName: 'firefox', permissions: [], ...firefoxOptions },
    },
  ],
  use: {
    browserName: 'chromium',
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    // Snapshots of the page at each step would cost more CPU than the tests; actions, console and network are kept.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: true },
    permissions: ['camera', 'microphone'],
    launchOptions: {
      executablePath: chromiumPath,
      args: chromiumArgs(),
    },
  },
});
