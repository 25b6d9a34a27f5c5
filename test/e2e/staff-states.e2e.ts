import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInEach } from './support/accessibility.ts';
import { interceptApi } from './support/api-interception.ts';
import { expect } from './support/expect.ts';
import { expectNoSidewaysScroll } from './support/sideways-scroll.ts';
import { impatient, Person, type DemoRole } from './support/person.ts';
import { screens } from './support/screens.ts';
import { settled } from './support/sweep.ts';
import { test } from './support/test.ts';

/** States of staff lists that no address alone leads to: errors of the api, a broken connection, an empty search. */
const lists: Partial<Record<DemoRole, { failing: string[]; searched: string[] }>> = {
  Doctor: {
    failing: ['/workbench', '/day', '/schedule', '/inbox', '/ratings', '/to-do'],
    searched: ['/to-do', '/ratings'],
  },
  Pharmacist: { failing: ['/reviews', '/rules'], searched: [] },
  President: { failing: ['/figures', '/figures/alerts'], searched: [] },
  Administrator: {
    failing: [
      '/audit',
      '/account-closings',
      '/pharmacies',
      '/staff',
      '/certificates',
      '/hospital/departments',
      '/schedules',
      '/schedules/orphaned',
      '/lists/diagnoses',
      '/prices',
      '/consent-texts',
      '/settings',
      '/brand',
      '/message-words',
      '/message-words/appointment.reminder/edit',
    ],
    searched: [
      '/staff',
      '/certificates',
      '/hospital/departments',
      '/schedules/orphaned',
      '/prices',
      '/consent-texts',
      '/message-words',
    ],
  },
  Dispenser: { failing: ['/dispensing'], searched: [] },
};

type Line = 'whole' | 'failing' | 'broken';

/** Intercepts the requests to the api except sessions: the page’s data fail or never arrive. */
async function standOnLine(page: Page): Promise<(now: Line) => void> {
  let line: Line = 'whole';
  const problem = { type: 'about:blank', title: 'Fault', status: 500, code: 'internal', instance: 'request-1' };
  await interceptApi(page, 'Request', (request) => {
    if (line === 'whole' || /\/api\/(sessions|hospitals)/.test(request.url)) return request.pass();
    if (line === 'broken') return request.fail();
    return request.answer(500, 'application/problem+json', JSON.stringify(problem));
  });
  return (now) => (line = now);
}

/** Checks that nothing scrolls sideways, on a wide screen and on a phone. */
async function expectBothWidths(page: Page, name: string): Promise<void> {
  await expectNoSidewaysScroll(page, name);
  const wide = page.viewportSize();
  await page.setViewportSize(screens.phone);
  await expectNoSidewaysScroll(page, `${name} on a phone`);
  if (wide) await page.setViewportSize(wide);
}

/** Checks both languages, and both in the dark theme; the parts are the same on every page and have stories, so one page per role is enough. */
async function looked(page: Page, name: string): Promise<void> {
  await expectAccessibleInEach(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html.dark')).toBeAttached();
  await expectAccessibleInEach(page, `${name}, dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a rejected switch on a staff page keeps its focus and its state', async ({ browser }) => {
  const { page, context } = await Person.signedIn(browser, 'Doctor', { timeouts: impatient });
  const duty = page.getByRole('switch', { name: 'On duty' });
  await expect(duty).toBeEnabled();
  const before = await duty.isChecked();
  const setLine = await standOnLine(page);
  setLine('failing');
  await duty.press(' ');
  await expect(page.getByText('Something went wrong').first()).toBeVisible();
  await expect(duty).toBeFocused();
  await expect(duty).toBeChecked({ checked: before });
  await context.close();
});

/** Pages per test, so that two workers share them evenly. */
const atOnce = 5;

for (const [role, { failing, searched }] of Object.entries(lists) as [DemoRole, (typeof lists)['Doctor'] & object][]) {
  for (let first = 0; first < failing.length; first += atOnce) {
    const own = failing.slice(first, first + atOnce);
    test(`pages of ${role} from ${own[0]} on say that the hospital is unreachable or fails, and load on retry`, async ({
      browser,
    }) => {
      const person = await Person.signedIn(browser, role, { at: null, timeouts: impatient });
      const { page } = person;
      const setLine = await standOnLine(page);
      const main = page.getByRole('main');
      const again = main.getByRole('button', { name: 'Try again' });
      for (const address of own) {
        setLine('broken');
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        await expect(main.getByText('No connection').first()).toBeVisible();
        await expect(again.first()).toBeVisible();
        await settled(page);
        await expectBothWidths(page, `${address} out of reach`);
        if (address === failing[0]) await looked(page, `${address} out of reach`);
        if (address === own[0]) {
          setLine('failing');
          await again.first().click();
          await expect(main.getByText('Something went wrong').first()).toBeVisible();
          if (address === failing[0]) await expectAccessibleInEach(page, `${address} that fails`);
        }
        setLine('whole');
        // Some pages have several parts with a retry each.
        await expect(async () => {
          if (await again.first().isVisible()) await again.first().click({ timeout: 1000 });
          await expect(again).toHaveCount(0, { timeout: 500 });
        }).toPass({ intervals: [20] });
        await settled(page);
      }
      expect(person.complaints).toEqual([]);
      await person.leave();
    });
  }

  if (searched.length > 0)
    test(`lists of ${role} say when a search finds nothing`, async ({ browser }) => {
      const { page, complaints, context } = await Person.signedIn(browser, role, { at: null });
      for (const address of searched) {
        await page.goto(`${address}?q=nobody-is-called-that`);
        await expect(page.getByRole('searchbox').first()).toHaveValue('nobody-is-called-that');
        await settled(page);
        await expect(page.getByRole('main').getByRole('row')).toHaveCount(0);
        await expectAccessible(page, `${address} where nothing fits`);
        await expectBothWidths(page, `${address} where nothing fits`);
      }
      expect(complaints).toEqual([]);
      await context.close();
    });
}
