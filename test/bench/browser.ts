import { chromium, type Browser } from '@playwright/test';
import { benchArgs, wholeChromiumPath } from '../e2e/support/chromium.ts';
import { atTheEnd } from './endings.ts';

/** Starts the full browser with a fake camera and microphone; it is closed at the end. */
export async function launchBrowser(extraArguments: readonly string[] = []): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: wholeChromiumPath,
    args: [...benchArgs, ...extraArguments],
    // Playwright would end the program at a signal before the other resources are closed.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  atTheEnd(() => browser.close());
  return browser;
}
