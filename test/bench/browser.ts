import { chromium, type Browser } from '@playwright/test';
import config from '../playwright.config.ts';

/** The browser of the end-to-end tests, with the same fake camera and microphone. */
export function launchBrowser(extraArguments: readonly string[] = []): Promise<Browser> {
  const { executablePath, args = [] } = config.use?.launchOptions ?? {};
  return chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...args, ...extraArguments] });
}
