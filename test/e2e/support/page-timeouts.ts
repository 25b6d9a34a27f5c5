import type { BrowserContext, Page } from '@playwright/test';
import type { TimeoutName } from '../../../web/src/core/timeouts.ts';

type Milliseconds = Partial<Record<TimeoutName, number>>;

/** Makes pages that load from now on use these timeouts instead of the product’s. */
export async function useTimeouts(context: BrowserContext, timeouts: Milliseconds): Promise<void> {
  await context.addInitScript((given) => Object.assign(globalThis, { yunzhenTimeouts: given }), timeouts);
}

/** Changes those timeouts of a loaded page that the product reads each time. Call `useTimeouts` first. */
export async function changeTimeouts(page: Page, timeouts: Milliseconds): Promise<void> {
  await page.evaluate((given) => {
    const { yunzhenTimeouts } = globalThis as { yunzhenTimeouts?: object };
    if (!yunzhenTimeouts) throw new Error('the page was loaded without timeouts of the test');
    Object.assign(yunzhenTimeouts, given);
  }, timeouts);
}
