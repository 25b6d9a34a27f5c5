import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInEach } from './support/accessibility.ts';
import { expect } from './support/expect.ts';
import { inEachLanguage } from './support/language.ts';
import { loseAnswers } from './support/lost-line.ts';
import { impatient, Person } from './support/person.ts';
import { giveSecondFactor } from './support/second-factor-steps.ts';
import { test } from './support/test.ts';

const hospital = 'Lakeside Clinic';

const administrator = (browser: Parameters<typeof Person.signedIn>[0]) =>
  Person.signedIn(browser, 'Administrator', { hospital, at: null });
const confirm = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name }).click();

test('a staff member is invited by mail, signs in with the link, gets another role, and is closed', async ({
  browser,
}) => {
  const boss = await administrator(browser);
  const { page } = boss;
  const email = `wei.${Date.now()}@lakeside.demo.test`;

  await test.step('the invitation is sent and shows the state of its mail', async () => {
    await page.goto('/staff/invitation');
    await page.getByRole('textbox', { name: /^Name(?! in)/ }).fill('魏岚');
    await page.getByRole('textbox', { name: 'Name in Latin letters' }).fill('Wei Lan');
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await page.getByRole('radio', { name: 'English' }).check();
    await page.getByRole('checkbox', { name: 'President' }).check();
    await giveSecondFactor(page.getByRole('main'));
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await expect(page.getByText(`We have sent an e-mail with the link to ${email}.`)).toBeVisible();
    await page.goto('/staff');
    await page.getByRole('link', { name: 'Invitations' }).click();
    const row = page.getByRole('row').filter({ hasText: email });
    await expect(row).toContainText('Valid');
    await expect(async () => {
      await page.reload();
      await expect(row).toContainText('E-mail sent');
    }).toPass();
    await expectAccessibleInEach(page, 'invitations');
  });

  const guest = await Person.arrive(browser, { device: 'phone' });
  await test.step('the link in the mail signs the person in', async () => {
    await guest.page.goto('/demo-messages?hospital=lakeside');
    const message = guest.page.getByRole('listitem').filter({ hasText: email });
    const link = /https?:\/\/\S+/.exec(await message.innerText())?.[0];
    await guest.page.goto(link ?? '');
    await guest.page.getByRole('textbox', { name: 'Choose a password' }).fill('river stone lantern');
    await expectAccessibleInEach(guest.page, 'an invitation');
    await guest.page.getByRole('button', { name: 'Accept invitation' }).click();
    await expect(guest.page).not.toHaveURL(/staff-invitation/);
  });

  await test.step('a change of role signs the person out; a closed account cannot sign in', async () => {
    await page.goto(`/staff?q=${encodeURIComponent(email)}`);
    await page.getByRole('link', { name: /Wei Lan/ }).click();
    await page.getByRole('checkbox', { name: 'President' }).uncheck();
    await page.getByRole('checkbox', { name: 'Administrator' }).check();
    await giveSecondFactor(page.getByRole('main'));
    await page.getByRole('button', { name: 'Change roles' }).click();
    await expect(guest.page).toHaveURL(/sign-in/);
    await page.getByRole('button', { name: 'Close account' }).click();
    await expectAccessibleInEach(page, 'closing an account');
    await confirm(page, 'Close account');
    await expect(page.getByText('Closed').first()).toBeVisible();
  });
  await guest.leave();
  await boss.leave();
});

