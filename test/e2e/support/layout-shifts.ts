import type { Page } from '@playwright/test';

/** One time at which something moved that was on the screen, as the browser counts it (Layout Instability API). */
export interface Shift {
  value: number;
  /** What moved, from where to where, for whoever looks for the cause. */
  moved: string[];
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/** From the next page on, every shift that the person did not cause. */
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

/** How much moved since the page was opened, in sum, and what. */
export async function shiftsOf(page: Page): Promise<{ sum: number; shifts: Shift[] }> {
  const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
  return { sum: shifts.reduce((sum, { value }) => sum + value, 0), shifts };
}

/**
 * Answers to what a page reads come when the page has drawn itself without them, and one frame after the other: as on a slow line, in any
 * order, without waiting for a clock.
 */
export async function answerLate(page: Page): Promise<void> {
  await page.route('**/api/**', async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const response = await route.fetch().catch(() => null);
    if (!response) return route.abort().catch(() => undefined);
    const drawn = async () => {
      await page.evaluate(
        () =>
          new Promise<void>((done) => {
            // What the page can’t begin without comes after so many frames.
            const look = (frames: number) => {
              const begun = frames === 0 || document.querySelector('main h1, main [aria-busy=true]');
              requestAnimationFrame(() => (begun ? done() : look(frames - 1)));
            };
            look(30);
          }),
      );
    };
    // A page that is left meanwhile needs no answer.
    await drawn().catch(() => undefined);
    await route.fulfill({ response }).catch(() => undefined);
  });
}
