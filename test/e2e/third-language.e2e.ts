import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { copyWithThirdLanguage, pseudo, pseudoLocale } from '../support/pseudo-locale.ts';
import { expect } from './support/expect.ts';
import { startInstallation } from './support/installation.ts';
import { ownInstallation } from './support/own-installation.ts';
import { Person, type DemoRole } from './support/person.ts';
import { expectNoSidewaysScroll } from './support/sideways-scroll.ts';
import { settled } from './support/sweep.ts';
import { test } from './support/test.ts';
import { dataOf, untranslatedOn } from './support/untranslated.ts';

// The copy is built once for both tests.
test.describe.configure({ mode: 'default' });
let copy = '';
/** The English texts beside Chinese ones in the code, found by the scaffold; translated pages do not show them. */
let product = new Set<string>();
ownInstallation(async () => {
  copy = await copyWithThirdLanguage();
  const content = await readFile(join(copy, `shared/src/core/content/${pseudoLocale.tag}.json`), 'utf8');
  product = new Set(Object.keys(JSON.parse(content) as object).filter((text) => text.includes(' ')));
  return startInstallation({}, { program: copy });
});
test.afterAll(() => rm(copy, { recursive: true, force: true }));

const pages: Partial<Record<DemoRole, string[]>> = {
  Patient: [
    '/',
    '/departments',
    '/visits',
    '/prescriptions',
    '/appointments',
    '/record',
    '/messages',
    '/family',
    '/account',
    '/account/wishes',
    '/account/devices',
    '/account/closing',
  ],
  Doctor: ['/workbench', '/day', '/schedule', '/emergency-access', '/inbox', '/to-do', '/account/settings'],
};

for (const [role, addresses] of Object.entries(pages)) {
  test(`a ${role.toLowerCase()} signs in and reads the pages in a third language that consists of files only`, async ({
    browser,
  }) => {
    const person = await Person.arrive(browser, { device: 'phone' });
    const { page, complaints } = person;
    const data = dataOf(page);
    // The page may show data before the test has read the answer that they came with.
    const expectTranslated = (name: string) =>
      expect.soft.poll(() => untranslatedOn(page, data, product), name).toEqual([]);
    await page.goto('/sign-in');
    await page.getByRole('button', { name: /^Language:/ }).click();
    await page.getByRole('menuitemcheckbox', { name: pseudoLocale.name }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', pseudoLocale.tag);
    await expectTranslated('sign-in');
    await page.getByRole('button', { name: new RegExp(`^${pseudo(role)}[ \u3000]`) }).click();
    if (role === 'Doctor') {
      const demoCode = page.getByRole('button', { name: pseudo('Use demo code') });
      await expect(demoCode).toBeVisible();
      await expectTranslated('second step of the sign-in');
      await demoCode.click();
    }
    await expect(page).not.toHaveURL(/sign-in/);

    for (const address of addresses) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await settled(page);
      await expect(page.locator('html')).toHaveAttribute('lang', pseudoLocale.tag);
      await expectNoSidewaysScroll(page, `${role} ${address}`);
      await expectTranslated(`${role} ${address}`);
    }
    expect(complaints).toEqual([]);
    await person.leave();
  });
}
