import { expect, type Browser } from '@playwright/test';

/** Stops every page of a browser in the middle of whatever it does, as a closed lid or a pocket does. Answers with what wakes them. */
export async function putToSleep(browser: Browser): Promise<() => void> {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  expect(pages.length).toBeGreaterThan(0);
  for (const pid of pages) process.kill(pid, 'SIGSTOP');
  return () => {
    for (const pid of pages) process.kill(pid, 'SIGCONT');
  };
}
