import { expect as hasty } from '@playwright/test';

/** `expect` with the timeout of the tests. In drills and benches, where no test runs, Playwright would wait for five seconds only. */
export const expect = hasty.configure({ timeout: 20_000 });
