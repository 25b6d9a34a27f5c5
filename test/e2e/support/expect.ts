import { expect as standard } from '@playwright/test';

/** Playwright’s `expect` with the timeout of the tests, also in drills and benches, where no test runs. */
export const expect = standard.configure({ timeout: 20_000 });
