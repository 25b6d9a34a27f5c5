import type { Browser } from '@playwright/test';
import { expect } from './expect.ts';

/** Runs `work` while every page of a browser is frozen, as by a closed lid. The pages always wake: a sleeping browser cannot be closed. */
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
