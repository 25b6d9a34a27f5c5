import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect } from './expect.ts';
import { languageOf, otherLanguage, showIn } from './language.ts';
import { screens, switchDevice, type Device } from './screens.ts';
import { expectNoSidewaysScroll } from './sideways-scroll.ts';

/** Waits until nothing on the page is loading. */
export const settled = (page: Page) => expect(page.locator('[aria-busy="true"]')).toHaveCount(0);

/**
 * Checks the page on both devices and in both languages: axe finds nothing and nothing scrolls sideways. It is opened once and switched in place; at
 * the end its language is restored, and the device is the other one unless `andBack`. Every rule runs on each device and in each language once; the
 * other two of the four states repeat the rules about texts and sizes.
 */
export async function sweep(page: Page, name: string, { andBack = false } = {}): Promise<void> {
  const own: Device = page.viewportSize()?.width === screens.phone.width ? 'phone' : 'wide';
  const other: Device = own === 'phone' ? 'wide' : 'phone';
  const language = await languageOf(page);
  const states = [
    [own, language, false],
    [own, otherLanguage(language), true],
    [other, otherLanguage(language), false],
    [other, language, true],
  ] as const;
  let device = own;
  for (const [on, speaking, translated] of states) {
    if (device !== on) await switchDevice(page, on);
    device = on;
    await showIn(page, speaking);
    await settled(page);
    const state = `${name}, ${speaking}, ${on}`;
    await expectAccessible(page, state, undefined, { translated });
    await expectNoSidewaysScroll(page, state);
  }
  if (andBack) await switchDevice(page, own);
}
