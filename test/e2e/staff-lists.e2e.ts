import type { Page } from '@playwright/test';
import { readAccount } from '../../shared/src/accounts/auth.contract.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { unsealed } from './support/browser-storage.ts';
import { expect } from './support/expect.ts';
import { newPatient } from './support/new-patient.ts';
import { impatient, Person } from './support/person.ts';
import { expectNoSidewaysScroll } from './support/sideways-scroll.ts';
import { test } from './support/test.ts';

const administrator = (browser: Parameters<typeof Person.signedIn>[0]) =>
  Person.signedIn(browser, 'Administrator', {
    hospital: 'Lakeside Clinic',
    at: null,
    timeouts: impatient,
  });
const column = (page: Page, name: string) => page.getByRole('columnheader', { name });
/** Returns the text of the first column, row by row. */
const firstCells = async (page: Page) =>
  (await page.getByRole('table').locator('tbody tr td:first-child').allInnerTexts()).map((text) => text.trim());

/** Checks a list for screen readers and on a phone. */
async function expectFit(page: Page, name: string): Promise<void> {
  await expectAccessibleInEach(page, name);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page, name);
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('the list of doctors’ hours is sorted, searched and restored from the address', async ({ browser }) => {
  const boss = await administrator(browser);
  const { page } = boss;
  await page.goto('/schedules');
  await expect(column(page, 'Doctor')).toHaveAttribute('aria-sort', 'ascending');
  // The rows may arrive after the heads of their columns.
  await expect.poll(async () => (await firstCells(page)).length).toBeGreaterThan(5);
  const ascending = await firstCells(page);
  await column(page, 'Doctor').getByRole('button').press('Enter');
  await expect(column(page, 'Doctor')).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/sort=name&order=desc/);
  await expect.poll(() => firstCells(page)).toEqual(ascending.toReversed());
  await page.getByRole('searchbox').fill('brunner');
  await expect(page).toHaveURL(/q=brunner/);
  await expect.poll(() => firstCells(page)).toEqual([expect.stringContaining('Clara Brunner')]);
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('brunner');
  await expect.poll(() => firstCells(page)).toEqual([expect.stringContaining('Clara Brunner')]);
  await page.getByRole('searchbox').fill('nobody of that name');
  await expect(page.getByText('No matching doctor')).toBeVisible();
  await expectFit(page, 'hours of nobody');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByRole('link', { name: 'Clara Brunner' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Clara Brunner');
  await page.goBack();
  // A list that fails to load says so and loads on retry.
  await page.route('**/api/schedules?*', (route) => route.abort());
  await page.reload();
  const again = page.getByRole('main').getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await page.unroute('**/api/schedules?*');
  await again.click();
  await expect(page.getByRole('link', { name: 'Clara Brunner' })).toBeVisible();
  expect(boss.complaints).toEqual([]);
  await boss.leave();
});

test('a record hold is placed with a reason, found, and lifted with another reason', async ({ browser }) => {
  const boss = await administrator(browser);
  const { page } = boss;
  await page.goto('/record-holds');
  await page.getByRole('button', { name: 'Place hold' }).click();
  const dialog = page.getByRole('dialog');
  const number = dialog.getByRole('textbox', { name: 'Record number' });
  await dialog.getByRole('button', { name: 'Place hold' }).click();
  await expect(number).toBeFocused();
  await expectAccessibleInEach(page, 'holding a record, with gaps');
  await number.fill('00000000-0000-7000-8000-000000000000');
  await dialog.getByRole('textbox', { name: 'Reason for the hold' }).fill('Court file 12/2041');
  await dialog.getByRole('button', { name: 'Place hold' }).click();
  await expect(dialog.getByText('No record with this number.')).toBeVisible();
  // The typed text is restored.
  await expect.poll(() => unsealed(page, 'record-hold')).toContain('Court file 12/2041');
  await page.reload();
  await page.getByRole('button', { name: 'Place hold' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Reason for the hold' })).toHaveValue('Court file 12/2041');
  await page.keyboard.press('Escape');

  const { client } = await newPatient();
  const record = (await client.ok(readAccount)).patientId ?? '';
  await page.goto(`/record-holds?place=${record}`);
  await expect(number).toHaveValue(record);
  await dialog.getByRole('textbox', { name: 'Reason for the hold' }).fill('Court file 12/2041');
  await dialog.getByRole('textbox', { name: 'Reason for the hold' }).press('Tab');
  await dialog.getByRole('button', { name: 'Place hold' }).press('Enter');
  await expect(dialog).toBeHidden();
  const row = page.getByRole('row').filter({ hasText: record });
  await expect(row).toContainText('Court file 12/2041');
  await expect(row).toContainText('Held');
  await page.getByRole('searchbox').fill('12/2041');
  await expect(page).toHaveURL(/q=12/);
  await expect(row).toBeVisible();
  await expectFit(page, 'records on hold');

  await row.getByRole('button', { name: `Lift hold on ${record}` }).click();
  await dialog.getByRole('button', { name: 'Lift' }).click();
  await expect(dialog.getByText('Fill this in.')).toBeVisible();
  await expectAccessibleInEach(page, 'lifting a hold, without a reason');
  await dialog.getByRole('textbox').fill('Judgement is final');
  await dialog.getByRole('button', { name: 'Lift' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('No matching holds')).toBeVisible();
  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Lifted' }).click();
  await expect(page).toHaveURL(/state=lifted/);
  await expect(row).toContainText('Judgement is final');
  await expectFit(page, 'holds that were lifted');
  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'All' }).click();
  await expect(page).toHaveURL(/state=all/);
  await expect(page.getByRole('combobox', { name: 'Status' })).toContainText('All');
  expect(boss.complaints).toEqual([]);
  await boss.leave();
});

test('the form of an invitation names missing fields', async ({ browser }) => {
  const boss = await administrator(browser);
  const { page } = boss;
  await page.goto('/staff/invitations?q=nobody-of-that-name');
  await expect(page.getByText('No matching invitations')).toBeVisible();
  await page.goto('/staff/invitation');
  await page.getByRole('checkbox', { name: 'Doctor' }).check();
  await page.getByRole('button', { name: 'Send invitation' }).click();
  for (const name of [/^Name/, /^E-mail/]) {
    const field = page.getByRole('textbox', { name });
    await expect(field.first()).toHaveAttribute('aria-invalid', 'true');
  }
  await expectAccessibleInEach(page, 'inviting a doctor, with gaps');
  expect(boss.complaints).toEqual([]);
  await boss.leave();
});
