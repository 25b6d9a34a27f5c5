import type { Page } from '@playwright/test';

/** A line on which commands get through and their answers do not. */
export interface LostLine {
  /** Commands that the hospital has heard and carried out. */
  heard(): number;
  /** With the next command the line is back: it is answered, and so is whatever is asked after it. */
  backWithNextPress(): void;
  /** As if nothing had been. */
  back(): Promise<void>;
}

/**
 * From now on the hospital does what the next command to an address like `command` asks and its answer is lost, as is everything else at
 * `addresses` after it: the page has to find out by itself what has become of it.
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
