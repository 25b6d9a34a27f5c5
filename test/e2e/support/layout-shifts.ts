import type { Page } from '@playwright/test';
import { interceptApi } from './api-interception.ts';

/** A layout shift on the screen, as the browser counts it (Layout Instability API). */
export interface Shift {
  value: number;
  /** What moved, from where to where, to find the cause. */
  moved: string[];
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/** Records every shift without user input, from the next page on. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const scope = window as unknown as { shifts: Shift[] };
    scope.shifts = [];
    const named = (node: Node | null) => (node?.textContent ?? '').trim().slice(0, 40);
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as LayoutShift[]) {
        if (hadRecentInput) continue;
        const moved = sources.map(
          ({ node, previousRect: from, currentRect: to }) =>
            `«${named(node)}» y ${Math.round(from.y)} → ${Math.round(to.y)}, height ${Math.round(from.height)} → ${Math.round(to.height)}`,
        );
        scope.shifts.push({ value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Returns the sum of shifts since the page was opened, and the shifts. */
export async function shiftsOf(page: Page): Promise<{ sum: number; shifts: Shift[] }> {
  const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
  return { sum: shifts.reduce((sum, { value }) => sum + value, 0), shifts };
}

/**
 * Delays the answers to a page’s reads until it has drawn itself without them, then releases one per frame: like a slow connection, in any order,
 * without a clock.
 */
export async function answerLate(page: Page): Promise<void> {
  // Each page loads its files as on a first visit.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await interceptApi(page, 'Response', async (response) => {
    if (response.method !== 'GET') return response.pass();
    const drawn = async () => {
      await page.evaluate(
        () =>
          new Promise<void>((done) => {
            // The session, which the page needs to start, is answered after that many frames.
            const look = (frames: number) => {
              const begun = frames === 0 || document.querySelector('main h1, main [aria-busy=true]');
              requestAnimationFrame(() => (begun ? done() : look(frames - 1)));
            };
            look(30);
          }),
      );
    };
    // A page that was left before needs no answer.
    await drawn().catch(() => undefined);
    await response.pass();
  });
}
