import { expectAccessibleInEach } from './support/accessibility.ts';
import { expect } from './support/expect.ts';
import { Person } from './support/person.ts';
import { test } from './support/test.ts';

const names = ['Privacy notice', 'Terms of use', 'Complaints', 'Accessibility'];

test('the sign-in, the sign-up and the public page link to the four legal texts of the hospital', async ({
  browser,
}) => {
  const { page } = await Person.arrive(browser);
  const legal = page.getByRole('navigation', { name: 'Legal information' });
  // The next pages offer this hospital, although the list of hospitals has not arrived.
  await page.route('**/api/hospitals', () => undefined);
  await page.goto('/hospitals/lakeside');
  await expect(legal.getByRole('link')).toHaveText(names);
  await expect.poll(() => page.evaluate(() => localStorage.getItem('yunzhen.hospital'))).toBe('lakeside');
  await page.unrouteAll();
  for (const address of ['/sign-up', '/sign-in']) {
    await page.goto(address);
    await expect(legal.getByRole('link')).toHaveText(names);
  }
  await legal.getByRole('link', { name: 'Privacy notice' }).click();
  await expect(page).toHaveURL(/\/hospitals\/lakeside\/privacy$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Privacy notice' })).toBeFocused();
  await expect(page).toHaveTitle('Privacy notice – Lakeside Clinic');
  await expect(page.getByRole('article')).toContainText('Lakeside Clinic runs this service');
  await expect(page.getByRole('region', { name: 'Contact' })).toContainText('Lakeside Clinic');
  await expectAccessibleInEach(page, 'the privacy notice');
  for (const name of names.slice(1)) {
    await legal.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(name) })).toBeVisible();
    await expectAccessibleInEach(page, `the text ${name}`);
  }
  await page.getByRole('link', { name: 'Lakeside Clinic' }).last().click();
  await expect(page).toHaveURL(/\/hospitals\/lakeside$/);
});
