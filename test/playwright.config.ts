import { defineConfig } from '@playwright/test';
import { chromiumArgs, chromiumPath, shortLived } from './e2e/support/chromium.ts';
import { firefoxOptions } from './e2e/support/firefox.ts';
import { useInstallationOfThisWorker } from './e2e/support/run-installations.ts';

useInstallationOfThisWorker();

/** Tests with a call, which need most of a core each. */
const calls = /\/(calls-[\w-]+|chat|story|visits-bench-panels|visits-hand-over-in-call)\.e2e\.ts$/;

/** The whole design system: the longest tests without a call, so they start before the many short ones. */
const workbench = /workbench\.e2e\.ts$/;

const firefox = /browsers-firefox\.e2e\.ts$/;

/** Real browsers with a fake camera and microphone. One call at a time leaves room for two other tests on two cores. */
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
    // The longest first, so that all workers are busy to the end. The two tests in Firefox are one after the other.
    {
      name: 'calls',
      testMatch: calls,
      workers: 1,
      fullyParallel: false,
      outputDir: '../test-results/calls',
      use: { launchOptions: { executablePath: chromiumPath, args: chromiumArgs({ speaking: true }) } },
    },
    {
      name: 'workbench',
      testMatch: workbench,
      fullyParallel: true,
      outputDir: '../test-results/workbench',
    },
    {
      name: 'firefox',
      testMatch: firefox,
      outputDir: '../test-results/firefox',
      use: { browserName: 'firefox', permissions: [], ...firefoxOptions },
    },
    { name: 'pages', testIgnore: [calls, workbench, firefox], fullyParallel: true, outputDir: '../test-results/pages' },
  ],
  use: {
    browserName: 'chromium',
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    // Snapshots of the page at each step would cost more CPU than the tests; actions and console are kept. Without snapshots there is no network log.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: true },
    permissions: ['camera', 'microphone'],
    launchOptions: {
      executablePath: chromiumPath,
      args: [...chromiumArgs(), shortLived],
    },
  },
});
