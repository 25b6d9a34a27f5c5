import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { photograph } from './album.ts';
import { inEachLanguage } from './language.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * axe finds no serious or critical violation on the page as it stands.
 *
 * @param within is all that is looked at where the rest of the page is looked at elsewhere
 */
export async function expectAccessible(page: Page, name: string, within = 'html'): Promise<void> {
  // There are no frames of others here, so one run in the page itself is the whole of it and opens no second page.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include(within)
    .options({ runOnly: { type: 'tag', values: standards }, resultTypes: ['violations'] })
    .analyze();
  const serious: string[] = [];
  for (const { id, impact, nodes } of violations) {
    if (impact !== 'serious' && impact !== 'critical') continue;
    const places = nodes.map((node) => node.target.join(' '));
    const found = id === 'target-size' ? await smallInSight(page, places) : places;
    if (found.length > 0) serious.push(`${id}: ${found.join(' | ')}`);
  }
  // Soft, so that one run tells of every page; the test fails all the same.
  expect.soft(serious, `axe on ${name}`).toEqual([]);
  await photograph(page, name);
}

/** A target that lies half under a bar at the edge is whole once one has scrolled to it: each is looked at again in the middle. */
async function smallInSight(page: Page, places: readonly string[]): Promise<string[]> {
  const small: string[] = [];
  for (const place of places) {
    await page.locator(place).evaluate((target) => target.scrollIntoView({ block: 'center' }));
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .include(place)
      .withRules(['target-size'])
      .analyze();
    if (violations.length > 0) small.push(place);
  }
  return small;
}

/** The same in English and in Chinese, one after the other on the page as it is. */
export async function expectAccessibleInEach(page: Page, name: string, within?: string): Promise<void> {
  await inEachLanguage(page, (language) => expectAccessible(page, `${name}, ${language}`, within));
}