test('an invitation is created once despite a lost response, and its link is shown', async ({ browser }) => {
  const boss = await Person.signedIn(browser, 'Administrator', { hospital, at: null, timeouts: impatient });
  const { page } = boss;
  const email = `lan.${Date.now()}@lakeside.demo.test`;
  const send = page.getByRole('button', { name: 'Send invitation' });

  await page.goto('/staff/invitation');
  await page.getByRole('textbox', { name: /^Name(?! in)/ }).fill('Lan');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('checkbox', { name: 'President' }).check();
  await giveSecondFactor(page.getByRole('main'));
  const line = await loseAnswers(page, /\/api\/staff-invitations$/, /\/api\/staff-invitations$/);
  await send.click();
  await expect(page.getByText('No connection to the hospital')).toBeVisible();
  line.backWithNextPress();
  await send.click();
  await expect(page.getByText(`We have sent an e-mail with the link to ${email}.`)).toBeVisible();
  expect(line.heard()).toBe(2);
  await line.back();
  await page.goto(`/staff/invitations?q=${encodeURIComponent(email)}`);
  const row = page.getByRole('row').filter({ hasText: email });
  await expect(row).toHaveCount(1);
  await row.getByRole('button', { name: 'Withdraw: Lan' }).click();
  await expect(page.getByRole('dialog')).toContainText('The link in their e-mail stops working.');
  await confirm(page, 'Withdraw');
  await expect(row).toHaveCount(0);
  expect(boss.complaints).toEqual([]);
  await boss.leave();
});

