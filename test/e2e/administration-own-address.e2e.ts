import { publishBrand, readBrand } from '../../shared/src/administration/brand.contract.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { expect } from './support/expect.ts';
import { startInstallation } from './support/installation.ts';
import { outsider } from './support/outsider.ts';
import { ownInstallation } from './support/own-installation.ts';
import { Person } from './support/person.ts';
import { expectNoSidewaysScroll } from './support/sideways-scroll.ts';
import { test } from './support/test.ts';

const installation = ownInstallation(() => startInstallation({ HOSPITAL_SUBDOMAINS: 'true' }));

test('the sign-in at a hospital’s own address shows its name and colour, and no choice of hospitals', async ({
  browser,
}) => {
  const office = await outsider('lakeside', 'admin@lakeside.demo.test');
  const { version, ...look } = await office.ok(readBrand);
  await office.ok(publishBrand, { version, body: { ...look, colour: '#7d2a01' } });
  const person = await Person.arrive(browser);
  const { page } = person;
  const primary = (of = page) =>
    of.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ui-primary'));

  const own = new URL(installation().url);
  own.hostname = `lakeside.${own.hostname}`;
  await page.goto(own.href);
  await expect(page).toHaveURL(`${own.origin}/hospitals/lakeside`);
  await expect(page.getByRole('banner')).toContainText('Lakeside Clinic');
  await expect.poll(() => primary()).toBe('#7d2a01');
  await expect(page.getByRole('link', { name: 'Other hospitals' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(new RegExp(`^${own.origin}/sign-in`));
  await expect(page.getByRole('banner')).toContainText('Lakeside Clinic');
  await expect(page.getByRole('main').getByText('Lakeside Clinic')).toBeVisible();
  await expect(page.getByRole('combobox')).toHaveCount(0);
  await expect(page.getByRole('link', { name: /operator/i })).toHaveCount(0);
  await expect.poll(() => primary()).toBe('#7d2a01');
  await expectAccessibleInEach(page, 'a sign-in at an address of the hospital’s own');
  await expectNoSidewaysScroll(page, 'a sign-in at an address of the hospital’s own');

  // The card opens the doctor in a window with a session of its own.
  const opening = person.context.waitForEvent('page');
  await page.getByRole('link', { name: /^Doctor / }).click();
  const window = await opening;
  await expect(window).toHaveURL(new RegExp(`^${own.origin.replace('//', '//doctor.')}/workbench`));
  await expect(window.getByTestId('demo-tour')).toContainText('Admit the waiting patient');
  await expect(window.getByTestId('connection-lost')).toHaveCount(0);
  await expect.poll(() => primary(window)).toBe('#7d2a01');
  await expectAccessibleInEach(window, 'a doctor’s window of the demo');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  // Another hospital’s address has no access to that session.
  const other = await person.context.newPage();
  await other.goto(own.href.replace('lakeside.', 'wuzhen.'));
  await expect(other).toHaveURL(/\/hospitals\/wuzhen$/);
  await expect(other.getByRole('banner')).toContainText('Wuzhen');
  await expect(other.getByRole('main')).not.toContainText('Lakeside');
  expect(person.complaints).toEqual([]);
  await person.leave();
});
