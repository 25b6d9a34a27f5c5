import type { CDPSession, Page } from '@playwright/test';

export interface Vitals {
  /** Largest contentful paint, milliseconds after the start of the navigation. */
  readonly lcp: number;
  /** Cumulative layout shift of this document, without shifts within half a second after user input. */
  readonly cls: number;
  /** The slowest interaction in milliseconds from the input to the next paint (0 when all were under 16). */
  readonly inp: number;
}

declare global {
  interface Window {
    yunzhenVitals?: { lcp: number; cls: number; inp: number };
  }
}

/** Applies Lighthouse’s mobile profile: four times slower than this machine, 1.6 Mbit/s down, 750 kbit/s up, a round trip of 150 ms. */
export async function throttle(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1_600_000 / 8) * 0.9,
    uploadThroughput: (750_000 / 8) * 0.9,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return cdp;
}

/** Collects vitals in every document of the page from its start. */
export async function watchVitals(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = (window.yunzhenVitals = { lcp: 0, cls: 0, inp: 0 });
    const watch = (type: string, each: (entry: PerformanceEntry) => void, more: object = {}) =>
      new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...more });
    watch('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
    watch('layout-shift', (entry) => {
      const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
      if (!hadRecentInput) seen.cls += value;
    });
    watch(
      'event',
      (entry) => {
        const { interactionId } = entry as PerformanceEntry & { interactionId?: number };
        if (interactionId) seen.inp = Math.max(seen.inp, entry.duration);
      },
      { durationThreshold: 16 },
    );
  });
}

export async function vitalsOf(page: Page): Promise<Vitals> {
  const vitals = await page.evaluate(() => window.yunzhenVitals);
  if (!vitals) throw new Error(`${page.url()} was opened before the observer started`);
  return vitals;
}
