import { readAccount } from '../../shared/src/accounts/auth.contract.ts';
import type { Locator, Page } from '@playwright/test';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { ageCodes } from './support/code-pause.ts';
import { expect } from './support/expect.ts';
import { codeFromMailboxPage, messagesTo, nextCode, nextMessage } from './support/mailbox.ts';
import { newAddress, newPatient } from './support/new-patient.ts';
import { Person } from './support/person.ts';
import { test } from './support/test.ts';

const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** Moves the focus to the target with the Tab key. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 40; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${target.toString()}`);
}

async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

async function press(page: Page, button: Locator): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
}

test('a patient signs up by keyboard, through a wrong code and a reload, and verifies the identity', async ({
  browser,
}) => {
  const person = await Person.arrive(browser, { device: 'phone' });
  const { page } = person;
  const address = newAddress('mei');
  await page.clock.install();
  await page.goto('/sign-up');
  const mail = page.getByRole('textbox', { name: 'Where should we send your code?' });
  await expect(page.getByRole('combobox', { name: 'Hospital' })).toHaveValue('wuzhen');
  await press(page, page.getByRole('button', { name: 'Send code' }));
  await expect(mail).toBeFocused();
  await expect(mail).toHaveAttribute('aria-invalid', 'true');
  await expectAccessibleInEach(page, 'sign-up without an address');
  await typeInto(page, mail, address);
  await page.keyboard.press('Enter');
  const digits = page.getByRole('textbox', { name: 'Code' });
  await expect(digits).toBeFocused();
  await expectAccessibleInEach(page, 'a code on its way');

  const code = await nextCode(address, 'wuzhen');
  // The sixth digit sends the code; the hospital it was sent for cannot be changed.
  await expect(page.getByRole('combobox', { name: 'Hospital' })).toBeDisabled();
  await page.keyboard.type(another(code));
  await expect(page.getByText('Wrong code')).toBeVisible();
  await expectAccessibleInEach(page, 'a wrong code');
  await expect(page.getByRole('button', { name: /^Resend code in \d+ s$/ })).toBeDisabled();

  // The phone discarded the page while the mailbox was open: the code can still be entered.
  await page.reload();
  await expect(page.getByText(`We have sent a 6-digit code to ${address}`)).toBeVisible();
  // Of two codes only the newer one is valid. A minute passes on page and server.
  const again = page.getByRole('button', { name: 'Resend code', exact: true });
  await expect(again).toBeHidden();
  await ageCodes(1);
  await page.clock.fastForward('01:00');
  await expect(again).toBeEnabled();
  await press(page, again);
  const newer = await nextCode(address, 'wuzhen', 1);
  await typeInto(page, digits, code);
  await expect(page.getByText('Wrong code')).toBeVisible();
  expect(await codeFromMailboxPage(page, address)).toBe(newer);
  await digits.fill('');
  await typeInto(page, digits, newer);

  const name = page.getByRole('textbox', { name: 'Legal name' });
  await expect(name).toBeFocused();
  await page.keyboard.type('王美');
  const phone = page.getByRole('textbox', { name: 'Phone' });
  await typeInto(page, phone, 'not yet');
  await press(page, page.getByRole('button', { name: 'Create account' }));
  await expect(page.getByText('Fill this in.')).toBeVisible();
  await expect(page.getByText('Choose an option.')).toBeVisible();
  await expect(page.getByText('Enter a valid phone number.')).toBeVisible();
  await expect(page.getByText('Tick this box to continue.')).toBeVisible();
  await expect(page.getByLabel('Date of birth')).toBeFocused();
  await expectAccessibleInEach(page, 'a person with gaps');
  await phone.fill('');
  await tabTo(page, page.getByLabel('Date of birth'));
  await page.keyboard.type('05061988');
  const sex = page.getByRole('combobox', { name: 'Sex' });
  await tabTo(page, sex);
  // One key: letters that come more than a second apart would each be a search of its own.
  await page.keyboard.press('f');
  const agreement = page.getByRole('checkbox', { name: /^I have read the privacy notice/ });
  await expect(agreement).not.toBeChecked();
  await expect(page.getByRole('main').getByRole('link', { name: /^Terms of use/ })).toHaveAttribute(
    'href',
    '/hospitals/wuzhen/terms',
  );
  const password = page.getByRole('textbox', { name: 'Password' });
  await typeInto(page, password, 'password123');
  await tabTo(page, agreement);
  await page.keyboard.press('Space');
  await tabTo(page, password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('This password is too easy to guess.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('three green kites');
  await page.keyboard.press('Enter');

  // Where verified identities are required, identity verification is next.
  await expect(page).toHaveURL(/\/identity/);
  await expectAccessibleInEach(page, 'identity');
  // The details from the sign-up are not asked for again.
  await expect(page.getByRole('region', { name: 'Details on record' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Full name' })).toHaveCount(0);
  // The demo register accepts made-up documents only. The outcome is beside the button that was pressed.
  const document = page.getByRole('combobox', { name: 'Document' });
  await document.selectOption('passport');
  await page.getByRole('textbox', { name: 'Document number' }).fill('AB123456');
  await press(page, page.getByRole('button', { name: 'Verify' }));
  const mismatch = page.getByRole('alert').filter({ hasText: 'Name and document do not match' });
  await expect(mismatch).toBeFocused();
  await expect(mismatch).toBeInViewport({ ratio: 1 });
  await expectAccessibleInEach(page, 'an identity that did not match');
  await document.selectOption('resident-id');
  await page.getByRole('textbox', { name: 'Document number' }).fill('');
  await press(page, page.getByRole('button', { name: 'Verify' }));
  await expect(page.getByText('Fill this in.')).toBeVisible();
  await press(page, page.getByRole('button', { name: 'Use a made-up number' }));
  await press(page, page.getByRole('button', { name: 'Verify' }));
  await expect(page.getByText('Identity verified').first()).toBeVisible();
  await expectAccessibleInEach(page, 'a proven identity');
  await press(page, page.getByRole('button', { name: 'Continue' }));
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole('link', { name: 'Start a visit' })).toBeVisible();
  await expect(page.getByText('Verify your identity before your visit')).toBeHidden();
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('signing up with an address that has an account says so only by mail', async ({ browser }) => {
  const { hospital, email } = await newPatient();
  const person = await Person.arrive(browser, { device: 'phone' });
  const { page } = person;
  const before = await messagesTo(email, hospital);
  await page.goto('/sign-up');
  await page.getByRole('combobox', { name: 'Hospital' }).selectOption(hospital);
  await page.getByRole('textbox', { name: 'Where should we send your code?' }).fill(email);
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByText(`We have sent a 6-digit code to ${email}`)).toBeVisible();
  expect(await nextMessage(email, hospital, before)).toContain('You already have an account');
  await page.getByRole('textbox', { name: 'Code' }).fill('123456');
  await expect(page.getByText('Wrong code')).toBeVisible();

  // Another code within the minute is rejected with the same text for every purpose, and the typed text stays.
  await ageCodes(-1);
  await page.goto('/reset-password');
  await page.getByRole('combobox', { name: 'Hospital' }).selectOption(hospital);
  await page.getByRole('textbox', { name: 'Where should we send your code?' }).fill(email);
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByText('Too many attempts')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Where should we send your code?' })).toHaveValue(email);
  await expectAccessibleInEach(page, 'too many codes');
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('a patient signs in with a code, also after the page was discarded midway', async ({ browser }) => {
  const { hospital, email } = await newPatient('wuzhen');
  const person = await Person.arrive(browser, { device: 'phone' });
  const { page } = person;
  const before = await messagesTo(email, hospital);
  await page.goto('/visits');
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await page.getByRole('radio', { name: 'With a code' }).click();
  await page.getByRole('textbox', { name: 'Where should we send your code?' }).fill(email);
  await expectAccessibleInEach(page, 'sign-in by code');
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByText(`If ${email} has an account`)).toBeVisible();
  // The page encrypts what it keeps, which takes a moment.
  await expect.poll(() => page.evaluate(() => Object.keys(sessionStorage).join())).toContain('code-sent.sign-in');
  await page.reload();
  await page.getByRole('textbox', { name: 'Code' }).fill(await nextCode(email, hospital, before));
  await expect(page).toHaveURL(/\/visits$/);
  await page.goBack();
  await expect(page).not.toHaveURL(/sign-in/);
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('a forgotten password is replaced with a code, and other sessions end', async ({ browser }) => {
  const known = await newPatient();
  const { hospital, email } = known;
  const before = await messagesTo(email, hospital);
  const person = await Person.arrive(browser, { device: 'phone' });
  const { page } = person;
  await page.goto('/sign-in');
  await page.getByRole('combobox', { name: 'Hospital' }).selectOption(hospital);
  await page.getByRole('textbox', { name: 'E-mail or phone number' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill('not this one');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('Wrong sign-in details')).toBeVisible();
  await expectAccessibleInEach(page, 'a wrong password');
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('not this one');
  await page.getByRole('button', { name: 'Sign in with a one-time code' }).click();
  await expect(page.getByRole('textbox', { name: 'Where should we send your code?' })).toHaveValue(email);
  await page.getByRole('radio', { name: 'With password' }).click();
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New password' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Hospital' }).selectOption(hospital);
  await page.getByRole('textbox', { name: 'Where should we send your code?' }).fill(email);
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByText(`If ${email} has an account`)).toBeVisible();
  await page.getByRole('textbox', { name: 'Code' }).fill(await nextCode(email, hospital, before));
  const password = page.getByRole('textbox', { name: 'New password' });
  await password.fill('short');
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(password).toHaveAttribute('aria-invalid', 'true');
  await expectAccessibleInEach(page, 'a new password that is too short');
  await password.fill('seven silver ferries');
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(page).toHaveURL(/\/$/);
  expect((await known.client.call(readAccount)).problem.code).toBe('auth.session-expired');
  expect(person.complaints).toEqual([]);
  await person.leave();
});
