import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { Page } from '@playwright/test';
import { photograph } from './album.ts';
import { expect } from './expect.ts';
import { inEachLanguage } from './language.ts';
import { axeStep, measured } from './measured-steps.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Rules about colours, roles, attributes, media and the order of elements, none of which depends on the language. */
const sameInEachLanguage = [
  'aria-allowed-attr',
  'aria-braille-equivalent',
  'aria-conditional-attr',
  'aria-deprecated-role',
  'aria-hidden-body',
  'aria-hidden-focus',
  'aria-prohibited-attr',
  'aria-required-attr',
  'aria-required-children',
  'aria-required-parent',
  'aria-roles',
  'aria-valid-attr',
  'aria-valid-attr-value',
  'autocomplete-valid',
  'avoid-inline-spacing',
  'blink',
  'bypass',
  'color-contrast',
  'css-orientation-lock',
  'definition-list',
  'dlitem',
  'duplicate-id-aria',
  'form-field-multiple-labels',
  'link-in-text-block',
  'list',
  'listitem',
  'marquee',
  'meta-refresh',
  'meta-viewport',
  'nested-interactive',
  'no-autoplay-audio',
  'server-side-image-map',
  'td-headers-attr',
  'th-has-data-cells',
  'video-caption',
];
const ofTexts = Object.fromEntries(sameInEachLanguage.map((rule) => [rule, { enabled: false }]));
const program = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Found = Pick<Axe.Result, 'id' | 'impact'> & { places: { at: string; why: string }[] };

/** Runs axe in the page itself, which has no foreign frames. The script is injected once per document. */
async function violationsIn(
  page: Page,
  within: string,
  runOnly: Axe.RunOnly,
  rules: Axe.RuleObject = {},
): Promise<Found[]> {
  const found = await runAxe(page, within, runOnly, rules);
  if (found) return found;
  await page.evaluate(program);
  return (await runAxe(page, within, runOnly, rules)) ?? [];
}

/** Returns undefined where the script is missing. */
function runAxe(page: Page, within: string, runOnly: Axe.RunOnly, rules: Axe.RuleObject): Promise<Found[] | undefined> {
  return page.evaluate(
    async ([place, only, ruled]) => {
      const { axe } = window as unknown as { axe?: typeof Axe };
      if (!axe) return undefined;
      const options = {
        runOnly: only,
        rules: ruled,
        resultTypes: ['violations' as const],
        iframes: false,
        // No rule of these reads style sheets.
        preload: { assets: ['media'] },
      };
      const { violations } = await axe.run({ include: [[place]] }, options);
      return violations.map(({ id, impact, nodes }) => ({
        id,
        impact: impact ?? null,
        places: nodes.map(({ target, any }) => ({ at: target.join(' '), why: any[0]?.message ?? '' })),
      }));
    },
    [within, runOnly, rules] as const,
  );
}

/**
 * Expects that axe finds no serious or critical violation on the page in its present state.
 *
 * @param within limits the check to this part where the rest is checked elsewhere
 * @param translated the same elements were checked in the other language: only rules about texts and sizes run again
 */
export async function expectAccessible(
  page: Page,
  name: string,
  within = 'html',
  { translated = false } = {},
): Promise<void> {
  // A list that is refreshing is dimmed until its data arrive.
  await expect(page.locator('[role="group"][aria-busy="true"]')).toHaveCount(0);
  const serious: string[] = [];
  const rules = translated ? ofTexts : {};
  const found = await measured(axeStep, () => violationsIn(page, within, { type: 'tag', values: standards }, rules));
  for (const { id, impact, places } of found) {
    if (impact !== 'serious' && impact !== 'critical') continue;
    const real = id === 'target-size' ? await smallInSight(page, places) : places;
    if (real.length > 0) serious.push(`${id}: ${real.map(({ at, why }) => `${at} (${why})`).join(' | ')}`);
  }
  // Soft, so that one run reports every page; the test still fails.
  expect.soft(serious, `axe on ${name}`).toEqual([]);
  await photograph(page, name);
}

/** Expects that every text in this part has enough contrast, where only colours differ from a state that was checked. */
export async function expectReadable(page: Page, name: string, within: string): Promise<void> {
  const rules: Axe.RunOnly = { type: 'rule', values: ['color-contrast'] };
  const found = await measured(axeStep, () => violationsIn(page, within, rules));
  const faint = found.flatMap(({ places }) => places.map(({ at, why }) => `${at} (${why})`));
  expect.soft(faint, `contrast on ${name}`).toEqual([]);
  await photograph(page, name);
}

/** Checks targets that are half under a bar again after scrolling each to the middle. */
async function smallInSight(page: Page, places: Found['places']): Promise<Found['places']> {
  const small: Found['places'] = [];
  for (const place of places) {
    await page.locator(place.at).evaluate((target) => target.scrollIntoView({ block: 'center' }));
    const violations = await violationsIn(page, place.at, { type: 'rule', values: ['target-size'] });
    if (violations.length > 0) small.push(place);
  }
  return small;
}

/** Runs the same check in English and in Chinese on the page in its present state, beginning with the page’s language. */
export async function expectAccessibleInEach(page: Page, name: string, within?: string): Promise<void> {
  let translated = false;
  await inEachLanguage(page, async (language) => {
    await expectAccessible(page, `${name}, ${language}`, within, { translated });
    translated = true;
  });
}
