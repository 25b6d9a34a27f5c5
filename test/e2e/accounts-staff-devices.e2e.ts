import type { Page } from '@playwright/test';
import {
  readHospitalSettings,
  saveHospitalSettings,
} from '../../shared/src/administration/hospital-settings.contract.ts';
import { acceptStaffInvitation, inviteStaff } from '../../shared/src/directory/staff.contract.ts';
import { newId } from '../../server/src/platform/ids.ts';
import { codeAt, stepAt } from '../../server/src/api/accounts/second-factor/one-time-code.ts';
import { secretFrom } from '../support/authenticator.ts';
import { TestClient } from '../support/client.ts';
import { expect } from './support/expect.ts';
import { messagesTo, nextCode } from './support/mailbox.ts';
import { Person } from './support/person.ts';
import { signer } from './support/signer.ts';
import { sweep } from './support/sweep.ts';
import { test } from './support/test.ts';

const hospital = 'lakeside';
const administrator = 'admin@lakeside.demo.test';
const password = 'river stone lantern';

/** Creates a president who has a password and no second factor. */
async function president(): Promise<string> {
  const id = newId();
  const email = `${id}@lakeside.demo.test`;
  const body = { id, email, name: '魏岚', locale: 'en' as const, roles: ['president' as const], practitioner: null };
  const { secret } = await (await signer(administrator)).ok(inviteStaff, { body });
  const own = {
    hospital,
    invitationId: id,
    secret,
    name: '魏岚',
    nameLatin: 'Wei Lan',
    password,
    locale: 'en' as const,
  };
  await new TestClient(process.env['YUNZHEN_E2E_URL'] ?? '').ok(acceptStaffInvitation, { body: own });
  return email;
}

/** Lets staff of the hospital trust a device for so many days. */
async function allowDays(trustDeviceDays: number): Promise<void> {
  const client = await signer(administrator);
  const { version, settings } = await client.ok(readHospitalSettings);
  await client.ok(saveHospitalSettings, { version, body: { ...settings, trustDeviceDays } });
}

async function enter(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('combobox', { name: 'Hospital' }).selectOption(hospital);
  await page.getByRole('textbox', { name: 'E-mail or phone number' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function signOut(page: Page): Promise<void> {
  // On a phone the account is in the menu.
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);
}

test('a first second factor needs a sent code, and a trusted device needs none', async ({ browser }) => {
  const email = await president();
  const person = await Person.arrive(browser, { device: 'phone' });
  const { page } = person;
  let secret: Uint8Array = new Uint8Array();

  await test.step('sets up the first factor with a code from the message', async () => {
    await enter(page, email);
    await page.getByRole('button', { name: 'Set up second factor' }).click();
    const dialog = page.getByRole('dialog', { name: 'Set up second factor' });
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeHidden();
    await sweep(page, 'first factor, before the code', { andBack: true });
    await dialog.getByRole('button', { name: 'Next' }).click();
    await expect(dialog.getByText('Enter the six digits of the code.')).toBeVisible();
    const before = await messagesTo(email, hospital);
    await dialog.getByRole('button', { name: /^Send code to .•••@lakeside\.demo\.test/ }).click();
    const digits = dialog.getByRole('textbox', { name: 'Code from the message' });
    await expect(digits).toBeFocused();
    const code = await nextCode(email, hospital, before);
    await digits.fill(code === '000000' ? '000001' : '000000');
    await dialog.getByRole('button', { name: 'Next' }).click();
    await expect(dialog.getByText('This code is wrong or has expired.')).toBeVisible();
    await expect(digits).toBeFocused();
    await sweep(page, 'first factor, wrong code', { andBack: true });
    await digits.fill(code);
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Phone');
    await dialog.getByRole('button', { name: 'Next' }).click();
    secret = secretFrom((await dialog.getByTestId('authenticator-secret').textContent()) ?? '');
    await dialog.getByRole('textbox', { name: 'Current code' }).fill(codeAt(secret, stepAt(new Date())));
    await dialog.getByRole('button', { name: 'Finish' }).click();
    await dialog.getByRole('button', { name: 'I have saved these codes' }).click();
    await expect(page).toHaveURL(/\/figures/);
    await signOut(page);
  });

  await allowDays(7);
  await test.step('trusts the device at the second step, and signs in there with the password alone', async () => {
    await enter(page, email);
    const box = page.getByRole('checkbox', { name: 'Trust this device for 7 days' });
    await box.check();
    await sweep(page, 'second step with a device to trust', { andBack: true });
    // The next code, because the present one was used.
    await page.getByRole('textbox', { name: 'Authenticator code' }).fill(codeAt(secret, stepAt(new Date()) + 1));
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page).toHaveURL(/\/figures/);
    await signOut(page);
    await enter(page, email);
    await expect(page).toHaveURL(/\/figures/);
  });

  await test.step('ends the trust on the security page', async () => {
    await page.goto('/account/security');
    const devices = page.getByRole('region', { name: 'Trusted devices' });
    await expect(devices.getByRole('listitem')).toContainText('This device');
    await sweep(page, 'trusted devices', { andBack: true });
    await devices.getByRole('button', { name: /^Stop trusting:/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stop trusting' }).click();
    await expect(devices.getByText('No device is trusted.')).toBeVisible();
    await signOut(page);
    await enter(page, email);
    await expect(page.getByRole('heading', { name: 'Verify your identity' })).toBeVisible();
  });
  await allowDays(0);
  expect(person.complaints).toEqual([]);
  await person.leave();
});
