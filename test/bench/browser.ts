import { chromium, type Browser } from '@playwright/test';
import config from '../playwright.config.ts';
import { atTheEnd } from './endings.ts';

/** The browser of the end-to-end tests, with the same fake camera and microphone. It is closed at the end. */
export async function launchBrowser(extraArguments: readonly string[] = []): Promise<Browser> {
  const { executablePath, args = [] } = config.use?.launchOptions ?? {};
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...args, ...extraArguments],
    // Playwright would end the program at a signal, before what else it started is ended.
    ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
  });
  atTheEnd(() => browser.close());
  return browser;
}