test('a department is created, prices and a consent text are published', async ({ browser }) => {
  const boss = await administrator(browser);
  const { page } = boss;
  const code = `d${Date.now()}`;

  await page.goto('/hospital/departments');
  await page.getByRole('button', { name: 'Add department' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Fill this in.').first()).toBeVisible();
  await expectAccessibleInEach(page, 'a department with gaps');
  // Messages beside the fields follow a change of language.
  await inEachLanguage(page, async (language) => {
    const words = language === 'en' ? 'Fill this in.' : '请填写此项。';
    await expect(dialog.getByText(words).first()).toBeVisible();
  });
  await dialog.getByRole('textbox', { name: 'Name in Chinese' }).fill('旅行医学');
  await dialog.getByRole('textbox', { name: 'Name in English' }).fill('Travel medicine');
  await dialog.getByRole('textbox', { name: 'Code' }).fill(code);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(code)).toBeVisible();

  await page.goto('/prices');
  await page.getByRole('link', { name: 'New price list' }).click();
  await page.getByRole('textbox', { name: 'Amount' }).first().fill('18.50');
  await expectAccessibleInEach(page, 'a new price list');
  await page.getByRole('main').locator('form').getByRole('button', { name: 'Publish' }).click();
  // Nothing is live before the time of effect is confirmed.
  await expect(page.getByRole('dialog')).toContainText('and takes effect immediately');
  await expectAccessible(page, 'asked before prices are published');
  await confirm(page, 'Publish');
  await expect(page.getByText('In effect').first()).toBeVisible();

  await page.goto('/consent-texts');
  const begin = page.getByRole('button', { name: 'Create draft' });
  await expect(begin.or(page.getByRole('textbox', { name: /^Heading/ }).first())).toBeVisible();
  if (await begin.isVisible()) await begin.click();
  const heading = page.getByRole('textbox', { name: /^Heading.*English/ });
  await heading.fill('');
  // A draft may be incomplete; a version may not.
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('button', { name: 'Publish version' }).click();
  await expect(heading).toBeFocused();
  await expect(page.getByText('Fill this in.')).toHaveCount(2);
  await expectAccessibleInEach(page, 'a consent text with gaps');
  await heading.fill('Consent to a visit by video');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('textbox', { name: 'Version' }).fill(code);
  await expectAccessibleInEach(page, 'a consent text that is being written');
  await giveSecondFactor(page.getByRole('main'));
  await page.getByRole('button', { name: 'Publish version' }).click();
  await expect(page.getByRole('dialog')).toContainText('It takes effect immediately');
  await confirm(page, 'Publish version');
  await expect(page.getByRole('table').getByText(code)).toBeVisible();
  await boss.leave();
});

test('a hospital gets its own branding and message texts, and the audit lists the changes', async ({ browser }) => {
  const boss = await administrator(browser);
  const { page } = boss;

  await test.step('an unreadable colour is rejected with the nearest readable one', async () => {
    await page.goto('/brand');
    await page.getByRole('textbox', { name: 'Colour', exact: true }).fill('#ffd400');
    await expect(page.getByText(/has too little contrast/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled();
    await page.getByRole('button', { name: /^Use #/ }).click();
    await page.getByRole('textbox', { name: 'Name in English' }).fill('Lakeside Family Clinic');
    await expect(page.getByTestId('brand-preview')).toContainText('Lakeside Family Clinic');
    await expectAccessibleInEach(page, 'the face of the hospital');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await expectAccessibleInEach(page, 'asked before a face is published');
    await confirm(page, 'Publish');
    await expect(page.getByTestId('brand-version').first()).toContainText('Lakeside Family Clinic');
    const primary = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ui-primary'));
    await expect.poll(primary).toBe('#7d6701');
    // The colour is in the first paint of the next load, before the program runs.
    await page.reload({ waitUntil: 'commit' });
    await expect.poll(primary).toBe('#7d6701');
  });

  await test.step('the branding is reverted', async () => {
    await page.getByRole('row').filter({ hasText: 'Lakeside Clinic' }).getByRole('button').first().click();
    await expect(page.getByText('Copied to the form above')).toBeVisible();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await confirm(page, 'Publish');
    await expect(page.getByTestId('brand-version').first()).toContainText('Lakeside Clinic');
  });

  await test.step('message texts are checked, published and reset', async () => {
    await page.goto('/message-words');
    await page.getByRole('searchbox').fill('coming up');
    await page.getByRole('link', { name: 'Your appointment is coming up' }).click();
    const english = page.getByRole('group', { name: 'English' });
    const heading = english.getByRole('textbox', { name: 'Heading' });
    await heading.fill('See you soon, {patient}');
    await expect(page.getByText('{patient} is not available here.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled();
    await heading.fill('See you soon at {hospital}');
    await expect(english.getByText(/See you soon at Lakeside/)).toBeVisible();
    await expectAccessibleInEach(page, 'words of a message');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await confirm(page, 'Publish');
    await expect(page.getByTestId('message-version').first()).toContainText('See you soon');
    await page.getByRole('button', { name: 'Reset to built-in' }).click();
    await confirm(page, 'Reset to built-in');
    await expect(heading).toHaveValue('Your appointment is coming up');
  });

  await test.step('the audit is searched and exported', async () => {
    await page.goto('/audit?action=brand.published');
    const events = page.getByTestId('audit-event');
    await expect(events.first()).toContainText('Name, logo and colour published');
    await expect(page.getByRole('button', { name: 'Action: Name, logo and colour published' })).toBeVisible();
    const actions = () => events.evaluateAll((all) => all.map((one) => one.getAttribute('data-action')));
    expect(new Set(await actions())).toEqual(new Set(['brand.published']));
    await page.getByRole('textbox', { name: 'Person' }).fill('nobody of this name');
    await expect(page.getByText('No events')).toBeVisible();
    await expect(page).toHaveURL(/person=nobody/);
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Person' })).toHaveValue('nobody of this name');
    await page.getByRole('button', { name: 'Clear filters' }).press('Enter');
    await expect(page).toHaveURL(/\/audit$/);
    await page.getByRole('button', { name: /^Time: / }).press('Enter');
    await expect(page).toHaveURL(/order=asc/);
    await expect(events.first()).not.toHaveAttribute('data-action', 'audit.read');
    await page.goto('/audit?action=brand.published');
    await expect(events.first()).toContainText('Name, logo and colour published');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    const csv = await readFile(await (await download).path(), 'utf8');
    expect(csv).toContain('brand.published');
  });

  await test.step('the audit chain is checked', async () => {
    await page.getByRole('button', { name: 'Verify integrity' }).click();
    await expect(page.getByText('Nothing was changed')).toBeVisible();
    await expect(page.getByText(/^Entries checked: [\d,]+\./)).toBeVisible();
    await expectAccessibleInEach(page, 'the audit, checked');
  });
  await boss.leave();
});

test('a certificate is not revoked without a reason', async ({ browser }) => {
  const boss = await administrator(browser);
  const { page } = boss;
  await page.goto('/certificates');
  await page
    .getByRole('button', { name: /^Revoke/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Revoke/ }).click();
  await expect(dialog.locator('[id$="-error"]').first()).toBeVisible();
  await expectAccessibleInEach(page, 'withdrawing a certificate, without a reason');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(boss.complaints).toEqual([]);
  await boss.leave();
});
