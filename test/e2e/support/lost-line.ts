import type { Page } from '@playwright/test';

/** A connection on which commands arrive and their responses are lost. */
export interface LostLine {
  /** Returns the number of commands that the api received and ran. */
  heard(): number;
  /** Restores the connection with the next command: it and all later requests are answered. */
  backWithNextPress(): void;
  /** Restores the connection. */
  back(): Promise<void>;
}

/**
 * Runs the next command to an address like `command` but drops its response and everything at `addresses` after it: the page must find out the
 * result.
 */
export async function loseAnswers(page: Page, addresses: RegExp, command: RegExp): Promise<LostLine> {
  let heard = 0;
  let isBack = false;
  let answers = false;
  await page.route(addresses, async (route) => {
    const isCommand = command.test(route.request().url());
    if (answers) return route.continue();
    if (isCommand && (heard === 0 || isBack)) {
      const response = await route.fetch();
      heard++;
      if (isBack) {
        answers = true;
        return route.fulfill({ response });
      }
    }
    return route.abort();
  });
  return {
    heard: () => heard,
    backWithNextPress: () => {
      isBack = true;
    },
    back: () => page.unroute(addresses),
  };
}
