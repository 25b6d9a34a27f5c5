import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility.ts';
import { Person, type DemoRole } from './support/person.ts';

/** Pages that can be opened by their address; those of a visit in progress are looked at in the story. */
const pages: Record<DemoRole | 'nobody', string[]> = {
  nobody: [
    '/sign-in',
    '/sign-up',
    '/verify',
    '/verify/wuzhen/00000000-0000-7000-8000-000000000000#no-such-secret-at-all',
    '/nowhere',
  ],
  Patient: ['/', '/departments', '/visits', '/prescriptions'],
  Doctor: ['/workbench'],
  Pharmacist: ['/reviews'],
  President: ['/figures', '/figures/wall'],
  Administrator: ['/audit', '/figures', '/pharmacies'],
  Dispenser: ['/dispensing'],
};

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first();

for (const locale of ['en-US', 'zh-CN'] as const) {
  for (const device of ['phone', 'wide'] as const) {
    test(`every page by its address, ${locale}, ${device}`, async ({ browser }) => {
      for (const [who, addresses] of Object.entries(pages) as [DemoRole | 'nobody', string[]][]) {
        const person =
          who === 'nobody'
            ? await Person.arrive(browser, { device, locale })
            : await Person.signedIn(browser, who, { device, locale });
        for (const address of addresses) {
          await person.page.goto(address);
          await expect(heading(person.page)).toBeVisible();
          await expect(person.page.locator('html')).toHaveAttribute('lang', locale === 'en-US' ? 'en' : 'zh-CN');
          await expect(person.page.locator('[aria-busy="true"]')).toHaveCount(0);
          await expectAccessible(person.page, `${who} ${address} ${locale} ${device}`);
          await expectNoSidewaysScroll(person.page, `${who} ${address} ${locale} ${device}`);
        }
        expect(person.complaints, `${who} ${locale} ${device}`).toEqual([]);
        await person.leave();
      }
    });
  }
}

async function expectNoSidewaysScroll(page: Page, name: string): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `sideways scroll on ${name}`).toBeLessThanOrEqual(0);
}

test('a page of another role is not shown, and nobody is let in without signing in', async ({ browser }) => {
  const patient = await Person.signedIn(browser, 'Patient');
  for (const address of ['/workbench', '/reviews', '/figures', '/audit']) {
    await patient.page.goto(address);
    await expect(patient.page).not.toHaveURL(new RegExp(`${address}$`));
  }
  await patient.leave();
  const nobody = await Person.arrive(browser);
  await nobody.page.goto('/prescriptions');
  await expect(nobody.page).toHaveURL(/sign-in/);
  await nobody.leave();
});
