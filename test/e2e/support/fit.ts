import type { Page } from '@playwright/test';
import { expectAccessibleInEach } from './accessibility.ts';
import { inEachLanguage } from './language.ts';
import { expectNoSidewaysScroll } from './sideways-scroll.ts';

/** Set to a folder to save a picture of each page for review. */
const folder = process.env['YUNZHEN_LOOK_PICTURES'];

/** Expects that the page is accessible in each language and no wider than the screen. */
export async function expectFit(page: Page, name: string): Promise<void> {
  await expectAccessibleInEach(page, name);
  await expectNoSidewaysScroll(page, name);
  if (!folder) return;
  await inEachLanguage(page, async (language) => {
    await page.screenshot({ path: `${folder}/${name.replaceAll(' ', '-')}-${language}.png`, fullPage: true });
  });
}
