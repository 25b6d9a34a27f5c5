import { expectAccessibleInEach } from './support/accessibility.ts';
import { expect } from './support/expect.ts';
import { nextMessage } from './support/mailbox.ts';
import { arrivesAs, newPatient, signInAs } from './support/new-patient.ts';
import { Person } from './support/person.ts';
import { test } from './support/test.ts';

test('a patient changes the password: the present one is required, other devices are signed out', async ({
  browser,
}) => {
  const known = await newPatient();
  const [person, tablet] = [await arrivesAs(browser, known), await arrivesAs(browser, known, { at: '/' })];
  const { page } = person;
  await page.goto('/account');
  await page.getByRole('link', { name: /^Security/ }).click();
  await page.getByRole('button', { name: 'Change password' }).click();
  const current = page.getByRole('textbox', { name: 'Current password' });
  await expect(current).toBeFocused();
  await current.fill('not this one');
  await page.getByRole('textbox', { name: 'New password' }).fill('sunshine12');
  await page.getByRole('button', { name: 'Save password' }).click();
  await expect(page.getByText('Wrong password')).toBeVisible();
  await current.fill(known.password);
  await page.getByRole('button', { name: 'Save password' }).click();
  await expect(page.getByText('This password is too easy to guess')).toBeVisible();
  await expectAccessibleInEach(page, 'a guessable password');
  await page.getByRole('textbox', { name: 'New password' }).fill('a kite over the harbour');
  await page.getByRole('button', { name: 'Save password' }).click();
  await expect(page.getByRole('button', { name: 'Change password' })).toBeVisible();
  expect(await nextMessage(known.email, known.hospital, 1)).toContain('Your password was changed');
  await expect(tablet.page).toHaveURL(/sign-in/);
  await signInAs(tablet.page, { ...known, password: 'a kite over the harbour' });
  expect(person.complaints).toEqual([]);
  await person.leave();
  await tablet.leave();
});

test('a patient sees their sessions and signs another device out', async ({ browser }) => {
  const known = await newPatient();
  // At its own sign-in page, so that the api receives the browser’s name.
  const tablet = await Person.arrive(browser);
  await signInAs(tablet.page, known);
  const person = await arrivesAs(browser, known);
  const { page } = person;
  await page.goto('/account/protection');
  const devices = page.getByRole('region', { name: 'Devices' });
  // The third session is the one of the sign-up.
  await expect(devices.getByRole('listitem')).toHaveCount(3);
  await expect(devices.getByRole('listitem').first()).toContainText('This device');
  await expectAccessibleInEach(page, 'devices of a patient');
  await devices.getByRole('button', { name: /^Sign out: Chrome/ }).click();
  await expectAccessibleInEach(page, 'signing a device out');
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(devices.getByRole('listitem')).toHaveCount(2);
  await expect(tablet.page).toHaveURL(/sign-in/);
  await devices.getByRole('button', { name: 'Sign out all others' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out all others' }).click();
  await expect(devices.getByRole('listitem')).toHaveCount(1);
  expect(person.complaints).toEqual([]);
  await person.leave();
  await tablet.leave();
});
