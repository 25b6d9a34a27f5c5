import { expect, type Browser } from '@playwright/test';

/**
 * Does something while every page of a browser is stopped in the middle of whatever it does, as a closed lid or a pocket stops it. They
 * wake in any case: a browser that sleeps can’t be closed.
 */
export async function whileAsleep(browser: Browser, work: () => Promise<void>): Promise<void> {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  expect(pages.length).toBeGreaterThan(0);
  for (const pid of pages) process.kill(pid, 'SIGSTOP');
  try {
    await work();
  } finally {
    for (const pid of pages) process.kill(pid, 'SIGCONT');
  }
}
