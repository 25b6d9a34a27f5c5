import type { BrowserContext, Page } from '@playwright/test';
import type { TimeoutName } from '../../../web/src/core/timeouts.ts';

type Milliseconds = Partial<Record<TimeoutName, number>>;

/** Pages that are loaded from now on use these instead of the product’s own. */
export async function useTimeouts(context: BrowserContext, timeouts: Milliseconds): Promise<void> {
  await context.addInitScript((given) => Object.assign(globalThis, { yunzhenTimeouts: given }), timeouts);
}

/** The same for a page that is loaded, for those which the product reads each time. `useTimeouts` has to come first. */
export async function changeTimeouts(page: Page, timeouts: Milliseconds): Promise<void> {
  await page.evaluate((given) => {
    const { yunzhenTimeouts } = globalThis as { yunzhenTimeouts?: object };
    if (!yunzhenTimeouts) throw new Error('the page was loaded without timeouts of the test');
    Object.assign(yunzhenTimeouts, given);
  }, timeouts);
}
